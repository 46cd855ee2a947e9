package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RawOrigin;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.Wire;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that Gateway refuses by itself, with one behind it that records. */
class PublicTokenIT {
  private static final String EVENT_PORT = FreePort.next();
  private static RunningSystem system;
  private static RawOrigin event;

  @BeforeAll
  static void start() {
    system = new RunningSystem(List.of("identity", "gateway"), Map.of("EVENT_PORT", EVENT_PORT));
    event = RawOrigin.listen(system.vertx(), EVENT_PORT);
    event.says("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer x",
        "Bearer a.b.c",
        "Basic YWRtaW46YWRtaW4tc2VjcmV0",
        "eyJhbGciOiJIUzI1NiJ9.e30.x",
        "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiIsImV4cCI6OTk5OTk5OTk5OX0.",
        "Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
            + ".eyJzdWIiOiJhZG1pbiIsImV4cCI6OTk5OTk5OTk5OX0.AAAA"
      })
  void aTokenThatIsNoneShouldBeRefusedBeforeItsBody(String authorization) {
    for (String more : List.of("X: y", "Expect: 100-continue")) {
      String path = "/events/refused-" + Integer.toHexString(authorization.hashCode());
      Wire.Reply reply = post(path, "Authorization: " + authorization, more);
      assertEquals(401, reply.status(), reply::toString);
      assertEquals("Bearer", reply.headers().get("www-authenticate"));
      assertEquals("Invalid or expired token", new JsonObject(reply.body()).getString("detail"));
      assertEquals(-1, event.heard().indexOf(path));
    }
  }

  @Test
  void aTokenOfIdentitysShouldComeThrough() {
    String token = "Authorization: Bearer " + system.adminToken();
    assertEquals(200, post("/events/admitted", token, "X: y").status());
    assertEquals(200, post("/events/admitted", "X: nobody", "X: y").status());
  }

  /** Whoever logs in again may still send what has run out. */
  @Test
  void whereAnybodyMayCallATokenShouldNotBeLookedAt() {
    JsonObject admin = new JsonObject().put("username", "admin").put("password", "admin-secret");
    system.gateway().as("run-out").post("/auth/login", admin).expect(200);
    system.gateway().as("run-out").post("/api/v1/auth/login", admin).expect(200);
    system.gateway().as("run-out").get("/auth/me").expect(401, "UNAUTHORIZED");
    system.gateway().as("run-out").post("/auth/register", admin).expect(401, "UNAUTHORIZED");
  }

  private static Wire.Reply post(String path, String... headers) {
    String head =
        Wire.head(
            "POST " + path + " HTTP/1.1",
            "Host: x",
            "Content-Length: 9000000",
            String.join("\r\n", headers));
    return Wire.exchange(system.gateway().port(), head);
  }
}
