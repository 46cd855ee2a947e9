package id.tixgo.payment.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import id.tixgo.common.config.ServiceToken;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What gateways answer, encrypted with AES-256-GCM before it is kept: {@code <key id>.<nonce and
 * ciphertext in base64url>}.
 */
public final class AnswerVault {
  private static final String VARIABLE = "DATA_ENCRYPTION_KEY";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final List<Key> keys;
  private final SecureRandom random = new SecureRandom();

  /** A key with the name by which texts refer to it, which tells nothing of it. */
  private record Key(String id, SecretKeySpec secret) {
    static Key of(byte[] bytes) {
      String hex = HexFormat.of().formatHex(bytes);
      return new Key(
          new ServiceToken(hex).sign("key id", new byte[0]).substring(0, 8),
          new SecretKeySpec(bytes, "AES"));
    }

    /** Without the secret. */
    @Override
    public String toString() {
      return "Key " + id;
    }
  }

  private AnswerVault(List<Key> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * The keys of {@code DATA_ENCRYPTION_KEY}, 32 bytes in base64 each: the first encrypts, those
   * after it have encrypted before. Where none is set, one follows from {@code JWT_SECRET}.
   */
  public static AnswerVault from(Env env) {
    List<Key> keys = env.list(VARIABLE, "").stream().map(AnswerVault::key).toList();
    return new AnswerVault(keys.isEmpty() ? List.of(following(env)) : keys);
  }

  private static Key key(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (bytes.length == KEY_BYTES) {
        return Key.of(bytes);
      }
    } catch (IllegalArgumentException e) {
      throw wanted();
    }
    throw wanted();
  }

  private static ConfigException wanted() {
    return new ConfigException(VARIABLE + " must be 32 bytes in base64: openssl rand -base64 32.");
  }

  private static Key following(Env env) {
    ServiceToken secret = new ServiceToken(env.text("JWT_SECRET", "-"));
    return Key.of(HexFormat.of().parseHex(secret.sign(VARIABLE, new byte[0])));
  }

  /** Encrypts a text; twice the same text gives two others. */
  public String seal(String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    Key key = keys.get(0);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, key, nonce, text.getBytes(UTF_8));
    byte[] all = ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    return key.id() + '.' + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /**
   * Decrypts a text.
   *
   * @throws IllegalArgumentException when none of the keys has encrypted it, or somebody has
   *     changed it
   */
  public String open(String sealed) {
    int dot = sealed.indexOf('.');
    Key key = named(sealed.substring(0, Math.max(0, dot)));
    byte[] all = Base64.getUrlDecoder().decode(sealed.substring(dot + 1));
    byte[] nonce = new byte[NONCE_BYTES];
    byte[] text = new byte[Math.max(0, all.length - NONCE_BYTES)];
    ByteBuffer.wrap(all).get(nonce).get(text);
    return new String(run(Cipher.DECRYPT_MODE, key, nonce, text), UTF_8);
  }

  private Key named(String id) {
    return keys.stream()
        .filter(key -> key.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no key has encrypted this"));
  }

  private static byte[] run(int mode, Key key, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("it isn't what was encrypted", e);
    }
  }
}
