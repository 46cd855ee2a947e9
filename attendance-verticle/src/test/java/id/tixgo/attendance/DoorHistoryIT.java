package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.EventDoor;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of the door: scans, pages of them, numbers. */
class DoorHistoryIT extends EventDoor {
  /** Nothing is looked through for a place beyond the end, by whatever way it is asked for. */
  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775807", "9223372036854775806", "3"})
  void aPageBeyondTheEndShouldBeEmpty(String end) {
    scan("A1", "x", "in").expect(201);
    Answer page = staff.get(path("?cursor=" + end)).expect(200);
    assertEquals(0, page.json().getJsonArray("records").size());
    List.of("/scans?cursor=", "/conflicts?cursor=")
        .forEach(list -> assertEquals("[]", staff.get(path(list + end)).expect(200).body()));
    Answer own = staff.get("/checkins?event_id=" + event + "&cursor=" + end).expect(200);
    assertTrue(own.header("Link").isEmpty());
  }

  @Test
  void scansShouldBeFoundByTheirCode() {
    scan("T1", "A", "in").expect(201);
    IntStream.range(0, 5).forEach(i -> scan("T1", "B", "in").expect(409));
    Answer page = staff.get(path("/scans?code=ALREADY_CHECKED_IN&limit=3")).expect(200);
    assertEquals(3, page.array().size());
    assertTrue(page.header("Link").isPresent());
    user.get(path("/scans")).expect(403);
  }

  @Test
  void statsShouldEqualTheRows() {
    IntStream.range(0, 30).forEach(i -> scan("T" + i % 20, "gate" + i % 3, "in"));
    JsonObject stats = stats();
    assertEquals(20, stats.getInteger("total_checked_in"));
    int perGate =
        stats.getJsonObject("per_gate").stream().mapToInt(gate -> (Integer) gate.getValue()).sum();
    assertEquals(20, perGate);
    assertEquals(10, stats.getJsonObject("refused").getInteger("ALREADY_CHECKED_IN"));
    assertEquals(30, stats.getInteger("seq"));
  }
}
