package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports as programs read them that nobody here wrote. */
class ExportReadersIT extends ExportedFile {
  private static final String LONG_NUMBER = "00123456789012345678";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"normal", "read-only"})
  void openpyxlShouldReadWhatWasExported(String mode) {
    Python python = Python.with("openpyxl");
    fill();
    for (String rest : List.of("", "/scans", "/tickets")) {
      JsonArray rows = read(python, mode, "xlsx", attendance() + rest);
      assertEquals(4, rows.size());
      expectCells(rows);
    }
    for (String rest : List.of("", "/scans")) {
      JsonArray rows = read(python, mode, "xlsx", attendance() + rest);
      Object time =
          rows.getJsonArray(1).getValue(column(rows, rest.isEmpty() ? "checked_in_at" : "at"));
      assertEquals("2026-01-03 20:25:53", time);
      assertEquals(1, rows.getJsonArray(1).getValue(column(rows, "seq")));
    }
  }

  @Test
  void csvShouldBeReadByPython() {
    Python python = Python.with("csv");
    fill();
    for (String rest : List.of("", "/scans", "/tickets")) {
      JsonArray rows = read(python, "csv", "csv", attendance() + rest);
      assertEquals(4, rows.size());
      expectCells(rows);
    }
  }

  @ParameterizedTest
  @CsvSource({"pandas, csv", "pandas, xlsx", "csvkit, csv", "csvkit, xlsx"})
  void toolsShouldReadWhatWasExported(String tool, String format) {
    Python python = Python.with(tool);
    fill();
    for (String rest : List.of("", "/scans", "/tickets")) {
      JsonArray rows = read(python, tool, format, attendance() + rest);
      assertEquals(4, rows.size());
      expectCells(rows);
      Object at =
          rows.getJsonArray(1)
              .getValue(column(rows, rest.equals("/scans") ? "at" : "checked_in_at"));
      assertTrue(((String) at).startsWith("2026-01-03"), () -> "time: " + at);
    }
  }

  private void fill() {
    list(
        ticket(LONG_NUMBER, "Siti \"Ibu\"\nAminah"),
        ticket("T,2;x", "Ñoño, José"),
        ticket("T3", "二郎 🎫"));
    batch("n1", LONG_NUMBER, "2026-01-03T13:25:53.415880Z");
    batch("n2", "T,2;x", "2026-01-03T13:25:54Z");
    batch("n3", "T3", "2026-01-03T13:25:55Z");
  }

  private static void expectCells(JsonArray rows) {
    assertEquals(List.of("ticket_id", LONG_NUMBER, "T,2;x", "T3"), cells(rows, "ticket_id"));
    assertEquals(
        List.of("holder_name", "Siti \"Ibu\"\nAminah", "Ñoño, José", "二郎 🎫"),
        cells(rows, "holder_name"));
    int columns = rows.getJsonArray(0).size();
    rows.forEach(row -> assertEquals(columns, ((JsonArray) row).size()));
  }

  private static List<Object> cells(JsonArray rows, String name) {
    int column = column(rows, name);
    return rows.stream().map(row -> ((JsonArray) row).getValue(column)).toList();
  }

  private static int column(JsonArray rows, String name) {
    return rows.getJsonArray(0).getList().indexOf(name);
  }

  private JsonArray read(Python python, String how, String format, String path) {
    String query = "?format=" + format + "&tz=Asia/Jakarta";
    Spreadsheet sheet =
        format.equals("csv")
            ? Spreadsheet.csv(staff, path + query)
            : Spreadsheet.xlsx(staff, path + query);
    try {
      Path file = folder.resolve("export." + format);
      Files.write(file, sheet.file().getBytes());
      Path script = Path.of("src/test/resources/read_sheet.py");
      return new JsonArray(python.run(script.toString(), how, file.toString()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
