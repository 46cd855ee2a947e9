package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.overload.Backlog;
import id.tixgo.common.overload.Backlogs;
import id.tixgo.common.service.ServiceDescriptors;
import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What clients see while changes wait for a disk that doesn't keep up. */
class OverloadIT {
  private static final Map<String, String> SETTINGS = Scrape.settings();
  private static final String OVERLOADED = "OVERLOADED";

  private static RunningSystem system;
  private static ServiceApi door;
  private static ServiceApi identity;
  private static String token;

  private record Stuck(int length, long waitedNanos) implements Backlog {}

  @BeforeAll
  static void start() {
    system = new RunningSystem(ServiceDescriptors.names(), SETTINGS);
    token = system.adminToken();
    door = system.attendance().as(token);
    identity = system.identity();
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @AfterEach
  void theRushIsOver() {
    ServiceDescriptors.names().forEach(name -> Backlogs.put(system.vertx(), name, Backlog.NONE));
    Eventually.await("all is answered again", () -> stats().status() == 200);
    Eventually.await("people log in again", () -> logIn().status() == 200);
  }

  @Test
  void theLeastUrgentShouldBeRefusedFirstAndCheckInsLast() {
    stick("attendance");
    Map<String, Supplier<Answer>> classToCall = new LinkedHashMap<>();
    classToCall.put("check_ins", OverloadIT::scan);
    classToCall.put("bookings", () -> door.put("/attendance/o1/rules", new JsonObject()));
    classToCall.put("reads", OverloadIT::stats);
    Set<String> refused = new LinkedHashSet<>();
    Eventually.await(
        "all are refused",
        () -> {
          classToCall.forEach((name, call) -> note(refused, name, call.get()));
          return refused.size() == classToCall.size();
        });
    assertEquals(List.of("reads", "bookings", "check_ins"), new ArrayList<>(refused));
    assertEquals(200, door.get("/health").status());
    assertEquals(200, door.get("/health/ready").status());
    assertEquals(200, Scrape.get(SETTINGS.get("MANAGEMENT_PORT"), "/metrics").statusCode());
  }

  /** Answers that aren't refused have to be right as ever. */
  private static void note(Set<String> refused, String name, Answer answer) {
    if (answer.status() == 503) {
      refused.add(name);
      assertEquals(OVERLOADED, answer.json().getString("code"));
      assertEquals("1", answer.header("Retry-After").orElseThrow());
    } else {
      assertTrue(answer.status() / 100 == 2, answer::body);
    }
  }

  @Test
  void aRefusedLogInShouldLeaveTokensAsTheyAre() {
    stick("identity");
    Eventually.await("log-ins are refused", () -> logIn().status() == 503);
    assertEquals(200, verify().status());
    String[] logIns = {"service", "identity", "class", "log_ins"};
    assertTrue(Scrape.of(SETTINGS.get("MANAGEMENT_PORT")).value("tixgo_shed_total", logIns) >= 1);
  }

  @Test
  void gatewayShouldRefuseByWhatIsAsked() {
    ServiceApi gateway = system.gateway();
    stick("gateway");
    Eventually.await(
        "log-ins are refused", () -> gateway.post("/auth/login", account()).status() == 503);
    assertEquals(201, gateway.as(token).post("/checkins", ticket()).status());
  }

  private static void stick(String service) {
    Backlogs.put(system.vertx(), service, new Stuck(1000, 1_400_000_000));
  }

  private static Answer scan() {
    return door.post("/checkins", ticket());
  }

  private static JsonObject ticket() {
    return new JsonObject().put("event_id", "o1").put("ticket_id", UUID.randomUUID().toString());
  }

  private static Answer stats() {
    return door.get("/attendance/o1/stats");
  }

  private static Answer logIn() {
    return identity.post("/auth/login", account());
  }

  private static Answer verify() {
    return identity.post("/auth/verify-token", new JsonObject().put("token", token));
  }

  private static JsonObject account() {
    return new JsonObject().put("username", "admin").put("password", "admin-secret");
  }
}
