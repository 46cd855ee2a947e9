package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.http.Contract;
import id.tixgo.common.service.ServiceDescriptor;
import id.tixgo.common.service.ServiceDescriptors;
import id.tixgo.common.test.Answer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.test.Wire;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the one public address shows of the services, and what it doesn't. */
class PublicGatewayIT {
  private static RunningSystem system;
  private static ServiceApi admin;

  @BeforeAll
  static void start() {
    system = RunningSystem.whole();
    admin = system.gateway().as(system.adminToken());
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/api/v1"})
  void everyServiceShouldAnswerAtItsPaths(String version) {
    assertEquals("admin", admin.get(version + "/auth/me").expect(200).text("username"));
    admin.get(version + "/events?limit=1").expect(200);
    JsonObject event = new JsonObject().put("title", "x").put("start_time", "2026-12-31T12:00:00Z");
    Answer made = admin.post(version + "/events", event).expect(201);
    String place = made.header("Location").orElseThrow();
    assertEquals(version + "/events/" + made.text("id"), place);
    admin.get(place).expect(200);
    admin.get(version + "/attendance/" + made.text("id") + "/stats").expect(200);
    JsonObject scan = new JsonObject().put("event_id", made.text("id")).put("ticket_id", "T1");
    admin.post(version + "/checkins", scan).expect(201);
    admin.get(version + "/events/none").expect(404, "NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1",
        "/api/v1/",
        "/api/v1/health",
        "/api/v1/openapi.json",
        "/api/v2/events",
        "/API/v1/events",
        "/x/../api/v1/events",
        "/eventsx",
        "/Events",
        "/even",
        "/gateway/identity/auth/me",
        "/api/auth/me",
        "/checkins%2f..%2fauth",
        "/x"
      })
  void whatNoServiceListsShouldLeadNowhere(String path) {
    admin.get(path).expect(404, "NOT_FOUND");
  }

  @Test
  void methodsThatAServiceLacksShouldBeRefusedByIt() {
    Answer answer = admin.delete("/events").expect(405, "METHOD_NOT_ALLOWED");
    assertEquals("GET, HEAD, POST", answer.header("Allow").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONNECT /events",
        "CONNECT x:443",
        "TRACE /events",
        "OPTIONS *",
        "OPTIONS /events",
        "PROPFIND /api/v1/events",
        "get /events",
        "GET /events/%00",
        "GET /events?%00",
        "GET /events/%ff%fe",
        "GET /api/v1/events;x=/../internal",
        "GET http://x:99999/events",
        "GET /////",
        "GET /api/v1/%2e%2e/%2e%2e/%2e%2e"
      })
  void oddRequestsShouldNeverBeOurFailure(String line) {
    Wire.Reply reply =
        Wire.exchange(system.gateway().port(), Wire.head(line + " HTTP/1.1", "Host: x"));
    assertTrue(reply.isRefusal() || reply.status() < 300, reply::toString);
  }

  @Test
  void aDocumentShouldHaveTheCallsOfAllServicesAndOfNobodyInside() {
    JsonObject document = system.gateway().get("/openapi.json").expect(200).json();
    assertTrue(RunningSystem.await(Contract.of(system.vertx(), document)).operations().size() > 40);
    JsonObject paths = document.getJsonObject("paths");
    for (ServiceDescriptor service : ServiceDescriptors.all()) {
      for (String beginning : service.exposure().map(e -> e.paths()).orElse(List.of())) {
        assertTrue(
            paths.fieldNames().stream().anyMatch(path -> path.startsWith(beginning)), beginning);
      }
    }
    assertFalse(paths.encode().contains("/internal"));
    assertFalse(paths.encode().contains("x-forwarded"));
    assertEquals(
        "event.listEvents",
        paths.getJsonObject("/events").getJsonObject("get").getString("operationId"));
    assertTrue(system.gateway().get("/docs").expect(200).body().contains("TixGo Gateway"));
  }

  @Test
  void gatewayShouldBeReadyByItself() {
    Answer health = system.gateway().get("/health").expect(200);
    assertEquals("gateway-service", health.text("service"));
    system.gateway().get("/health/ready").expect(200);
  }
}
