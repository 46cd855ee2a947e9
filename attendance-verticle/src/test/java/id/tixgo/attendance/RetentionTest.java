package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.CheckIns.LateScan;
import id.tixgo.attendance.domain.Counts;
import id.tixgo.attendance.domain.Direction;
import id.tixgo.attendance.domain.EventStats;
import id.tixgo.attendance.domain.Rules;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.common.test.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is old is forgotten, and stays so after a restart. */
class RetentionTest {
  private final MutableClock clock = new MutableClock(Instant.parse("2026-01-01T10:00:00Z"));
  private OpenStore store = open(Optional.of(Duration.ofDays(2)));

  @AfterEach
  void close() {
    store.closeAndDelete();
  }

  @Test
  void refusalsShouldBeForgottenAndCheckInsAndNumbersStay() {
    scan("T1", Optional.empty());
    scan("T1", Optional.empty());
    EventStats before = store.book.stats("evt1");
    clock.advance(Duration.ofDays(3));
    scan("T2", Optional.empty());
    store.forget();
    for (int start = 0; start < 3; start++) {
      assertEquals(2, store.book.forgotten("evt1"));
      assertEquals(List.of(3L), seqs(store.book.changes("evt1", 2, 10)));
      assertEquals(List.of(1L), seqs(store.book.story("evt1", "T1")));
      assertEquals(List.of("T1", "T2"), rows());
      assertEquals(before.refusalToCount(), store.book.stats("evt1").refusalToCount());
      assertEquals(new Counts(3, 2, 2), store.book.counts("evt1"));
      store = start == 0 ? store.restarted() : store.compacted();
    }
  }

  @Test
  void aCheckInThatWasTakenBackLongAfterShouldNotComeBack() {
    shouldStayTakenBack(1);
  }

  @Test
  void aReEntryThatWasTakenBackLongAfterShouldNotComeBack() {
    shouldStayTakenBack(3);
  }

  /** In, and maybe out and in again. */
  private void shouldStayTakenBack(int passages) {
    Rules reentry = new Rules(true, Optional.empty(), Optional.empty(), Optional.empty());
    store.tickets.setRules("evt1", reentry).await();
    for (int i = 0; i < passages; i++) {
      Direction way = i % 2 == 0 ? Direction.IN : Direction.OUT;
      store.doors.scan(scan("evt1", "T1", way, Optional.empty())).await();
    }
    clock.advance(Duration.ofDays(3));
    store.forget();
    store.doors.undo("evt1", "T1", People.BUDI, clock.instant(), "a mistake").await();
    clock.advance(Duration.ofDays(3));
    store.forget();
    for (int start = 0; start < 3; start++) {
      assertEquals(new Counts(passages + 1, 0, 0), store.book.counts("evt1"));
      assertEquals(List.of(), rows());
      store = store.compacted();
    }
    assertEquals(passages + 2, scan("T1", Optional.empty()).seq());
  }

  @Test
  void keysShouldBeForgottenAfterADayAndThenMayBeUsedAgain() {
    long first = scan("T1", Optional.of("k1")).seq();
    assertEquals(first, scan("T1", Optional.of("k1")).seq());
    Scan late = scan("evt1", "T2", Direction.IN, Optional.empty());
    store.doors.merge(List.of(new LateScan("n1", late, Optional.empty())), clock.instant()).await();
    clock.advance(Duration.ofHours(23));
    store.forget();
    // The key, the same as a nonce of its device, and the nonce.
    assertEquals(3, store.keys());
    clock.advance(Duration.ofHours(2));
    store.forget();
    for (int start = 0; start < 3; start++) {
      assertEquals(0, store.keys());
      store = start == 0 ? store.restarted() : store.compacted();
    }
    assertEquals(3, scan("T3", Optional.of("k1")).seq());
    assertEquals(2, store.keys());
  }

  @Test
  void aKeyThatWasUsedAgainShouldStandForTheLaterScanInASnapshotToo() {
    at("evt1", "k1");
    at("evt2", "k2");
    clock.advance(Duration.ofHours(25));
    ScanRecord second = at("evt2", "k1");
    ScanRecord first = at("evt1", "k2");
    store = store.compacted();
    assertEquals(second, at("evt2", "k1"));
    assertEquals(first, at("evt1", "k2"));
  }

  private ScanRecord at(String event, String key) {
    Scan scan = scan(event, "T1", Direction.IN, Optional.of(key));
    return store.doors.scan(scan).await().scan();
  }

  @Test
  void manyShouldBeForgottenInSmallSteps() {
    for (int i = 0; i < 2500; i++) {
      scan("T1", Optional.empty());
    }
    clock.advance(Duration.ofDays(3));
    for (long upTo : new long[] {1000, 2000, 2500}) {
      assertEquals(true, store.retention.step(clock.instant()).await());
      assertEquals(upTo, store.book.forgotten("evt1"));
    }
    assertEquals(false, store.retention.step(clock.instant()).await());
    assertEquals(2499, store.book.stats("evt1").refusalToCount().get("ALREADY_CHECKED_IN"));
  }

  @Test
  void nothingOfTheFeedShouldBeForgottenWhenEverythingIsKept() {
    store.closeAndDelete();
    store = open(Optional.empty());
    scan("T1", Optional.empty());
    clock.advance(Duration.ofDays(36_500));
    store.forget();
    assertEquals(0, store.book.forgotten("evt1"));
    assertEquals(List.of(1L), seqs(store.book.changes("evt1", 0, 10)));
  }

  private OpenStore open(Optional<Duration> kept) {
    return new OpenStore(Optional.of(OpenStore.newFolder()), clock, kept);
  }

  private ScanRecord scan(String ticket, Optional<String> key) {
    return store.doors.scan(scan("evt1", ticket, Direction.IN, key)).await().scan();
  }

  private Scan scan(String event, String ticket, Direction way, Optional<String> key) {
    return new Scan(event, ticket, "A", "d1", way, People.SITI, clock.instant(), key);
  }

  private List<String> rows() {
    return store.book.checkIns("evt1", 0, Long.MAX_VALUE, 100).stream()
        .map(ScanRecord::ticketId)
        .toList();
  }

  private static List<Long> seqs(List<Change> changes) {
    return changes.stream().map(Change::seq).toList();
  }
}
