package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.attendance.domain.Direction;
import id.tixgo.attendance.domain.Doors.LateScan;
import id.tixgo.attendance.domain.EventPolicy;
import id.tixgo.attendance.domain.EventStats;
import id.tixgo.attendance.domain.Refusal;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.store.AttendanceState;
import id.tixgo.attendance.store.StoredAttendance;
import id.tixgo.attendance.store.StoredDoors;
import id.tixgo.common.journal.MemoryLedger;
import id.tixgo.common.json.JsonFormat;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the order in which devices hand in, and however they split and repeat: one end. */
class MergeTest {
  private static final Instant BEGIN = Instant.parse("2026-01-01T10:00:00Z");
  private static final Instant NOW = BEGIN.plusSeconds(3600);

  /** What must not depend on the order: each ticket's check-in, and the numbers. */
  private record End(
      Map<String, String> ticketToCheckIn,
      long checkedIn,
      long inside,
      Map<String, Long> gates,
      long kept) {}

  @Property(tries = 200)
  void theEndShouldNotDependOnTheOrder(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 60) int scans,
      @ForAll @IntRange(min = 1, max = 8) int tickets) {
    Random random = new Random(seed);
    List<LateScan> all = IntStream.range(0, scans).mapToObj(i -> scan(random, i, tickets)).toList();
    End end = end(batches(all, random));
    assertEquals(end, end(batches(all, random)));
    assertEquals(earliest(all), end.ticketToCheckIn());
  }

  /** Of those that let each ticket in, the first by time, device and nonce. */
  private static Map<String, String> earliest(List<LateScan> all) {
    Map<String, String> ticketToNonce = new TreeMap<>();
    all.stream()
        .filter(late -> late.refusal().isEmpty() && late.scan().direction() == Direction.IN)
        .sorted(
            Comparator.comparing((LateScan late) -> late.scan().at())
                .thenComparing(late -> late.scan().deviceId())
                .thenComparing(LateScan::nonce))
        .forEach(late -> ticketToNonce.putIfAbsent(late.scan().ticketId(), late.nonce()));
    return ticketToNonce;
  }

  private static LateScan scan(Random random, int number, int tickets) {
    Scan scan =
        new Scan(
            "evt1",
            "T" + random.nextInt(tickets),
            "gate" + random.nextInt(3),
            "device" + random.nextInt(4),
            random.nextInt(4) == 0 ? Direction.OUT : Direction.IN,
            People.SITI,
            BEGIN.plusSeconds(random.nextInt(20)),
            Optional.empty());
    boolean turnedAway = random.nextInt(5) == 0;
    return new LateScan(
        "n" + number,
        scan,
        turnedAway ? Optional.of(Refusal.ALREADY_CHECKED_IN) : Optional.empty());
  }

  /** Shuffled, split anywhere, some of them sent again. */
  private static List<List<LateScan>> batches(List<LateScan> all, Random random) {
    List<LateScan> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    List<List<LateScan>> batches = new ArrayList<>();
    for (int from = 0; from < shuffled.size(); ) {
      int to = Math.min(shuffled.size(), from + 1 + random.nextInt(10));
      batches.add(shuffled.subList(from, to));
      if (random.nextBoolean()) {
        batches.add(shuffled.subList(0, to));
      }
      from = to;
    }
    return batches;
  }

  private static End end(List<List<LateScan>> batches) {
    JsonFormat.install();
    Vertx vertx = Vertx.vertx();
    try {
      AttendanceState state = new AttendanceState(vertx);
      StoredDoors doors =
          new StoredDoors(
              state, new MemoryLedger(state), vertx.getOrCreateContext(), EventPolicy.ANY);
      batches.forEach(batch -> doors.merge(batch, NOW).await());
      StoredAttendance book = new StoredAttendance(state, Clock.systemUTC());
      Map<String, String> checkIns = new TreeMap<>();
      for (ScanRecord scan : book.checkIns("evt1", 0, Long.MAX_VALUE, 1000)) {
        checkIns.put(scan.ticketId(), scan.offline().orElseThrow().nonce());
      }
      EventStats stats = book.stats("evt1");
      return new End(
          checkIns,
          stats.counts().checkedIn(),
          stats.counts().inside(),
          stats.gateToCount(),
          stats.counts().lastSeq());
    } finally {
      vertx.close().await();
    }
  }
}
