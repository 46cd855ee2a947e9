package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What services ask each other, which nobody else may. */
class InternalIT {
  private static RunningSystem system;

  @BeforeAll
  static void start() {
    system = RunningSystem.whole();
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void feedShouldTellOfEveryChangeInOrder() {
    ServiceApi admin = system.attendance().as(system.adminToken());
    long before = feed(0).getLong("last");
    String path = admin.post("/events", event("a")).expect(201).header("Location").orElseThrow();
    admin.patch(path, new JsonObject().put("title", "b")).expect(200);
    admin.patch(path, new JsonObject().put("status", "cancelled")).expect(200);
    admin.delete(path).expect(200);
    JsonObject page = feed(before);
    assertEquals(before + 4, page.getLong("last"));
    JsonArray messages = page.getJsonArray("messages");
    assertEquals(
        List.of("event_made", "event_changed", "event_changed", "event_deleted"),
        texts(messages, "type"));
    List<JsonObject> data =
        messages.stream().map(m -> ((JsonObject) m).getJsonObject("data")).toList();
    assertEquals(
        List.of("published", "published", "cancelled", "deleted"),
        data.stream().map(d -> d.getString("status")).toList());
    assertEquals(
        List.of("a", "b", "b", "b"), data.stream().map(d -> d.getString("title")).toList());
    assertEquals(before + 1, messages.getJsonObject(0).getLong("seq"));
    assertEquals(messages.getJsonObject(0).getString("at"), feed(before + 1).getString("after_at"));
  }

  @Test
  void feedShouldBeForServicesAlone() {
    ServiceApi event = system.event();
    event.get("/internal/feed").expect(401, "UNAUTHORIZED");
    event.as(system.adminToken()).get("/internal/feed").expect(401, "UNAUTHORIZED");
    event.with("X-Service-Token", "").get("/internal/feed").expect(401, "UNAUTHORIZED");
    String wrong = RunningSystem.SERVICE_TOKEN.replace('0', '1');
    event.with("X-Service-Token", wrong).get("/internal/feed").expect(401, "UNAUTHORIZED");
    house(event).get("/internal/feed?after=-1").expect(422, "VALIDATION_ERROR");
    house(event).get("/internal/feed?after=999999999999999999").expect(200);
    ServiceApi attendance = system.attendance();
    attendance.send("POST", "/internal/feeds/event/restart", "").expect(401, "UNAUTHORIZED");
    house(attendance).send("POST", "/internal/feeds/none/restart", "").expect(404, "NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal/feed",
        "/events/../internal/feed",
        "/events/%2e%2e/internal/feed",
        "/events/..%2finternal/feed",
        "/events//../internal/feed"
      })
  void attendanceShouldForwardNothingInternal(String path) {
    house(system.attendance()).get(path).expect(404, "NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal/feed",
        "/gateway/attendance/internal/feeds/event/restart",
        "/gateway/attendance/%69nternal/feeds/event/restart",
        "/gateway/attendance/x/../internal/feeds/event/restart",
        "/gateway/attendance/./internal/feeds/event/restart",
        "/gateway/attendance//internal/feeds/event/restart",
        "/gateway/attendance/events/../internal/feeds/event/restart",
        "/gateway/identity/internal/feed",
        "/gateway/event/internal/feed",
        "/gateway/event/venues/../internal/feed",
        "/gateway/event/venues/..%2finternal/feed",
        "/gateway/ticketing/internal/feeds/event/restart",
        "/gateway/ticketing/bookings/../internal/feeds/event/restart",
        "/gateway/ticketing/shop/%2e%2e/internal/feeds/event/restart",
        "/gateway/payment/internal/feeds/booking/restart",
        "/gateway/payment/orders/../internal/feeds/booking/restart",
        "/gateway/wallet/users/../internal/feeds/identity/restart",
        "/gateway/notification/notifications/../internal/feeds/identity/restart"
      })
  void portalShouldForwardNothingInternal(String path) {
    house(system.portal()).send("POST", path, "").expect(404, "NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal/feed",
        "/api/v1/internal/feed",
        "/events/../internal/feed",
        "/events/%2e%2e/internal/feed",
        "/events/..%2finternal/feed",
        "/events//../internal/feed",
        "/%69nternal/feed",
        "//internal/feed",
        "/api/v1//internal/feed",
        "/api/v1/../internal/feed",
        "/api/v1/../../internal/feed",
        "/api/v1/../api/v1/../internal/feed",
        "/api/v1/events/../internal/feed",
        "/api/v1/%2e%2e/v1/internal/feed",
        "/api/v1/attendance/../internal/feeds/event/restart",
        "/attendance/./../internal/feeds/event/restart",
        "/wallet/internal/users/1",
        "/wallet/users/../internal/users/1",
        "/wallet/users/%2e%2e/internal/ledger",
        "/api/v1/wallet/internal/ledger",
        "/wallet/health",
        "/report/internal/audit",
        "/x/../api/v1/internal/feed"
      })
  void gatewayShouldForwardNothingInternal(String path) {
    for (String method : List.of("GET", "POST")) {
      house(system.gateway()).send(method, path, "").expect(404, "NOT_FOUND");
    }
  }

  private static JsonObject feed(long after) {
    return house(system.event()).get("/internal/feed?after=" + after).expect(200).json();
  }

  private static ServiceApi house(ServiceApi service) {
    return service.with("X-Service-Token", RunningSystem.SERVICE_TOKEN);
  }

  private static JsonObject event(String title) {
    return new JsonObject().put("title", title).put("start_time", "2026-12-31T19:00:00+07:00");
  }

  private static List<String> texts(JsonArray messages, String member) {
    return messages.stream().map(m -> ((JsonObject) m).getString(member)).toList();
  }
}
