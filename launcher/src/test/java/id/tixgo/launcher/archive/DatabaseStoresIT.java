package id.tixgo.launcher.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.config.Env;
import id.tixgo.common.store.DatabaseConfig;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.PostgresServer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stores of files that are moved into PostgreSQL and back, and what analysts see of them there.
 * Left out where no PostgreSQL is installed, unless it is required.
 */
@EnabledIf("id.tixgo.common.test.PostgresServer#isExpected")
class DatabaseStoresIT {
  private static final List<String> SERVICES =
      List.of("identity", "event", "attendance", "ticketing", "payment", "wallet");

  @TempDir static Path folder;

  private static Vertx vertx;
  private static PostgresServer server;
  private static DatabaseConfig database;
  private static Path moved;
  private static Path back;

  @BeforeAll
  static void move() throws IOException {
    vertx = Vertx.vertx();
    server = new PostgresServer();
    database = DatabaseConfig.from(new Env(Map.of("DATABASE_URL", server.url())));
    Path data = folder.resolve("files");
    try (RunningSystem files = system(Map.of("DATA_DIR", data.toString()))) {
      sell(files);
    }
    moved = folder.resolve("moved.ndjson");
    new Export(Stores.in(data, vertx), said -> {}).write(moved);
    archive(List.of("import", moved.toString()));
    back = folder.resolve("back.ndjson");
    archive(List.of("export", back.toString()));
  }

  @AfterAll
  static void stop() {
    RunningSystem.await(vertx.close());
    server.close();
  }

  private static void archive(List<String> arguments) throws IOException {
    try (DatabaseStores stores = DatabaseStores.of(vertx, database, folder)) {
      ArchiveMain.run(stores, arguments);
    }
  }

  private static RunningSystem system(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("PAYMENT_GATEWAYS", "manual");
    settings.put("FEED_LOOK_MS", "50");
    return new RunningSystem(SERVICES, settings);
  }

  /** Three bookings of two places: one is paid and one of its tickets enters, one is given back. */
  private static void sell(RunningSystem files) {
    String token = files.adminToken();
    JsonObject event = new JsonObject().put("id", "e1").put("title", "Concert");
    event.put("start_time", "2099-12-31T12:00:00Z");
    files.event().as(token).post("/events", event).expect(201);
    files.catchUp();
    ServiceApi desk = files.service("ticketing").as(token);
    ServiceApi till = files.service("payment").as(token);
    JsonObject type =
        new JsonObject().put("event_id", "e1").put("name", "VIP").put("price", 50_000);
    Eventually.await(
        "Ticketing knows the event",
        () -> desk.post("/ticket-types", type.put("quota", 10)).status() == 201);
    String id = desk.get("/ticket-types?event_id=e1").array().getJsonObject(0).getString("id");
    begin(desk, till, id, "Holder");
    String paid = pay(desk, till, id);
    String back = pay(desk, till, id);
    JsonObject rain = new JsonObject().put("reason", "Rain").put("refund_key", "k");
    int refund = till.post("/transactions/2/refund", rain).expect(202).json().getInteger("id");
    JsonObject done = new JsonObject().put("reference", "R-18");
    till.post("/refunds/" + refund + "/confirm", done).expect(200);
    Eventually.await(
        "the booking is refunded",
        () -> desk.get("/bookings/" + paid).text("status").equals("REFUNDED"));
    enter(files.attendance().as(token), desk, back);
    ServiceApi purse = files.service("wallet").as(token);
    Eventually.await(
        "Wallet knows the user",
        () -> purse.post("/users/1/topup", new JsonObject().put("amount", 70_000)).status() == 200);
    purse.post("/users/1/debit", new JsonObject().put("amount", 20_000)).expect(200);
  }

  private static JsonObject begin(ServiceApi desk, ServiceApi till, String type, String buyer) {
    JsonObject wanted =
        new JsonObject()
            .put("event_id", "e1")
            .put("ticket_type_id", type)
            .put("quantity", 2)
            .put("buyer", new JsonObject().put("name", buyer));
    String booking = desk.post("/bookings", wanted).expect(201).text("id");
    JsonObject how = new JsonObject().put("booking_id", booking).put("payment_method", "cash");
    return till.post("/checkout", how).expect(201).json().put("booking", booking);
  }

  /** A booking that is paid. */
  private static String pay(ServiceApi desk, ServiceApi till, String type) {
    JsonObject begun = begin(desk, till, type, "Buyer");
    JsonObject seen = new JsonObject().put("reference", "R-17").put("reason", "at the counter");
    long payment = begun.getJsonObject("payment").getLong("id");
    till.post("/payments/" + payment + "/confirm", seen).expect(200);
    String booking = begun.getString("booking");
    Eventually.await(
        "the booking is paid",
        () -> desk.get("/bookings/" + booking).text("status").equals("PAID"));
    return booking;
  }

  /** Both enter, one of them after it was taken back. */
  private static void enter(ServiceApi door, ServiceApi desk, String booking) {
    for (int i = 0; i < 2; i++) {
      String ticket =
          desk.get("/bookings/" + booking + "/tickets")
              .array()
              .getJsonObject(i)
              .getString("ticket_id");
      JsonObject scan = new JsonObject().put("event_id", "e1").put("ticket_id", ticket);
      scan.put("gate", "A \u0000\\u0000");
      Eventually.await(
          "the door knows the ticket", () -> door.post("/checkins", scan).status() == 201);
      if (i == 0) {
        door.with("Content-Type", "application/json")
            .send("DELETE", "/checkins/e1/" + ticket, "{\"reason\":\"mistake\"}")
            .expect(200);
        door.post("/checkins", scan).expect(201);
      }
    }
  }

  @Test
  void whatWasMovedShouldComeBackEntryForEntry() throws IOException {
    expectSameButForTheMove(moved, back);
    Path again = folder.resolve("again");
    new Import(Stores.in(again, vertx), said -> {}).read(back, back, /* force= */ false);
    Path last = folder.resolve("last.ndjson");
    new Export(Stores.in(again, vertx), said -> {}).write(last);
    expectSameButForTheMove(back, last);
  }

  /** One that gathers audits is told of the move, and how far it has gathered. */
  private static void expectSameButForTheMove(Path before, Path after) throws IOException {
    Set<String> added = new TreeSet<>(Files.readAllLines(after));
    List<String> all = Files.readAllLines(before);
    assertTrue(all.size() > 50, () -> all.size() + " lines");
    List<String> lost = all.stream().filter(line -> !added.remove(line)).toList();
    List<String> other = lost.stream().filter(line -> !line.contains("\"feed_position\"")).toList();
    assertEquals(List.of(), other);
    assertEquals(
        List.of("identity"),
        added.stream().map(line -> new JsonObject(line).getString("store")).distinct().toList());
    assertEquals(1, added.stream().filter(line -> line.contains("store.imported")).count());
  }

  @Test
  void nothingShouldBeImportedWhereSomethingIs() {
    Eventually.await(
        "nobody is at the database",
        () ->
            server
                .sql("SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'tixgo-%'")
                .equals("0"));
    List<String> arguments = List.of("import", moved.toString(), "--force");
    String entries = server.sql("SELECT count(*) FROM entries");
    server.sql("DELETE FROM schema_versions WHERE version = 2");
    IOException refused = assertThrows(IOException.class, () -> archive(arguments));
    assertTrue(refused.getMessage().contains("holds data already"), refused::getMessage);
    assertEquals(entries, server.sql("SELECT count(*) FROM entries"));
    assertEquals("1", server.sql("SELECT max(version) FROM schema_versions"));
    server.sql("INSERT INTO schema_versions (version) VALUES (2)");
  }

  @Test
  void whatACopyThatWasKilledHasLeftShouldGo() throws IOException {
    Path room = folder.resolve("room");
    Path left = Files.createDirectories(room.resolve(".copy-killed/identity"));
    Files.writeString(left.resolve("journal"), "hashes");
    try (DatabaseStores other = DatabaseStores.of(vertx, database, room);
        DatabaseStores stores = DatabaseStores.of(vertx, database, room)) {
      assertTrue(Files.exists(other.files().directory()));
      assertTrue(Files.exists(stores.files().directory()));
      assertFalse(Files.exists(left));
    }
    try (Stream<Path> rest = Files.list(room)) {
      assertEquals(List.of(), rest.toList());
    }
  }

  @Test
  void anAuditThatWasChangedInTheDatabaseShouldBeFound() throws IOException {
    assertTrue(verified(0).contains("The audit is whole."));
    String line = "WHERE store = 'event' AND type = 'audited'";
    String change = "UPDATE entries SET entry = replace(entry::text, '%s', '%s')::json " + line;
    server.sql(change.formatted("event.added", "event.adder"));
    assertTrue(verified(1).contains("FAIL  event: line 1 of the database was changed"));
    server.sql(change.formatted("event.adder", "event.added"));
    String newest = " FROM entries WHERE store = 'event' ORDER BY number DESC LIMIT 1";
    server.sql("CREATE TABLE kept AS SELECT *" + newest);
    server.sql("DELETE FROM entries WHERE store = 'event' AND number = (SELECT number FROM kept)");
    IOException missing = assertThrows(IOException.class, () -> verified(0));
    assertTrue(missing.getMessage().contains("event: entries are missing"), missing::getMessage);
    server.sql("INSERT INTO entries SELECT * FROM kept");
  }

  /** Nodes have written how far the audit goes. */
  private static void expectNewestLineToBeMissed() throws IOException {
    String line = " WHERE store = 'event' AND type = '%s'";
    server.sql("UPDATE entries SET type = 'hidden'" + line.formatted("audited"));
    String said = verified(1);
    server.sql("UPDATE entries SET type = 'audited'" + line.formatted("hidden"));
    assertTrue(
        said.contains("event: line 1 of the database is missing, though lines up to 1"), said);
  }

  private static String verified(int code) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Env env =
        new Env(
            Map.of(
                "STORE", "postgres", "DATABASE_URL", server.url(), "DATA_DIR", folder.toString()));
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      assertEquals(code, VerifyAuditMain.run(vertx, env, out));
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void viewsShouldSayWhatServicesDo() throws IOException {
    try (RunningSystem nodes = system(Map.of("STORE", "postgres", "DATABASE_URL", server.url()))) {
      String token = nodes.adminToken();
      expectNobodyElse();
      expectCheckIns(nodes.attendance().as(token));
      expectSales(nodes.service("ticketing").as(token));
      expectMoney(nodes.service("payment").as(token));
      ServiceApi purse = nodes.service("wallet").as(token);
      assertEquals(
          purse.get("/users/1/balance").expect(200).json().getLong("balance") * 100,
          number("SELECT sum(amount_minor) FROM tixgo_wallet_postings WHERE account = 'user:1'"));
      assertEquals(0, number("SELECT sum(amount_minor) FROM tixgo_wallet_postings"));
    }
    expectNoSecrets();
    expectNewestLineToBeMissed();
  }

  /** While a node is there, nobody imports. */
  private static void expectNobodyElse() {
    IOException refused =
        assertThrows(IOException.class, () -> archive(List.of("import", moved.toString())));
    assertTrue(refused.getMessage().contains("in use by another TixGo"), refused::getMessage);
  }

  private static void expectCheckIns(ServiceApi door) {
    JsonObject stats = door.get("/attendance/e1/stats").expect(200).json();
    assertEquals(2, stats.getLong("total_checked_in"));
    assertEquals(2, number("SELECT count(*) FROM tixgo_checkins WHERE counts"));
    assertEquals(
        3, number("SELECT count(*) FROM tixgo_checkins WHERE gate = 'A ' || chr(92) || 'u0000'"));
    assertEquals(
        2,
        number(
            "SELECT count(*) FROM tixgo_checkins JOIN tixgo_tickets USING (ticket) WHERE counts"));
  }

  private static void expectSales(ServiceApi desk) {
    JsonObject sales = desk.get("/reports/sales?event_id=e1").expect(200).array().getJsonObject(0);
    assertEquals(
        desk.get("/bookings").expect(200).array().size(),
        number("SELECT count(*) FROM tixgo_bookings"));
    assertEquals(3, number("SELECT count(*) FROM tixgo_bookings"));
    assertEquals(4, number("SELECT count(*) FROM tixgo_tickets"));
    assertEquals(
        sales.getLong("sold"), number("SELECT count(*) FROM tixgo_tickets WHERE NOT revoked"));
    assertEquals(
        sales.getLong("refunded"), number("SELECT count(*) FROM tixgo_tickets WHERE revoked"));
    assertEquals(
        sales.getLong("held"),
        number("SELECT sum(quantity) FROM tixgo_bookings WHERE status = 'PENDING'"));
    assertEquals(100_000_00, number("SELECT sum(refunded_minor) FROM tixgo_bookings"));
  }

  private static void expectMoney(ServiceApi till) {
    for (Object found : till.get("/orders").expect(200).array()) {
      JsonObject order = (JsonObject) found;
      String row = "FROM tixgo_orders WHERE order_id = " + order.getLong("id");
      assertEquals(order.getString("status"), server.sql("SELECT status " + row));
      for (String sum : List.of("total", "paid", "refunded")) {
        assertEquals(
            order.getLong(sum + "_amount") * 100, number("SELECT " + sum + "_minor " + row));
      }
    }
    assertEquals(3, number("SELECT count(*) FROM tixgo_orders"));
    assertEquals(2, number("SELECT count(*) FROM tixgo_payments WHERE counts"));
    assertEquals(200_000_00, number("SELECT sum(received_minor) FROM tixgo_payments"));
    assertEquals(100_000_00, number("SELECT sum(refunded_minor) FROM tixgo_payments"));
  }

  /** Nor can who reads the views, as the recipe has it, read what is below them. */
  private static void expectNoSecrets() {
    server.sql(
        "CREATE ROLE analyst; GRANT SELECT ON tixgo_checkins, tixgo_bookings, tixgo_tickets,"
            + " tixgo_orders, tixgo_payments, tixgo_wallet_postings TO analyst");
    assertEquals("f", server.sql("SELECT has_table_privilege('analyst', 'entries', 'SELECT')"));
    assertTrue(server.sql("SET ROLE analyst; SELECT count(*) FROM tixgo_tickets").endsWith("4"));
    String columns =
        server.sql(
            "SELECT string_agg(column_name, ' ') FROM information_schema.columns"
                + " WHERE table_name LIKE 'tixgo\\_%'");
    assertTrue(columns.contains("staff_id"), columns);
    for (String secret : List.of("token", "key", "hash", "code", "password", "secret")) {
      assertTrue(!columns.contains(secret), columns);
    }
  }

  private static long number(String statement) {
    return Long.parseLong(server.sql(statement));
  }
}
