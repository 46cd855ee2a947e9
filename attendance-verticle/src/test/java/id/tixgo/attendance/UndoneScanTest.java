package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.attendance.domain.CheckIns.LateScan;
import id.tixgo.attendance.domain.Counts;
import id.tixgo.attendance.domain.Direction;
import id.tixgo.attendance.domain.Outcome;
import id.tixgo.attendance.domain.Refusal;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.common.test.MutableClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An undo takes back whatever was made before it, whenever that is handed in. */
class UndoneScanTest {
  private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

  private OpenStore store =
      new OpenStore(Optional.of(OpenStore.newFolder()), new MutableClock(NOW), Optional.empty());

  @AfterEach
  void close() {
    store.closeAndDelete();
  }

  @Test
  void aScanOfBeforeTheUndoShouldNotEnterAfterIt() {
    enterAndUndo();
    Outcome late = handIn("C", -600);
    assertEquals(2, late.first().orElseThrow().seq());
    for (int start = 0; start < 3; start++) {
      assertEquals(new Counts(4, 0, 0), store.book.counts("evt1"));
      assertEquals(late, handIn("C", -600));
      store = start == 0 ? store.restarted() : store.compacted();
    }
    assertEquals(Optional.empty(), enter(120));
    assertEquals(1, store.book.counts("evt1").checkedIn());
  }

  @Test
  void aScanOfBeforeTheUndoShouldBeInNoConflictWithAnEntryAfterIt() {
    enterAndUndo();
    int open = store.book.conflicts("evt1").size();
    assertEquals(Optional.empty(), enter(120));
    handIn("C", -600);
    for (int start = 0; start < 3; start++) {
      assertEquals(new Counts(5, 1, 1), store.book.counts("evt1"));
      assertEquals(4, store.book.ticket("evt1", "T1").checkIn().orElseThrow().seq());
      assertEquals(open, store.book.conflicts("evt1").size());
      store = start == 0 ? store.restarted() : store.compacted();
    }
  }

  @Test
  void aScanOfAfterTheUndoShouldEnter() {
    enterAndUndo();
    handIn("C", 90);
    assertEquals(new Counts(4, 1, 1), store.book.counts("evt1"));
  }

  /**
   * A at the door, B's older scan, which is the check-in then, and both are taken back a minute
   * later.
   */
  private void enterAndUndo() {
    assertEquals(Optional.empty(), enter(0));
    handIn("B", -300);
    Instant later = NOW.plusSeconds(60);
    store.doors.undo("evt1", "T1", People.SITI, later, "wrong person").await();
    assertEquals(0, store.book.counts("evt1").checkedIn());
  }

  private Optional<Refusal> enter(int second) {
    return store.doors.scan(scan("A", second)).await().scan().refusal();
  }

  private Outcome handIn(String device, int second) {
    LateScan late = new LateScan("n1", scan(device, second), Optional.empty());
    return store.doors.merge(List.of(late), NOW.plusSeconds(180)).await().get(0);
  }

  private static Scan scan(String device, int second) {
    Instant at = NOW.plusSeconds(second);
    return new Scan("evt1", "T1", "", device, Direction.IN, People.SITI, at, Optional.empty());
  }
}
