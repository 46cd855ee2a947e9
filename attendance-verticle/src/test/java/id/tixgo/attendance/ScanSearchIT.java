package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.EventDoor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The history of scans, the newest first, and narrowed. */
class ScanSearchIT extends EventDoor {
  private static final Pattern NEXT = Pattern.compile("<(.*)>; rel=\"next\"");

  @ParameterizedTest
  @CsvSource({
    "order=newest,T9 KONSER-2 KONSER-1 KONSER-1",
    "order=oldest,KONSER-1 KONSER-1 KONSER-2 T9",
    "q=konser&order=newest,KONSER-2 KONSER-1 KONSER-1",
    "q=er-2,KONSER-2",
    "q=budi,KONSER-2",
    "q=siti,KONSER-1 KONSER-1",
    "gate=B,KONSER-1 KONSER-2",
    "kind=check_in,KONSER-1 KONSER-2",
    "kind=refusal,KONSER-1 T9",
    "code=ALREADY_CHECKED_IN,KONSER-1",
    "staff=nobody,''",
    "from=2100-01-01T00:00:00Z,''",
    "to=2020-01-01T00:00:00Z,''",
    "ticket_id=KONSER-1&order=newest&kind=refusal,KONSER-1"
  })
  void scansShouldBeFound(String query, String tickets) {
    evening();
    JsonArray found = staff.get(path("/scans?" + query)).expect(200).array();
    List<String> ids =
        found.stream().map(scan -> ((JsonObject) scan).getString("ticket_id")).toList();
    assertEquals(tickets, String.join(" ", ids));
  }

  private void evening() {
    list(
        "[{\"ticket_id\":\"KONSER-1\",\"holder_name\":\"Siti\",\"ticket_type\":\"VIP\"},"
            + "{\"ticket_id\":\"KONSER-2\",\"holder_name\":\"Budi\"}]",
        2);
    scan("KONSER-1", "A", "in").expect(201);
    scan("KONSER-1", "B", "in").expect(409);
    scan("KONSER-2", "B", "in").expect(201);
    scan("T9", "A", "in").expect(404);
  }

  @Test
  void gatesShouldBeOneHoweverTheyAreWritten() {
    admin
        .with("Content-Type", "application/json")
        .send("PUT", path("/tickets"), "[{\"ticket_id\":\"G1\",\"gates\":[\"North\"]},\"G2\"]")
        .expect(200);
    scan("G1", "North ", "in").expect(201);
    scan("G2", "NORTH", "in").expect(201);
    assertEquals(
        new JsonObject().put("North", 2),
        staff.get(path("/stats")).expect(200).json().getJsonObject("per_gate"));
    assertEquals(2, staff.get(path("/scans?gate=north")).expect(200).array().size());
    assertEquals(2, staff.get(path("/scans?gate=North%20")).expect(200).array().size());
  }

  @Test
  void aScanShouldSayWhoseTicketItIs() {
    evening();
    JsonObject scan = staff.get(path("/scans?q=siti")).expect(200).array().getJsonObject(0);
    assertEquals("Siti", scan.getString("holder_name"));
    assertEquals("VIP", scan.getString("ticket_type"));
    assertEquals("check_in", scan.getString("kind"));
  }

  @Test
  void pagesOfTheNewestShouldHoldEachScanOnce() {
    IntStream.range(0, 25).forEach(i -> scan("P" + i, "A", "in").expect(201));
    List<String> seen = new ArrayList<>();
    Optional<String> next = Optional.of(path("/scans?order=newest&limit=10"));
    while (next.isPresent()) {
      Answer page = staff.get(next.get()).expect(200);
      page.array().forEach(scan -> seen.add(((JsonObject) scan).getString("ticket_id")));
      next = page.header("Link").map(NEXT::matcher).filter(Matcher::find).map(m -> m.group(1));
    }
    assertEquals(IntStream.range(0, 25).mapToObj(i -> "P" + (24 - i)).toList(), seen);
  }

  @Test
  void whatIsNarrowedShouldBeASheetToo() {
    evening();
    String csv = staff.get(path("/scans?format=csv&kind=refusal")).expect(200).body();
    assertEquals(3, csv.lines().count(), csv);
    assertTrue(csv.contains("ALREADY_CHECKED_IN"), csv);
    staff.get(path("/scans?from=yesterday")).expect(422, "VALIDATION_ERROR");
    staff.get(path("/scans?order=sideways")).expect(422, "VALIDATION_ERROR");
  }
}
