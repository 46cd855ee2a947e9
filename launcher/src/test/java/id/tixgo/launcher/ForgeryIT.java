package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.RunningSystem;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every forgery is refused by each service, and through the gateway. */
class ForgeryIT {
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
  private static RunningSystem system;
  private static JsonObject claims;

  @BeforeAll
  static void start() {
    system = RunningSystem.whole();
    String payload = system.tokenOf("committee").split("\\.", -1)[1];
    claims =
        new JsonObject(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void aCopyWithItsOwnClaimsShouldBeGood() throws Exception {
    everywhere(token("HS256", "HmacSHA256", RunningSystem.SECRET, c -> c), 200);
  }

  @Test
  void otherAlgorithmsAndKeysShouldBeRefused() throws Exception {
    String none = encode(new JsonObject().put("alg", "none")) + "." + encode(claims) + ".";
    everywhere(none, 401);
    everywhere(none.substring(0, none.length() - 1), 401);
    everywhere(token("none", "HmacSHA256", RunningSystem.SECRET, c -> c), 401);
    everywhere(token("HS512", "HmacSHA512", RunningSystem.SECRET, c -> c), 401);
    everywhere(token("RS256", "HmacSHA256", RunningSystem.SECRET, c -> c), 401);
    everywhere(token("HS256", "HmacSHA256", RunningSystem.SECRET + "x", c -> c), 401);
  }

  @Test
  void aHeaderThatAsksForWhatNobodyKnowsShouldBeRefused() throws Exception {
    for (Object crit : List.of(List.of("b64"), List.of("exp"), List.of(), "exp")) {
      JsonObject header = header("HS256").put("crit", crit).put("b64", true);
      everywhere(signed(encode(header), "HmacSHA256", RunningSystem.SECRET, claims), 401);
    }
    String twice = "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"alg\":\"HS256\"}";
    String encoded = URL.encodeToString(twice.getBytes(StandardCharsets.UTF_8));
    everywhere(signed(encoded, "HmacSHA256", RunningSystem.SECRET, claims), 401);
  }

  @Test
  void badClaimsShouldBeRefused() throws Exception {
    long now = Instant.now().getEpochSecond();
    List<UnaryOperator<JsonObject>> changes =
        List.of(
            c -> without(c, "exp"),
            c -> without(c, "sub"),
            c -> without(c, "jti"),
            c -> c.put("exp", now - 1),
            c -> c.put("exp", "9999999999"),
            c -> c.put("nbf", now + 60),
            c -> c.put("sub", "admin"),
            c -> c.put("sub", 7),
            c -> c.put("jti", "1.0.forged"));
    for (UnaryOperator<JsonObject> change : changes) {
      everywhere(token("HS256", "HmacSHA256", RunningSystem.SECRET, change), 401);
    }
  }

  @Test
  void aForgedRoleShouldCountForNothing() throws Exception {
    String token = token("HS256", "HmacSHA256", RunningSystem.SECRET, c -> c.put("role", "admin"));
    JsonObject event = new JsonObject().put("title", "x").put("start_time", "2026-01-01T00:00:00Z");
    system.attendance().as(token).post("/events", event).expect(403, "FORBIDDEN");
    system.identity().as(token).get("/auth/users").expect(403, "FORBIDDEN");
  }

  @Test
  void malformedHeadersShouldBeRefused() {
    for (String header :
        List.of("Bearer", "Bearer ", "Basic YTpi", "Bearer a b", "Bearer " + "x".repeat(6000))) {
      for (String path : List.of("/attendance/x", "/events")) {
        Answer answer = system.attendance().with("Authorization", header).get(path);
        assertEquals("Invalid or expired token", answer.expect(401, "UNAUTHORIZED").text("detail"));
      }
      system.identity().with("Authorization", header).get("/auth/me").expect(401, "UNAUTHORIZED");
      system.event().with("Authorization", header).get("/events").expect(401, "UNAUTHORIZED");
    }
  }

  private static void everywhere(String token, int status) {
    List<Answer> answers =
        List.of(
            system.identity().as(token).get("/auth/me"),
            system.identity().post("/auth/verify-token", new JsonObject().put("token", token)),
            system.attendance().as(token).get("/attendance/x"),
            system.attendance().as(token).get("/events"),
            system.event().as(token).get("/events"));
    answers.forEach(answer -> answer.expect(status));
  }

  private static JsonObject without(JsonObject claims, String name) {
    claims.remove(name);
    return claims;
  }

  private static String token(
      String algorithm, String mac, String secret, UnaryOperator<JsonObject> change)
      throws GeneralSecurityException {
    return signed(encode(header(algorithm)), mac, secret, change.apply(claims.copy()));
  }

  private static JsonObject header(String algorithm) {
    return new JsonObject().put("typ", "JWT").put("alg", algorithm);
  }

  private static String signed(String header, String mac, String secret, JsonObject claims)
      throws GeneralSecurityException {
    String text = header + "." + encode(claims);
    Mac signer = Mac.getInstance(mac);
    signer.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), mac));
    return text + "." + URL.encodeToString(signer.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String encode(JsonObject json) {
    return URL.encodeToString(json.encode().getBytes(StandardCharsets.UTF_8));
  }
}
