package id.tixgo.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.report.ReportDesk.Person;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The part of the digital wallet's testing flow that is about reports, call by call: with tokens,
 * and as it is printed, without most of them.
 */
class ReferenceReportsIT {
  private static final String PRINTED_TOKEN = "service_shared_secret_change_this";

  @Test
  void theFlowShouldWorkWithTokens() {
    try (ReportDesk desk = new ReportDesk()) {
      Person john = desk.newPerson(100_000);
      walk(desk, desk.as(john), john);
      desk.report().get(john.reports()).expect(401, "UNAUTHORIZED");
    }
  }

  @Test
  void theFlowShouldWorkAsItIsPrinted() {
    try (ReportDesk desk = new ReportDesk("DEMO", "true", "SERVICE_TOKEN", PRINTED_TOKEN)) {
      Person john = desk.newPerson(100_000);
      walk(desk, desk.report(), john);
      ServiceApi forwarded = desk.report().with("X-Forwarded-For", "192.0.2.7");
      forwarded.get(john.summary()).expect(401, "UNAUTHORIZED");
      desk.make(desk.report(), john.id(), 1).expect(401, "UNAUTHORIZED");
      desk.report().send("POST", "/sync/all", "").expect(401, "UNAUTHORIZED");
    }
  }

  /** The first user is the admin that the settings name. */
  private static void walk(ReportDesk desk, ServiceApi reader, Person john) {
    Person jane = desk.newPerson(1);
    long paid = desk.begin(john, jane, 50_000);
    desk.decide(paid, "completed");
    long pending = desk.begin(john, jane, 10_000);
    JsonObject made = desk.make(desk.house(), john.id(), pending).expect(201).json();
    assertEquals(
        List.of("id", "user_id", "transaction_id", "status", "created_at"),
        List.copyOf(made.fieldNames()));
    assertEquals("generated", made.getString("status"));
    desk.catchUp();
    String page = reader.get(john.reports() + "?page=1&per_page=50").expect(200).body();
    assertEquals(
        "{\"user_id\":2,\"page\":1,\"per_page\":50,\"total\":2,\"reports\":["
            + "{\"id\":1,\"transaction_id\":1,\"amount\":50000,\"status\":\"completed\",\"created_at\":T},"
            + "{\"id\":3,\"transaction_id\":2,\"amount\":10000,\"status\":\"pending\",\"created_at\":T}]}",
        page.replaceAll("\"20[^\"]+Z\"", "T"));
    JsonObject summary = reader.get(john.summary()).expect(200).json();
    assertTrue(summary.getString("last_transaction").endsWith("Z"));
    assertEquals(
        List.of(2, 2, 50_000, 0, 100_000),
        List.of(
            summary.getInteger("user_id"),
            summary.getInteger("total_transactions"),
            summary.getInteger("total_spent"),
            summary.getInteger("total_received"),
            summary.getInteger("total_topup")));
    String synced = desk.house().send("POST", "/sync/all", "").expect(200).body();
    assertEquals(
        "{\"message\":\"Reports synchronized successfully\",\"synced_users\":2,"
            + "\"synced_transactions\":3,\"timestamp\":T}",
        synced.replaceAll("\"20[^\"]+Z\"", "T"));
  }

  /** It is refused where anybody else could ask. */
  @Test
  void theDemoShouldBeOnThisMachineAlone() {
    Env open = new Env(Map.of("DEMO", "true", "JWT_SECRET", RunningSystem.SECRET));
    assertThrows(ConfigException.class, () -> ReportConfig.from(open));
  }
}
