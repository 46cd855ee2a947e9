package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.service.ServiceDescriptors;
import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.OwnSigned;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.launcher.archive.BackupPlan;
import id.tixgo.launcher.archive.ScheduledBackups;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an operator is shown of all services, on the port that is his alone. */
class MetricsIT {
  private static final Map<String, String> SETTINGS = settings();
  private static final String PORT = SETTINGS.get("MANAGEMENT_PORT");

  private static RunningSystem system;
  private static ServiceApi door;
  private static ScheduledBackups backups;

  /** With a certificate, whose end is measured, too. */
  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(Scrape.settings());
    settings.putAll(OwnSigned.in(RunningSystem.newFolder()).settings());
    return settings;
  }

  @BeforeAll
  static void start() {
    system = new RunningSystem(ServiceDescriptors.names(), SETTINGS);
    door = system.attendance().as(system.tokenOf("committee"));
    Path data = RunningSystem.newFolder();
    backups =
        new ScheduledBackups(
            new BackupPlan(data, data.resolve("backups"), Duration.ofHours(6), 14),
            Clock.systemUTC());
    backups.start(system.vertx());
  }

  @AfterAll
  static void stop() {
    backups.close();
    system.close();
  }

  @Test
  void checkInsShouldBeCountedByOutcomeAndGate() {
    scan("m1", "T1", "North 1").expect(201);
    scan("m1", "T1", "North 1").expect(409);
    scan("m1", "T2", "").expect(201);
    Scrape now = Scrape.of(PORT);
    String name = "tixgo_checkins_total";
    assertEquals(1, now.value(name, "outcome", "checked_in", "gate", "North 1"));
    assertEquals(1, now.value(name, "outcome", "already_checked_in", "gate", "North 1"));
    assertTrue(now.value(name, "outcome", "checked_in", "gate", "none") >= 1);
  }

  @Test
  void nobodyShouldBeNamed() {
    String staff = system.newUser("committee");
    ServiceApi own = system.attendance().as(system.logIn(staff, "secret-1"));
    own.post("/checkins", body("m2", "CODE-17", "CODE-17")).expect(201);
    own.post("/checkins", body("m2", "CODE-18", staff)).expect(201);
    own.post("/checkins", body("m2", "CODE-19", "budi@example.com")).expect(201);
    Set<String> values = Scrape.of(PORT).labelValues();
    assertTrue(values.contains("other"), values.toString());
    assertTrue(
        values.stream().noneMatch(v -> v.contains("CODE-") || v.contains("@") || v.equals(staff)),
        values.toString());
  }

  @Test
  void requestsShouldBeMeasuredByTemplateNeverByPath() {
    door.get("/attendance/secret-event/stats").expect(200);
    door.get("/no-such-page/secret-event").expect(404);
    door.send("BREW", "/checkins", "").expect(405);
    String name = "tixgo_http_requests_seconds_count";
    Eventually.await(
        "the last is counted",
        () -> Scrape.of(PORT).value(name, "method", "other", "status", "405") >= 1);
    Scrape now = Scrape.of(PORT);
    String stats = "/attendance/{event_id}/stats";
    assertTrue(now.value(name, "service", "attendance", "route", stats, "status", "200") >= 1);
    assertTrue(now.value("tixgo_http_requests_seconds_bucket", "route", stats, "le", "+Inf") >= 1);
    Set<String> values = now.labelValues();
    assertTrue(
        values.stream().noneMatch(v -> v.contains("secret") || v.contains("BREW")),
        values.toString());
  }

  @Test
  void storesAndFeedsShouldTellHowTheyDo() {
    scan("m3", "T1", "").expect(201);
    system.catchUp();
    Scrape now = Scrape.of(PORT);
    for (String store : List.of("identity", "attendance")) {
      for (String counted : List.of("commits", "entries", "bytes")) {
        String name = "tixgo_store_" + counted + "_total";
        assertTrue(now.value(name, "store", store) > 0, store + " " + counted);
      }
      assertTrue(now.value("tixgo_store_sync_seconds_count", "store", store) > 0, store);
      assertTrue(now.value("tixgo_store_free_bytes", "store", store) > 0, store);
    }
    String[] feed = {"service", "attendance", "feed", "event"};
    Eventually.await("all is applied", () -> Scrape.of(PORT).value("tixgo_feed_lag", feed) == 0);
    assertEquals(0, Scrape.of(PORT).value("tixgo_feed_stuck", feed));
  }

  @Test
  void salesAndMoneyShouldBeCounted() {
    sellAndRefund();
    Scrape now = Scrape.of(PORT);
    for (String outcome : List.of("held", "paid")) {
      assertTrue(now.value("tixgo_sales_total", "outcome", outcome) >= 1, outcome);
    }
    assertTrue(now.value("tixgo_tickets_total", "outcome", "issued") >= 1);
    assertTrue(now.value("tixgo_payments", "gateway", "manual", "state", "paid") >= 1);
    assertEquals(0, now.value("tixgo_payments", "gateway", "manual", "state", "created"));
    assertTrue(now.value("tixgo_refunds") >= 1);
    assertEquals(0, now.value("tixgo_suspense_open"));
    assertTrue(now.value("tixgo_upstream_calls_total", "outcome", "answered") >= 1);
  }

  @Test
  void logInsShouldBeCountedByOutcome() {
    Scrape before = Scrape.of(PORT);
    system.adminToken();
    logInWrongly();
    Scrape now = Scrape.of(PORT);
    for (String outcome : List.of("good", "wrong")) {
      String[] labels = {"outcome", outcome};
      assertTrue(
          now.value("tixgo_logins_total", labels) > before.value("tixgo_logins_total", labels));
    }
    assertTrue(now.value("tixgo_tokens_total", "answer", "asked") >= 1);
  }

  @Test
  void whatRulesAndDashboardsAskForShouldBeThere() {
    scan("m4", "T1", "A").expect(201);
    logInWrongly();
    sellAndRefund();
    System.gc();
    Map<String, Set<String>> known = Scrape.of(PORT).nameToLabels();
    OperatorsFiles.rules().forEach(rule -> expectKnown(known, rule));
    OperatorsFiles.dashboards().stream()
        .flatMap(dashboard -> OperatorsFiles.queries(dashboard).stream())
        .forEach(query -> expectKnown(known, query));
  }

  private static void expectKnown(Map<String, Set<String>> known, String expression) {
    OperatorsFiles.metrics(expression)
        .forEach(
            (name, labels) -> {
              assertTrue(known.containsKey(name), name + " in " + expression);
              assertTrue(known.get(name).containsAll(labels), labels + " in " + expression);
            });
  }

  private static void logInWrongly() {
    JsonObject wrong = new JsonObject().put("username", "admin").put("password", "not-this-one");
    system.identity().post("/auth/login", wrong).expect(401);
  }

  /** A booking that is paid at the counter by Payment's book, and given back. */
  private static void sellAndRefund() {
    String admin = system.adminToken();
    ServiceApi payment = system.service("payment").as(admin);
    JsonObject begun =
        payment
            .post(
                "/checkout",
                new JsonObject()
                    .put("booking_id", held(admin))
                    .put("payment_method", "cash")
                    .put("payment_gateway", "manual"))
            .expect(201)
            .json();
    JsonObject seen = new JsonObject().put("reference", "R-17").put("reason", "at the counter");
    String paid = "/payments/" + begun.getJsonObject("payment").getLong("id");
    payment.post(paid + "/confirm", seen).expect(200);
    Eventually.await(
        "tickets are issued",
        () -> Scrape.of(PORT).value("tixgo_tickets_total", "outcome", "issued") >= 1);
    payment.post(paid + "/refund", new JsonObject().put("reason", "Moved"));
  }

  private static String held(String admin) {
    ServiceApi shop = system.service("ticketing").as(admin);
    String event = "sold-" + UUID.randomUUID();
    JsonObject made = new JsonObject().put("id", event).put("title", "Concert");
    system
        .event()
        .as(admin)
        .post("/events", made.put("start_time", "2099-12-31T12:00:00Z"))
        .expect(201);
    JsonObject type = new JsonObject().put("event_id", event).put("name", "REGULAR");
    String id =
        shop.post("/ticket-types", type.put("price", 150_000).put("quota", 10))
            .expect(201)
            .text("id");
    JsonObject wanted = new JsonObject().put("event_id", event).put("ticket_type_id", id);
    return shop.post("/bookings", wanted.put("quantity", 1)).expect(201).text("id");
  }

  @Test
  void theNewestBackupShouldHaveItsTime() {
    double now = System.currentTimeMillis() / 1000.0;
    Eventually.await(
        "there is a backup",
        () -> Scrape.of(PORT).value("tixgo_backup_timestamp_seconds") > now - 60);
    assertEquals(21_600, Scrape.of(PORT).value("tixgo_backup_every_seconds"));
    assertEquals(0, Scrape.of(PORT).value("tixgo_backup_failures_total"));
  }

  @Test
  void theProcessShouldBeMeasured() {
    Eventually.await(
        "the event loops have been looked at",
        () -> Scrape.of(PORT).value("tixgo_event_loop_lag_seconds_count") > 0);
    Scrape now = Scrape.of(PORT);
    assertTrue(now.value("jvm_memory_used_bytes", "area", "heap") > 0);
    assertTrue(now.value("jvm_threads_live_threads") > 0);
    assertTrue(now.value("tixgo_process_resident_bytes") > 0);
    assertTrue(now.value("process_files_open_files") > 0);
  }

  @Test
  void readinessShouldBeThatOfAllServices() {
    Eventually.await("all are ready", () -> Scrape.get(PORT, "/health/ready").statusCode() == 200);
    JsonObject body = new JsonObject(Scrape.get(PORT, "/health/ready").body());
    assertEquals("ready", body.getString("status"));
    assertEquals(ServiceDescriptors.names().size(), body.getJsonArray("services").size());
    assertEquals(1, Scrape.of(PORT).value("tixgo_ready", "service", "event"));
    assertEquals(200, Scrape.get(PORT, "/health").statusCode());
  }

  @Test
  void nothingElseShouldBeThere() {
    assertEquals(404, Scrape.get(PORT, "/").statusCode());
    assertEquals(404, Scrape.get(PORT, "/events").statusCode());
    system.attendance().get("/metrics").expect(404);
    system.gateway().get("/metrics").expect(404);
  }

  private static Answer scan(String event, String ticket, String gate) {
    return door.post("/checkins", body(event, ticket, gate));
  }

  private static JsonObject body(String event, String ticket, String gate) {
    return new JsonObject().put("event_id", event).put("ticket_id", ticket).put("gate", gate);
  }
}
