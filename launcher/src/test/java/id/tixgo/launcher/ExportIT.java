package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in attendance and scans as CSV and XLSX. */
class ExportIT {
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private static final Map<String, String> NAMES =
      Map.of("T1", "Siti \"Ibu\" Aminah", "T2", "Ñoño, José", "T3", "二郎");

  private static RunningSystem system;
  private static Api admin;
  private static Api staff;
  private static Api visitor;

  private String event;

  @BeforeAll
  static void start() {
    system = RunningSystem.whole();
    admin = system.attendance().as(system.adminToken());
    staff = system.attendance().as(system.tokenOf("committee"));
    visitor = system.attendance().as(system.tokenOf("user"));
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @BeforeEach
  void newEvent() {
    event = "evt-" + UUID.randomUUID();
  }

  @Test
  void bothFormatsShouldHoldTheRowsOfTheJson() {
    list(
        NAMES.entrySet().stream()
            .map(e -> ticket(e.getKey(), e.getValue()))
            .toArray(JsonObject[]::new));
    checkIn("T1", "Gate A, kiri");
    checkIn("T2", "");
    checkIn("T3", "\"Gate\nB\rC\r\nD\" ");
    List<Map<String, String>> wanted =
        staff.get(attendance()).expect(200).json().getJsonArray("records").stream()
            .map(record -> row((JsonObject) record))
            .toList();
    String query = "&tz=Asia/Jakarta";
    Spreadsheet csv = Spreadsheet.csv(staff, attendance() + "?format=csv" + query);
    assertEquals(wanted, csv.rows());
    assertEquals(wanted, Spreadsheet.xlsx(staff, attendance() + "?format=xlsx" + query).rows());
    assertTrue(csv.file().toString().endsWith("\r\n"));
  }

  @Test
  void timesShouldBeThoseOfTheZone() {
    batch("n1", "T1", "2026-01-03T13:25:53.415880Z");
    batch("n2", "T2", "2026-07-03T13:25:53.999999Z");
    for (String zone : List.of("Asia/Jakarta", "Europe/Paris", "UTC")) {
      List<String> wanted =
          switch (zone) {
            case "Asia/Jakarta" -> List.of("2026-01-03 20:25:53", "2026-07-03 20:25:53");
            case "Europe/Paris" -> List.of("2026-01-03 14:25:53", "2026-07-03 15:25:53");
            default -> List.of("2026-01-03 13:25:53", "2026-07-03 13:25:53");
          };
      String query = "&tz=" + zone;
      Spreadsheet csv = Spreadsheet.csv(staff, attendance() + "?format=csv" + query);
      assertEquals(wanted, csv.column("checked_in_at"));
      assertEquals(List.of(zone, zone), csv.column("time_zone"));
      assertEquals("2026-01-03T13:25:53.415880Z", csv.column("checked_in_at_utc").get(0));
      Spreadsheet xlsx = Spreadsheet.xlsx(staff, attendance() + "?format=xlsx" + query);
      assertEquals(wanted, xlsx.column("checked_in_at"));
    }
  }

  @Test
  void aTimeThatSpreadsheetsLackShouldBeText() {
    batch("n1", "T1", "0001-01-01T00:00:00Z");
    batch("n2", "T2", "1900-01-01T00:00:00Z");
    for (String zone : List.of("Asia/Jakarta", "America/New_York")) {
      String query = "&tz=" + zone;
      assertEquals(
          Spreadsheet.csv(staff, attendance() + "?format=csv" + query).rows(),
          Spreadsheet.xlsx(staff, attendance() + "?format=xlsx" + query).rows());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "＝1+1",
        "＋1",
        "－1",
        "＠x",
        "=cmd|' /C calc'!A0",
        "a;=1+1",
        "a,-1",
        "b;\"=HYPERLINK(1)&\""
      })
  void noTextShouldBeAFormula(String text) {
    list(ticket(text, text));
    checkIn(text, text);
    Spreadsheet csv = Spreadsheet.csv(staff, attendance() + "?format=csv");
    Map<String, String> row = csv.rows().get(0);
    for (String column : List.of("ticket_id", "holder_name", "gate")) {
      assertFalse(row.get(column).matches("(?s)(.*[,;]\"*)?[=+\\-@＝＋－＠].*"), row.get(column));
      assertEquals(text, row.get(column).replaceFirst("(^|[,;]\"*)'", "$1"));
    }
    Spreadsheet xlsx = Spreadsheet.xlsx(staff, attendance() + "?format=xlsx");
    assertEquals(List.of(text), xlsx.column("ticket_id"));
    assertEquals(List.of(text), xlsx.column("holder_name"));
    assertFalse(xlsx.part("xl/worksheets/sheet1.xml").contains("<f>"));
  }

  @Test
  void aCellShouldNotBeginWithALineOrATab() {
    checkIn("T1", "\t=1");
    checkIn("T2", "\rx");
    Spreadsheet csv = Spreadsheet.csv(staff, attendance() + "?format=csv");
    assertEquals(List.of("'\t'=1", "'\rx"), csv.column("gate"));
  }

  @Test
  void xlsxShouldHaveAHeaderThatStaysAndFilters() {
    checkIn("T1", "A");
    String xml =
        Spreadsheet.xlsx(staff, attendance() + "?format=xlsx").part("xl/worksheets/sheet1.xml");
    assertTrue(xml.contains("ySplit=\"1\"") && xml.contains("state=\"frozen\""), xml);
    assertTrue(xml.contains("<autoFilter ref=\"A1:L2\""), xml);
  }

  @Test
  void anEventThatNobodyEnteredShouldHaveItsHeaderAlone() {
    for (String path : List.of(attendance(), attendance() + "/scans")) {
      assertEquals(1, Spreadsheet.csv(staff, path + "?format=csv").lines().size());
      assertEquals(1, Spreadsheet.xlsx(staff, path + "?format=xlsx").lines().size());
    }
  }

  @Test
  void aPageShouldBeAPageInEveryFormat() {
    for (String ticket : List.of("T1", "T2", "T3")) {
      checkIn(ticket, "A");
    }
    String query = "?format=csv&limit=2";
    Answer page = staff.get(attendance() + query).expect(200);
    assertEquals(
        "<" + attendance() + query + "&cursor=2>; rel=\"next\"", page.header("Link").orElse(""));
    assertEquals("3", page.header("X-Total-Count").orElse(""));
    assertEquals(
        List.of("T1", "T2"), Spreadsheet.csv(staff, attendance() + query).column("ticket_id"));
    assertEquals(
        List.of("T3"),
        Spreadsheet.xlsx(staff, attendance() + "?format=xlsx&limit=2&cursor=2")
            .column("ticket_id"));
  }

  @Test
  void holdersShouldBeHiddenFromVisitors() {
    list(ticket("T1", "Siti"));
    checkIn("T1", "A");
    for (String format : List.of("csv", "xlsx")) {
      String path = attendance() + "?format=" + format;
      Spreadsheet seen =
          format.equals("csv") ? Spreadsheet.csv(visitor, path) : Spreadsheet.xlsx(visitor, path);
      assertEquals(List.of("T1"), seen.column("ticket_id"));
      assertFalse(seen.lines().toString().contains("Siti"));
      assertFalse(seen.lines().get(0).contains("holder_name"));
      assertNotEquals(tag(staff, path), tag(visitor, path));
      visitor.get(attendance() + "/scans?format=" + format).expect(403, "FORBIDDEN");
    }
  }

  @Test
  void scansShouldHoldWhatWasRefusedUndoneAndLate() {
    list(ticket("T1", "Siti"), ticket("T2", "Budi"));
    checkIn("T1", "A");
    staff.post("/checkins", scan("T1", "B")).expect(409, "ALREADY_CHECKED_IN");
    staff.post("/checkins", scan("T9", "B")).expect(404, "UNKNOWN_TICKET");
    JsonObject reason = new JsonObject().put("reason", "wrong person");
    admin
        .with("Content-Type", "application/json")
        .send("DELETE", "/checkins/" + event + "/T1", reason.encode())
        .expect(200);
    batch("n1", "T2", "2999-01-03T13:25:53Z");
    String scans = attendance() + "/scans";
    Spreadsheet csv = Spreadsheet.csv(staff, scans + "?format=csv&limit=1");
    assertEquals(csv.rows(), Spreadsheet.xlsx(staff, scans + "?format=xlsx").rows());
    assertEquals(List.of("check_in", "refusal", "refusal", "undo", "check_in"), csv.column("kind"));
    assertEquals(List.of("", "ALREADY_CHECKED_IN", "UNKNOWN_TICKET", "", ""), csv.column("code"));
    assertEquals(List.of("Siti", "Siti", "", "Siti", "Budi"), csv.column("holder_name"));
    assertEquals(List.of("false", "false", "false", "", "true"), csv.column("offline"));
    assertEquals(List.of("false", "false", "false", "", "true"), csv.column("clamped"));
    assertEquals(List.of("", "", "", "wrong person", ""), csv.column("reason"));
    assertEquals(List.of("", "", "", "1", ""), csv.column("other_seq"));
    assertEquals(List.of("1", "2", "3", "4", "5"), csv.column("seq"));
    assertEquals(
        List.of("T9"),
        Spreadsheet.csv(staff, scans + "?format=csv&code=UNKNOWN_TICKET").column("ticket_id"));
    assertEquals(
        List.of("1", "2", "4"),
        Spreadsheet.xlsx(staff, scans + "?format=xlsx&ticket_id=T1").column("seq"));
  }

  private static Map<String, String> row(JsonObject record) {
    Instant at = Instant.parse(record.getString("checked_in_at"));
    String ticket = record.getString("ticket_id");
    Map<String, String> row = new LinkedHashMap<>();
    row.put("ticket_id", ticket);
    row.put("holder_name", NAMES.get(ticket));
    row.put("ticket_type", "VIP");
    row.put("checked_in_at", LOCAL.format(at.atZone(ZoneId.of("Asia/Jakarta"))));
    row.put("time_zone", "Asia/Jakarta");
    row.put("checked_in_at_utc", record.getString("checked_in_at"));
    for (String name : List.of("gate", "device_id", "checked_in_by", "direction")) {
      row.put(name, Objects.toString(record.getString(name), ""));
    }
    row.put("seq", String.valueOf(record.getInteger("seq")));
    row.put("checkin_id", record.getString("checkin_id"));
    return row;
  }

  private String attendance() {
    return "/attendance/" + event;
  }

  private static String tag(Api api, String path) {
    return api.get(path).expect(200).header("ETag").orElse("");
  }

  private JsonObject ticket(String id, String holder) {
    return new JsonObject()
        .put("ticket_id", id)
        .put("holder_name", holder)
        .put("ticket_type", "VIP");
  }

  private void list(JsonObject... tickets) {
    admin
        .with("Content-Type", "application/json")
        .send("PUT", attendance() + "/tickets", new JsonArray(List.of(tickets)).encode())
        .expect(200);
  }

  private JsonObject scan(String ticket, String gate) {
    return new JsonObject().put("event_id", event).put("ticket_id", ticket).put("gate", gate);
  }

  private void checkIn(String ticket, String gate) {
    staff.post("/checkins", scan(ticket, gate)).expect(201);
  }

  private void batch(String nonce, String ticket, String at) {
    JsonObject scan = scan(ticket, "A").put("nonce", nonce).put("scanned_at", at);
    staff
        .post(
            "/checkins/batch",
            new JsonObject().put("device_id", "d1").put("scans", new JsonArray(List.of(scan))))
        .expect(200);
  }
}
