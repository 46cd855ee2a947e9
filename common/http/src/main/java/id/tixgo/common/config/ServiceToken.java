package id.tixgo.common.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret by which the services of one house know each other: {@code SERVICE_TOKEN}. */
public record ServiceToken(String secret) {
  public static final String HEADER = "X-Service-Token";
  private static final int SHORTEST = 32;
  private static final String MAC = "HmacSHA256";

  public ServiceToken {
    requireNonNull(secret);
  }

  /** Where none is set it follows from {@code JWT_SECRET}, which all services have alike. */
  public static ServiceToken from(Env env) {
    String secret =
        env.text("SERVICE_TOKEN")
            .orElseGet(
                () ->
                    new ServiceToken(env.text("JWT_SECRET", "-"))
                        .sign("service token", new byte[0]));
    if (secret.length() < SHORTEST) {
      throw new ConfigException(
          "SERVICE_TOKEN has "
              + secret.length()
              + " characters, but must have at least "
              + SHORTEST
              + ".");
    }
    return new ServiceToken(secret);
  }

  /** Takes as long for a nearly right one as for any other. */
  public boolean matches(String given) {
    return MessageDigest.isEqual(secret.getBytes(UTF_8), given.getBytes(UTF_8));
  }

  /**
   * What nobody can make of a text and bytes after it who doesn't know the secret: their
   * HMAC-SHA256 in hexadecimal.
   */
  public String sign(String text, byte[] bytes) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), MAC));
      mac.update(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "ServiceToken";
  }
}
