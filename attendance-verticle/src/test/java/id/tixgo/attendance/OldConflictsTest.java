package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.attendance.domain.CheckIns.LateScan;
import id.tixgo.attendance.domain.Conflict;
import id.tixgo.attendance.domain.Direction;
import id.tixgo.attendance.domain.Scan;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stores of a version that compared each late scan with the check-in alone. */
class OldConflictsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);

  private OpenStore store;

  @AfterEach
  void close() {
    store.closeAndDelete();
  }

  @Test
  void aLateEntryAfterAWayOutShouldBeTheConflictThatItWas() {
    open(live(1, "d1", 0, "IN", true), live(2, "d1", 10, "OUT", false), late(3, "d2", 20, 1));
    seeAtEachStart("1 3 open");
  }

  /** It was named after the scan that came last; that is where the stay began. */
  @Test
  void aResolutionByTheFirstEntrysNumberShouldCount() {
    open(live(1, "d1", 20, "IN", true), first(2, "d2", 0, 1), resolution(3, 2));
    seeAtEachStart("2 1 resolved");
  }

  @Test
  void aConflictShouldBeFoundByTheFirstEntrysNumber() {
    open(live(1, "d1", 20, "IN", true), first(2, "d2", 0, 1));
    Conflict done = store.doors.resolve("e", 2, People.SITI, CLOCK.instant(), "seen").await();
    assertEquals(1, done.id());
    seeAtEachStart("2 1 resolved");
  }

  @Test
  void aResolutionOfWhatIsNoneAnyMoreShouldStayInTheList() {
    open(
        live(1, "d1", 0, "IN", true), late(2, "d2", 10, 1), late(3, "d2", 20, 1), resolution(4, 3));
    seeAtEachStart("1 2 open", "1 3 resolved");
  }

  /** The way out between them was forgotten, for the state didn't follow from it. */
  @Test
  void twoEntriesAtDoorsThatKnewAllShouldBeNoConflict() {
    open(live(1, "d1", 0, "IN", true), live(3, "d2", 20, "IN", false));
    Scan scan =
        new Scan(
            "e",
            "T1",
            "A",
            "d3",
            Direction.IN,
            People.SITI,
            Instant.parse("2026-01-01T10:00:30Z"),
            Optional.empty());
    LateScan late = new LateScan("n", scan, Optional.empty());
    store.doors.merge(List.of(late), CLOCK.instant()).await();
    seeAtEachStart("1 4 open");
  }

  private void open(String... entries) {
    store = OpenStore.ofEntries(CLOCK, entries);
  }

  private void seeAtEachStart(String... wanted) {
    for (int start = 0; start < 3; start++) {
      List<String> seen =
          store.book.conflicts("e").stream()
              .map(c -> c.other().seq() + " " + c.id() + (c.isOpen() ? " open" : " resolved"))
              .toList();
      assertEquals(List.of(wanted), seen);
      store = start == 0 ? store.restarted() : store.compacted();
    }
  }

  private static String live(int seq, String device, int second, String way, boolean first) {
    return scan(seq, device, second, way, first, "");
  }

  private static String late(int seq, String device, int second, int other) {
    return scan(seq, device, second, "IN", false, offline(seq, other));
  }

  private static String first(int seq, String device, int second, int other) {
    return scan(seq, device, second, "IN", true, offline(seq, other));
  }

  private static String offline(int seq, int other) {
    return """
        "offline":{"nonce":"n%d","synced_at":"2026-01-01T11:00:00Z","clamped":false,"other":%d},"""
        .formatted(seq, other);
  }

  private static String scan(
      int seq, String device, int second, String way, boolean first, String offline) {
    return """
        {"scan":{"event_id":"e","ticket_id":"T1","staff":"siti","staff_id":2,\
        "at":"2026-01-01T10:00:%02dZ","gate":"A","device_id":"%s","direction":"%s","first":%b,\
        %s"seq":%d}}"""
        .formatted(second, device, way, first, offline, seq);
  }

  private static String resolution(int seq, int conflict) {
    return """
        {"resolution":{"event_id":"e","ticket_id":"T1","staff":"siti","staff_id":2,\
        "at":"2026-01-01T11:30:00Z","note":"seen","conflict":%d,"seq":%d}}"""
        .formatted(conflict, seq);
  }
}
