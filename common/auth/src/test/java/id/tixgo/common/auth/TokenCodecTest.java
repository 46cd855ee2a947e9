package id.tixgo.common.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.json.JsonFormat;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class TokenCodecTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
  private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

  private final long now = Instant.now().getEpochSecond();
  private TokenCodec codec;

  @BeforeAll
  static void installFormat() {
    JsonFormat.install();
  }

  @BeforeEach
  void setUp(Vertx vertx) {
    codec =
        new TokenCodec(vertx, new TokenConfig(SECRET, "HS256", 3600, 30, 300), Clock.systemUTC());
  }

  @Test
  void checkShouldReadWhatSignWrote() {
    Claims claims = new Claims("siti", "admin", "1.0.x", Instant.ofEpochSecond(now + 60));
    assertEquals(Optional.of(claims), check(codec.sign(claims)));
  }

  @Test
  void checkShouldTakeATokenThatSomeoneElseSignedWithTheSecret() throws Exception {
    assertTrue(check(hs256(HEADER, claims(now + 60, ""))).isPresent());
  }

  @Test
  void checkShouldRefuseForgeries() throws Exception {
    String good = claims(now + 60, "");
    String none = "{\"alg\":\"none\",\"typ\":\"JWT\"}";
    for (String forgery :
        List.of(
            unsigned(none, good) + ".",
            unsigned(none, good),
            unsigned(HEADER, good) + ".",
            hs256(none, good),
            hs256("{\"alg\":\"HS512\"}", good),
            hmac("HmacSHA512", "{\"alg\":\"HS512\"}", good, SECRET),
            hmac("HmacSHA256", "{\"alg\":\"RS256\"}", good, SECRET),
            hmac("HmacSHA256", HEADER, good, SECRET + "x"),
            "",
            ".",
            "..",
            "a.b.c",
            "x".repeat(5000))) {
      assertTrue(check(forgery).isEmpty(), forgery);
    }
  }

  @Test
  void checkShouldIgnoreWhatAHeaderMaySayBesides() throws Exception {
    for (String more :
        List.of("\"kid\":\"k1\"", "\"cty\":\"x\"", "\"jku\":\"http://127.0.0.1:1/\"")) {
      String header = "{\"alg\":\"HS256\"," + more + "}";
      assertTrue(check(hs256(header, claims(now + 60, ""))).isPresent(), header);
    }
  }

  @Test
  void checkShouldRefuseHeadersThatAreNone() throws Exception {
    for (String header :
        List.of(
            "{\"alg\":\"HS256\",\"crit\":[\"b64\"],\"b64\":true}",
            "{\"alg\":\"HS256\",\"crit\":[\"exp\"]}",
            "{\"alg\":\"HS256\",\"crit\":[]}",
            "{\"alg\":\"HS256\",\"crit\":null}",
            "{\"alg\":\"HS256\",\"crit\":{}}",
            "{\"alg\":\"none\",\"alg\":\"HS256\"}",
            "{\"alg\":\"HS256\",\"alg\":\"none\"}",
            "{\"alg\":\"hs256\"}",
            "{\"alg\":[\"HS256\"]}",
            "{\"alg\":256}",
            "{\"alg\":null}",
            "{\"alg\":\"HS256\",\"typ\":\"JWE\"}",
            "{\"alg\":\"HS256\",\"typ\":7}",
            "{\"alg\":\"HS256\"} x",
            "{\"typ\":\"JWT\"}",
            "{}",
            "[]",
            "\"HS256\"",
            "null",
            "")) {
      assertTrue(check(hs256(header, claims(now + 60, ""))).isEmpty(), header);
    }
  }

  @Test
  void checkShouldRefuseOtherFormsOfAGoodToken() throws Exception {
    String good = hs256(HEADER, claims(now + 60, ""));
    assertTrue(check(good).isPresent());
    for (String form : List.of(good + ".", good + ".x.y", "." + good, good + "=", good + "\n")) {
      assertTrue(check(form).isEmpty(), form);
    }
  }

  @Test
  void checkShouldRefuseBadClaims() throws Exception {
    for (String claims :
        List.of(
            claims(now - 1, ""),
            claims(now, ""),
            claims(now + 60, ",\"nbf\":" + (now + 30)),
            claims(now + 60, ",\"nbf\":\"soon\""),
            "{\"sub\":\"siti\",\"iat\":" + now + "}",
            "{\"exp\":" + (now + 60) + "}",
            "{\"sub\":\"\",\"exp\":" + (now + 60) + "}",
            "{\"sub\":7,\"exp\":" + (now + 60) + "}",
            "{\"sub\":\"siti\",\"exp\":\"" + (now + 60) + "\"}",
            "[]",
            "null")) {
      assertTrue(check(hs256(HEADER, claims)).isEmpty(), claims);
    }
  }

  private Optional<Claims> check(String token) {
    return codec.check(token).result();
  }

  private String claims(long exp, String more) {
    return "{\"sub\":\"siti\",\"role\":\"user\",\"iat\":" + now + ",\"exp\":" + exp + more + "}";
  }

  private static String hs256(String header, String claims) throws GeneralSecurityException {
    return hmac("HmacSHA256", header, claims, SECRET);
  }

  private static String hmac(String algorithm, String header, String claims, String secret)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
    String text = unsigned(header, claims);
    return text + "." + URL.encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String unsigned(String header, String claims) {
    return encode(header) + "." + encode(claims);
  }

  private static String encode(String text) {
    return URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
