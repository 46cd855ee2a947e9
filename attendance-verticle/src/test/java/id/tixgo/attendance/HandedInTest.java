package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.attendance.domain.CheckIns.LateScan;
import id.tixgo.attendance.domain.Counts;
import id.tixgo.attendance.domain.DeviceClock;
import id.tixgo.attendance.domain.Direction;
import id.tixgo.attendance.domain.Outcome;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.TimeFlag;
import id.tixgo.common.test.MutableClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which scans of a batch are new, and in which order they count. */
class HandedInTest {
  private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

  private final MutableClock clock = new MutableClock(NOW);
  private OpenStore store =
      new OpenStore(Optional.of(OpenStore.newFolder()), clock, Optional.empty());

  @AfterEach
  void close() {
    store.closeAndDelete();
  }

  @Test
  void theSameNonceShouldNameOneScanOfEachWayAndGate() {
    LateScan in = late("z", "A", Direction.IN);
    LateScan out = late("z", "A", Direction.OUT);
    LateScan otherGate = late("z", "B", Direction.OUT);
    for (int start = 0; start < 3; start++) {
      assertEquals(List.of(1L, 2L, 3L), seqs(merge("X", in, out, otherGate)));
      assertEquals(List.of(3L, 2L, 1L), seqs(merge("X", otherGate, out, in)));
      store = start == 0 ? store.restarted() : store.compacted();
    }
    assertEquals(new Counts(3, 1, 0), store.book.counts("evt1"));
  }

  @Test
  void aRequestOfAPersonWithoutADeviceShouldBeTheSameScanInTheirBatch() {
    store.doors.scan(online("", "k1")).await();
    store.doors.scan(online("", "k2")).await();
    for (int start = 0; start < 3; start++) {
      List<Outcome> again =
          merge("X", late("k1", "A", Direction.IN), late("k2", "A", Direction.IN));
      assertEquals(List.of(1L, 2L), seqs(again));
      assertEquals(List.of(), store.book.conflicts("evt1"));
      store = start == 0 ? store.restarted() : store.compacted();
    }
  }

  @Test
  void aRequestOfAnotherScanShouldNotBeTheOneInABatch() {
    store.doors.scan(online("d1", "k1")).await();
    store.doors.scan(online("", "k2")).await();
    assertEquals(List.of(3L), seqs(merge("X", late("k1", "A", Direction.IN))));
    assertEquals(List.of(4L), seqs(merge("X", late("k2", "A", Direction.OUT))));
    assertEquals(List.of(5L), seqs(merge("X", late("k2", "B", Direction.IN))));
    assertEquals(List.of(6L), seqs(merge("X", late("k3", "A", Direction.IN))));
  }

  @Test
  void waysOfOneMomentShouldCountAsTheyWereHandedIn() {
    LateScan in = late("b", "A", Direction.IN);
    LateScan out = late("a", "A", Direction.OUT);
    merge("X", in, out);
    merge("X", in, out);
    merge("Y", in);
    merge("Y", out);
    merge("Y", in, out);
    assertEquals(0, store.book.counts("evt1").inside());
    assertEquals(4, store.book.counts("evt1").lastSeq());
    store = store.compacted();
    assertEquals(0, store.book.counts("evt1").inside());
  }

  @Test
  void theFirstOfTwoEntriesOfOneMomentShouldBeTheCheckIn() {
    merge("X", late("b", "A", Direction.IN), late("a", "B", Direction.IN));
    assertEquals("A", store.book.checkIns("evt1", 0, 9, 9).get(0).gate());
  }

  @Test
  void timesAtTheEndsOfTheCalendarShouldCountWhenTheyArrived() {
    DeviceClock far = DeviceClock.of(Instant.parse("9999-12-31T23:59:59Z"), NOW);
    Instant first = Instant.parse("0001-01-01T00:00:00Z");
    Scan made = scan("X", "A", Direction.IN, Optional.empty()).madeAt(far.ours(first));
    merge("X", new LateScan("n1", made, Optional.empty(), far));
    for (int start = 0; start < 3; start++) {
      ScanRecord kept = store.book.checkIns("evt1", 0, 9, 9).get(0);
      assertEquals(NOW, kept.at());
      assertEquals(Optional.of(TimeFlag.ARRIVAL), kept.offline().orElseThrow().timeFlag());
      assertEquals(Optional.of(first), kept.offline().orElseThrow().deviceTime());
      store = start == 0 ? store.restarted() : store.compacted();
    }
  }

  private List<Outcome> merge(String device, LateScan... scans) {
    List<LateScan> batch = Stream.of(scans).map(late -> late.of(late.scan().on(device))).toList();
    return store.doors.merge(batch, NOW).await();
  }

  private static LateScan late(String nonce, String gate, Direction direction) {
    Scan scan = scan("", gate, direction, Optional.empty()).madeAt(NOW.minusSeconds(60));
    return new LateScan(nonce, scan, Optional.empty());
  }

  private static Scan online(String device, String key) {
    return scan(device, "A", Direction.IN, Optional.of(key));
  }

  private static Scan scan(String device, String gate, Direction way, Optional<String> key) {
    return new Scan("evt1", "T1", gate, device, way, People.SITI, NOW, key);
  }

  private static List<Long> seqs(List<Outcome> outcomes) {
    return outcomes.stream().map(outcome -> outcome.scan().seq()).toList();
  }
}
