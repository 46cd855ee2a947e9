package id.tixgo.common.auth;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Signs tokens and checks them: header, signature, algorithm, {@code exp} (required), {@code nbf},
 * {@code sub} (required). One per verticle instance, since verification locks the key.
 */
public final class TokenCodec {
  /** By how much the clocks of two services may differ. */
  public static final int CLOCK_SKEW_SECONDS = 5;

  private static final int LONGEST_TOKEN = 4096;

  /** Header, claims and signature, in Base64 for URLs without padding. */
  private static final Pattern FORM = Pattern.compile("([\\w-]+)\\.[\\w-]+\\.[\\w-]+");

  private final JWTAuth jwt;
  private final JWTOptions signing;
  private final Clock clock;

  public TokenCodec(Vertx vertx, TokenConfig config, Clock clock) {
    PubSecKeyOptions key =
        new PubSecKeyOptions().setAlgorithm(config.algorithm()).setBuffer(config.secret());
    JWTOptions checking = new JWTOptions().setLeeway(CLOCK_SKEW_SECONDS);
    this.jwt =
        JWTAuth.create(vertx, new JWTAuthOptions().addPubSecKey(key).setJWTOptions(checking));
    this.signing = new JWTOptions().setAlgorithm(config.algorithm()).setNoTimestamp(true);
    this.clock = clock;
  }

  /** A token with the claims {@code sub, role, iat, exp, jti}; times in seconds. */
  public String sign(Claims claims) {
    return jwt.generateToken(
        new JsonObject()
            .put("sub", claims.subject())
            .put("role", claims.role())
            .put("iat", clock.instant().getEpochSecond())
            .put("exp", claims.expiresAt().getEpochSecond())
            .put("jti", claims.id()),
        signing);
  }

  /**
   * What the token says, or empty when it is forged, malformed, expired or not yet good.
   *
   * <p>JWTAuth throws on claims of a wrong type; inside {@code compose} that is a refusal too.
   */
  public Future<Optional<Claims>> check(String token) {
    if (token.length() > LONGEST_TOKEN || !isUnderstood(token)) {
      return Future.succeededFuture(Optional.empty());
    }
    return Future.succeededFuture(new TokenCredentials(token))
        .compose(jwt::authenticate)
        .map(user -> user.attributes().getJsonObject("accessToken"))
        .map(this::claims)
        .otherwise(Optional.empty());
  }

  /**
   * Whether the header asks for nothing that isn't known here, which JWTAuth doesn't look at:
   * {@code crit} names extensions that must be, and none is (RFC 7515, 4.1.11).
   */
  private static boolean isUnderstood(String token) {
    Matcher parts = FORM.matcher(token);
    if (!parts.matches()) {
      return false;
    }
    try {
      Buffer header = Buffer.buffer(Base64.getUrlDecoder().decode(parts.group(1)));
      JsonObject json = header.toJsonObject();
      return !json.containsKey("crit") && "JWT".equals(json.getValue("typ", "JWT"));
    } catch (IllegalArgumentException | DecodeException e) {
      return false;
    }
  }

  private Optional<Claims> claims(JsonObject claims) {
    Instant now = clock.instant();
    if (!(claims.getValue("exp") instanceof Number exp)
        || !(claims.getValue("sub") instanceof String subject)
        || subject.isEmpty()) {
      return Optional.empty();
    }
    Instant expiresAt = Instant.ofEpochSecond(exp.longValue());
    if (!expiresAt.isAfter(now) || isEarly(claims, now)) {
      return Optional.empty();
    }
    return Optional.of(new Claims(subject, text(claims, "role"), text(claims, "jti"), expiresAt));
  }

  private static boolean isEarly(JsonObject claims, Instant now) {
    Object notBefore = claims.getValue("nbf");
    return notBefore != null
        && !(notBefore instanceof Number nbf && nbf.doubleValue() <= now.getEpochSecond());
  }

  private static String text(JsonObject claims, String name) {
    return claims.getValue(name) instanceof String text ? text : "";
  }
}
