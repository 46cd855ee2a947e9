package id.tixgo.common.auth;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How tokens are signed and how long a service trusts what Identity said of one.
 *
 * @param secret the HMAC key, the same in every service
 * @param algorithm JWS name: HS256, HS384 or HS512
 * @param lifetimeSeconds from {@code iat} to {@code exp}
 * @param cacheSeconds for how long Identity's word is kept without asking again
 * @param graceSeconds for how long it still counts while Identity can't be reached
 */
public record TokenConfig(
    String secret, String algorithm, int lifetimeSeconds, int cacheSeconds, int graceSeconds) {
  private static final int SHORTEST_SECRET = 32;

  public static TokenConfig from(Env env) {
    return new TokenConfig(
        secret(env),
        env.choice("JWT_ALG", "HS256", List.of("HS256", "HS384", "HS512")),
        60 * env.number("TOKEN_EXPIRE_MINUTES", 120, 1, 525_600),
        env.number("TOKEN_CACHE_SECONDS", 30, 0, 3600),
        env.number("IDENTITY_GRACE_SECONDS", 300, 0, 86_400));
  }

  private static String secret(Env env) {
    String secret =
        env.text("JWT_SECRET")
            .orElseThrow(
                () ->
                    new ConfigException(
                        "JWT_SECRET is not set: give at least 32 characters, the same to every"
                            + " service (openssl rand -hex 32)."));
    if (secret.getBytes(StandardCharsets.UTF_8).length < SHORTEST_SECRET) {
      throw new ConfigException(
          "JWT_SECRET has " + secret.length() + " characters, but must have at least 32.");
    }
    return secret;
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "TokenConfig[" + algorithm + ", " + lifetimeSeconds + " s]";
  }
}
