package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.test.Wire;
import io.vertx.core.json.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and conditions that no honest client sends: each is refused, none is our failure. */
class OddAddressesIT {
  private static RunningSystem system;
  private static ServiceApi events;
  private static String token;
  private static String event;

  @BeforeAll
  static void start() {
    system = RunningSystem.whole();
    token = system.adminToken();
    events = system.attendance().as(token);
    event = create();
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  static Stream<String> undecodable() {
    return Stream.of("/health", "/events", "/attendance/x", "/checkins", event + "/summary")
        .flatMap(path -> Stream.of("%", "%zz", "%1", "x=%", "q=%zz").map(q -> path + "?" + q));
  }

  @ParameterizedTest
  @MethodSource("undecodable")
  void aQueryThatCannotBeDecodedShouldBeRefused(String uri) {
    assertProblem(400, "BAD_REQUEST", get(system.attendance(), uri));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/auth/users/%", "/auth/users/%zz", "/auth/users?limit=%", "/%f"})
  void anAddressThatCannotBeDecodedShouldBeRefusedByIdentityToo(String uri) {
    assertProblem(400, "BAD_REQUEST", get(system.identity(), uri));
  }

  @ParameterizedTest
  @ValueSource(strings = {"|", "{", "\"", "^", "%7C", "%20"})
  void aCursorOfOddCharactersShouldBeRefusedBehindTheGatewayToo(String cursor) {
    String query = "/attendance?limit=1&cursor=" + cursor;
    assertProblem(422, "VALIDATION_ERROR", get(system.attendance(), event + query));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-0", "bytes=x", "bytes=99999999999999999999-"})
  void aRangeShouldNotMatterToFilesOfPages(String range) {
    system.identity().with("Range", range).get("/assets/tixgo/docs.js").expect(200);
  }

  @Test
  void aStarShouldMatchOnItsOwnAlone() {
    JsonObject title = new JsonObject().put("title", "y");
    for (String star : new String[] {"*,*", "W/*", "\"x\", *"}) {
      events.with("If-Match", star).patch(event, title).expect(412, "PRECONDITION_FAILED");
    }
    events.with("If-Match", " * ").patch(create(), title).expect(200);
  }

  private static void assertProblem(int status, String code, Wire.Reply reply) {
    assertEquals(status, reply.status(), reply::toString);
    assertEquals(code, new JsonObject(reply.body()).getString("code"), reply::toString);
    assertEquals("application/problem+json", reply.headers().get("content-type"));
  }

  private static Wire.Reply get(ServiceApi api, String uri) {
    return Wire.exchange(
        api.port(),
        Wire.head("GET " + uri + " HTTP/1.1", "Host: x", "Authorization: Bearer " + token));
  }

  private static String create() {
    JsonObject body = new JsonObject().put("title", "x").put("start_time", "2026-12-31T12:00:00Z");
    return events.post("/events", body).expect(201).header("Location").orElseThrow();
  }
}
