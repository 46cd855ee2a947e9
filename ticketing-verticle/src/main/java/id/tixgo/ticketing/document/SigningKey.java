package id.tixgo.ticketing.document;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.ConfigException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/** A pair of Ed25519 keys (RFC 8032) with a short name. */
final class SigningKey {
  static final String ALGORITHM = "Ed25519";
  static final int SEED_BYTES = 32;
  private static final int PUBLIC_BYTES = 32;
  private static final int NAME_LETTERS = 4;

  private final String id;
  private final PrivateKey secret;
  private final PublicKey open;

  private SigningKey(KeyPair pair) {
    this.secret = requireNonNull(pair.getPrivate());
    this.open = requireNonNull(pair.getPublic());
    this.id = Base32.encode(hash(raw())).substring(0, NAME_LETTERS);
  }

  /**
   * The pair that the seed makes.
   *
   * @param seed the 32 bytes that RFC 8032 calls the private key
   */
  static SigningKey of(byte[] seed) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(255, new Seeded(seed));
      return new SigningKey(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** From its setting; fails with {@link ConfigException}. */
  static SigningKey of(String variable, String base64) {
    byte[] seed;
    try {
      seed = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw unusable(variable);
    }
    if (seed.length != SEED_BYTES) {
      throw unusable(variable);
    }
    return of(seed);
  }

  /** The first letters of its public key's SHA-256 in base32. */
  String id() {
    return id;
  }

  /** The public key's 32 bytes, the last ones of its X.509 form. */
  byte[] raw() {
    byte[] encoded = open.getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length);
  }

  /** 64 bytes, the same for the same message. */
  byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hash(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ConfigException unusable(String variable) {
    return new ConfigException(
        variable
            + " must be 32 random bytes in base64 (openssl rand -base64 32), with older ones after"
            + " it and commas between.");
  }

  /** The JDK makes a public key of a private one only as it generates both. */
  private static final class Seeded extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final byte[] seed;

    Seeded(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
