package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How attendance and scans are asked for as CSV and XLSX. */
class ExportRequestIT {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final List<String> PATHS = List.of("/attendance/evt1", "/attendance/evt1/scans");

  private static RunningSystem system;
  private static ServiceApi staff;

  @BeforeAll
  static void start() {
    system = RunningSystem.whole();
    staff = system.attendance().as(system.tokenOf("committee"));
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/csv | text/csv; charset=utf-8",
        "TEXT/CSV;header=present | text/csv; charset=utf-8",
        "text/csv, */*;q=0.1 | text/csv; charset=utf-8",
        "text/csv, */* | text/csv; charset=utf-8",
        "application/json;q=0.2, text/*;q=0.3 | text/csv; charset=utf-8",
        "application/json;q=0, */* | text/csv; charset=utf-8",
        XLSX + " | " + XLSX,
        "text/csv;q=0.5, " + XLSX + " | " + XLSX,
        "text/csv;q=0.9, application/json | application/json",
        "text/csv;q=0 | application/json",
        "text/html, application/xhtml+xml, */*;q=0.8 | application/json",
        "application/pdf | application/json",
        "nonsense;;;q=x, /, , * | application/json",
        "*/* | application/json"
      })
  void acceptShouldChoose(String accept, String type) {
    for (String path : PATHS) {
      Answer answer = staff.with("Accept", accept).get(path).expect(200);
      assertEquals(type, answer.header("Content-Type").orElse(""));
      assertEquals("Accept", answer.header("Vary").orElse(""));
    }
  }

  @Test
  void formatShouldWinOverAccept() {
    ServiceApi csv = staff.with("Accept", "text/csv");
    Answer answer = csv.get(PATHS.get(0) + "?format=json").expect(200);
    assertEquals("application/json", answer.header("Content-Type").orElse(""));
    assertEquals(Optional.empty(), answer.header("Content-Disposition"));
    answer = csv.send("HEAD", PATHS.get(0) + "?format=xlsx", "").expect(200);
    assertEquals(XLSX, answer.header("Content-Type").orElse(""));
    csv.get(PATHS.get(0) + "?format=pdf").expect(422, "VALIDATION_ERROR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mars/Base", "WIB", "%2B07:00", "asia/jakarta", ".", "=1+1"})
  void anUnknownZoneShouldBeNamed(String zone) {
    for (String path : PATHS) {
      for (String format : List.of("csv", "xlsx", "json")) {
        Answer answer = staff.get(path + "?format=" + format + "&tz=" + zone);
        JsonArray errors = answer.expect(422, "VALIDATION_ERROR").json().getJsonArray("errors");
        assertEquals("query.tz", errors.getJsonObject(0).getString("loc"));
      }
    }
  }

  @Test
  void tagsShouldDifferByFormatZoneAndList() {
    for (String path : PATHS) {
      String csv = path + "?format=csv";
      String tag = tag(csv);
      staff.with("If-None-Match", tag).get(csv).expect(304);
      for (String other :
          List.of(path + "?format=json", path + "?format=xlsx", csv + "&tz=Asia/Jakarta")) {
        staff.with("If-None-Match", tag).get(other).expect(200);
      }
      list("Siti " + path);
      staff.with("If-None-Match", tag).get(csv).expect(200);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "evt1 | attachment; filename=\"attendance-evt1.csv\"",
        "a%2Fb%22%3B%3A%5C | attachment; filename=\"attendance-a_b____.csv\"",
        "h%C3%A9 r | attachment; filename=\"attendance-h__r.csv\"; filename*=UTF-8''attendance-h%C3%A9%20r.csv",
        "x%E2%80%AEvsc | attachment; filename=\"attendance-x_vsc.csv\""
      })
  void theFileShouldHaveANameThatIsSafe(String id, String disposition) {
    Answer answer = staff.get("/attendance/" + id.replace(" ", "%20") + "?format=csv").expect(200);
    assertEquals(disposition, answer.header("Content-Disposition").orElse(""));
  }

  private static String tag(String path) {
    return staff.get(path).expect(200).header("ETag").orElse("");
  }

  private static void list(String holder) {
    JsonObject ticket = new JsonObject().put("ticket_id", "T1").put("holder_name", holder);
    ServiceApi admin = system.attendance().as(system.adminToken());
    admin
        .with("Content-Type", "application/json")
        .send("PUT", "/attendance/evt1/tickets", new JsonArray(List.of(ticket)).encode())
        .expect(200);
  }
}
