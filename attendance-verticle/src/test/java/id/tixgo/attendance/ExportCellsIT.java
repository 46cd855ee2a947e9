package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the cells: times of the zone, and no text that a spreadsheet would run. */
class ExportCellsIT extends ExportedFile {
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
    staff.post("/checkins", scan("T1", "A").put("device_id", "\t=1")).expect(201);
    staff.post("/checkins", scan("T2", "A").put("device_id", "\rx")).expect(201);
    Spreadsheet csv = Spreadsheet.csv(staff, attendance() + "?format=csv");
    assertEquals(List.of("'\t'=1", "'\rx"), csv.column("device_id"));
  }
}
