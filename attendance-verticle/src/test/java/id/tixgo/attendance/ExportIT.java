package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is in attendance and scans as CSV and XLSX. */
class ExportIT extends ExportedFile {
  @Test
  void bothFormatsShouldHoldTheRowsOfTheJson() {
    list(
        NAMES.entrySet().stream()
            .map(e -> ticket(e.getKey(), e.getValue()))
            .toArray(JsonObject[]::new));
    checkIn("T1", "Gate A, kiri");
    checkIn("T2", "");
    checkIn("T3", "\"Gate\nB\rC\r\nD\" ");
    batch("n1", "T4", "2999-01-03T13:25:53Z");
    List<Map<String, String>> wanted =
        staff.get(attendance()).expect(200).json().getJsonArray("records").stream()
            .map(record -> row((JsonObject) record))
            .toList();
    String query = "&tz=Asia/Jakarta";
    Spreadsheet csv = Spreadsheet.csv(staff, attendance() + "?format=csv" + query);
    assertEquals(wanted, csv.rows());
    assertEquals(List.of("", "", "", "clamped"), csv.column("time_flag"));
    assertEquals(wanted, Spreadsheet.xlsx(staff, attendance() + "?format=xlsx" + query).rows());
    assertTrue(csv.file().toString().endsWith("\r\n"));
  }

  @Test
  void xlsxShouldHaveAHeaderThatStaysAndFilters() {
    checkIn("T1", "A");
    String xml =
        Spreadsheet.xlsx(staff, attendance() + "?format=xlsx").part("xl/worksheets/sheet1.xml");
    assertTrue(xml.contains("ySplit=\"1\"") && xml.contains("state=\"frozen\""), xml);
    assertTrue(xml.contains("<autoFilter ref=\"A1:M2\""), xml);
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
  void sheetsShouldBeHiddenFromVisitors() {
    list(ticket("T1", "Siti"));
    checkIn("T1", "A");
    for (String format : List.of("csv", "xlsx")) {
      user.get(attendance() + "?format=" + format).expect(403, "FORBIDDEN");
      user.get(attendance() + "/scans?format=" + format).expect(403, "FORBIDDEN");
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
}
