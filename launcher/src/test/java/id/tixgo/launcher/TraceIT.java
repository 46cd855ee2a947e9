package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.AccessLog;
import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.launcher.OtlpReceiver.Received;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A request's trace goes with it through all services and feeds, and is sent to who wants it. */
class TraceIT {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String CALLER = "00f067aa0ba902b7";

  private static OtlpReceiver receiver;
  private static RunningSystem system;

  @BeforeAll
  static void start() {
    AccessLog.open();
    receiver = new OtlpReceiver();
    system =
        new RunningSystem(
            List.of("identity", "event", "attendance", "ticketing", "gateway"),
            Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                receiver.endpoint(),
                "OTEL_BSP_SCHEDULE_DELAY",
                "50",
                "OTEL_TRACES_SAMPLER",
                "parentbased_always_off"));
  }

  @AfterAll
  static void stop() {
    system.close();
    receiver.close();
  }

  @Test
  void stepsShouldFollowOneAnotherThroughServicesAndFeeds() {
    Answer made =
        traced(system.gateway().as(system.adminToken()), TRACE + '-' + CALLER + "-01")
            .post(
                "/events",
                new JsonObject()
                    .put("id", "traced")
                    .put("title", "Traced")
                    .put("start_time", "2099-12-31T12:00:00Z"))
            .expect(201);
    assertTrue(made.header("traceresponse").orElse("").startsWith("00-" + TRACE + '-'));

    Eventually.await("Attendance's step is sent", () -> find("apply event_made").size() >= 2);
    Received gateway = one(CALLER, "POST /events/*");
    Received asking = one(gateway.spanId(), "ask event");
    Received event = one(asking.spanId(), "POST /events");
    find("apply event_made").forEach(step -> assertEquals(event.spanId(), step.parentId()));
    assertEquals(TRACE, AccessLog.await(made.header("X-Request-Id").orElse("")).get("trace_id"));
  }

  @Test
  void aTraceThatNobodyWantsShouldBePassedOnAndNotSent() {
    String trace = "aaaabbbbccccddddeeeeffff00001111";
    Answer answer =
        traced(system.gateway(), trace + '-' + CALLER + "-00").get("/events").expect(401);
    String said = answer.header("traceresponse").orElse("");
    assertTrue(said.startsWith("00-" + trace + '-') && said.endsWith("-00"), said);
    String fresh = system.gateway().get("/health").header("traceresponse").orElse("");
    assertTrue(fresh.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00"), fresh);
    assertTrue(receiver.ofTrace(trace).isEmpty());
  }

  @Test
  void whatIsNoTraceShouldBeginAnew() {
    Answer answer = traced(system.attendance(), "none").get("/health").expect(200);
    String begun = answer.header("traceresponse").orElse("");
    assertFalse(begun.contains("none"), begun);
    assertNotEquals(begun, system.attendance().get("/health").header("traceresponse").orElse(""));
  }

  private static ServiceApi traced(ServiceApi api, String parent) {
    return api.with("traceparent", "00-" + parent);
  }

  private static List<Received> find(String name) {
    return receiver.ofTrace(TRACE).stream().filter(span -> span.name().equals(name)).toList();
  }

  private static Received one(String parent, String name) {
    Optional<Received> found =
        find(name).stream().filter(span -> span.parentId().equals(parent)).findFirst();
    return found.orElseThrow(() -> new AssertionError(name + " in " + receiver.ofTrace(TRACE)));
  }
}
