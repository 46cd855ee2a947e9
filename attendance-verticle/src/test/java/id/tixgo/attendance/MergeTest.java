package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.attendance.domain.CheckIns.LateScan;
import id.tixgo.attendance.domain.Conflict;
import id.tixgo.attendance.domain.DeviceClock;
import id.tixgo.attendance.domain.Direction;
import id.tixgo.attendance.domain.EventStats;
import id.tixgo.attendance.domain.Refusal;
import id.tixgo.attendance.domain.Rules;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.ScanRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Whatever the order in which devices hand in, and however they split and repeat: one end. */
@Tag("thorough")
class MergeTest {
  private static final Instant BEGIN = Instant.parse("2026-01-01T10:00:00Z");
  private static final Instant NOW = BEGIN.plusSeconds(3600);
  private static final String WITHOUT_CLOCK = "device3";

  /** By how much each device's clock is known to be wrong; that of the last one isn't known. */
  private static final Map<String, DeviceClock> DEVICE_TO_CLOCK =
      Map.of(
          "device0",
          DeviceClock.UNKNOWN,
          "device1",
          new DeviceClock(Optional.of(Duration.ZERO)),
          "device2",
          new DeviceClock(Optional.of(Duration.ofHours(-2))),
          WITHOUT_CLOCK,
          DeviceClock.UNKNOWN);

  /** What must not depend on the order: each ticket's check-in, the conflicts, the numbers. */
  private record End(
      Map<String, String> ticketToCheckIn,
      Set<String> conflicts,
      long checkedIn,
      long inside,
      Map<String, Long> gates,
      long kept) {}

  @Property(tries = 300)
  void theEndShouldNotDependOnTheOrder(
      @ForAll long seed,
      @ForAll boolean reentry,
      @ForAll @IntRange(min = 1, max = 60) int scans,
      @ForAll @IntRange(min = 1, max = 8) int tickets) {
    Random random = new Random(seed);
    List<LateScan> all = IntStream.range(0, scans).mapToObj(i -> scan(random, i, tickets)).toList();
    End end = expected(all, reentry);
    assertEquals(end, end(batches(all, random), reentry));
    assertEquals(end, end(batches(all, random), reentry));
  }

  private static End expected(List<LateScan> all, boolean reentry) {
    Map<String, PassedTicket> tickets = new TreeMap<>();
    all.stream()
        .filter(late -> late.refusal().isEmpty())
        .sorted(PassedTicket.order(isWithoutClock(), all))
        .forEach(
            late ->
                tickets
                    .computeIfAbsent(late.scan().ticketId(), id -> new PassedTicket(reentry))
                    .pass(late));
    Map<String, String> checkIns = new TreeMap<>();
    Map<String, Long> gates = new HashMap<>();
    Set<String> conflicts = new TreeSet<>();
    for (PassedTicket ticket : tickets.values()) {
      conflicts.addAll(ticket.conflicts);
      ticket
          .checkIn()
          .ifPresent(
              late -> {
                checkIns.put(late.scan().ticketId(), late.nonce());
                gates.merge(late.scan().gate(), 1L, Long::sum);
              });
    }
    long inside = tickets.values().stream().filter(PassedTicket::isInside).count();
    return new End(checkIns, conflicts, checkIns.size(), inside, gates, all.size());
  }

  private static Predicate<LateScan> isWithoutClock() {
    return late -> late.scan().deviceId().equals(WITHOUT_CLOCK);
  }

  private static LateScan scan(Random random, int number, int tickets) {
    String device = "device" + random.nextInt(4);
    Instant begin = device.equals(WITHOUT_CLOCK) ? Instant.EPOCH : BEGIN;
    Scan scan =
        new Scan(
            "evt1",
            "T" + random.nextInt(tickets),
            "gate" + random.nextInt(3),
            device,
            random.nextInt(3) == 0 ? Direction.OUT : Direction.IN,
            People.SITI,
            begin.plusSeconds(random.nextInt(20)),
            Optional.empty());
    boolean turnedAway = random.nextInt(5) == 0;
    return new LateScan(
        "n" + number,
        scan,
        turnedAway ? Optional.of(Refusal.ALREADY_CHECKED_IN) : Optional.empty(),
        DEVICE_TO_CLOCK.get(device));
  }

  /**
   * Shuffled, split anywhere, some of them sent again; but as it stood in the queue where nothing
   * else tells what came before what.
   */
  private static List<List<LateScan>> batches(List<LateScan> all, Random random) {
    List<LateScan> shuffled =
        new ArrayList<>(all.stream().filter(isWithoutClock().negate()).toList());
    shuffle(shuffled, random);
    List<List<LateScan>> batches = new ArrayList<>();
    for (int from = 0; from < shuffled.size(); ) {
      int to = Math.min(shuffled.size(), from + 1 + random.nextInt(10));
      batches.add(shuffled.subList(from, to));
      if (random.nextBoolean()) {
        batches.add(shuffled.subList(0, to));
      }
      from = to;
    }
    List<LateScan> queue = all.stream().filter(isWithoutClock()).toList();
    IntStream.rangeClosed(0, random.nextInt(2))
        .forEach(i -> batches.add(random.nextInt(batches.size() + 1), queue));
    return batches;
  }

  /** What one device made at one time stays as it was: nothing else tells which came first. */
  private static void shuffle(List<LateScan> scans, Random random) {
    Map<List<Object>, Queue<LateScan>> momentToQueue = new HashMap<>();
    scans.forEach(
        late -> momentToQueue.computeIfAbsent(moment(late), m -> new ArrayDeque<>()).add(late));
    Collections.shuffle(scans, random);
    scans.replaceAll(late -> momentToQueue.get(moment(late)).remove());
  }

  private static List<Object> moment(LateScan late) {
    return List.of(late.scan().deviceId(), late.scan().at());
  }

  private static End end(List<List<LateScan>> batches, boolean reentry) {
    try (OpenStore store = new OpenStore(Optional.empty(), Clock.systemUTC(), Optional.empty())) {
      Rules rules = new Rules(reentry, Optional.empty(), Optional.empty(), Optional.empty());
      store.tickets.setRules("evt1", rules).await();
      batches.forEach(batch -> store.doors.merge(batch, NOW).await());
      Map<String, String> checkIns = new TreeMap<>();
      for (ScanRecord scan : store.book.checkIns("evt1", 0, Long.MAX_VALUE, 1000)) {
        checkIns.put(scan.ticketId(), nonce(scan));
      }
      Set<String> conflicts = new TreeSet<>();
      for (Conflict conflict : store.book.conflicts("evt1")) {
        conflicts.add(nonce(conflict.other()) + " " + nonce(conflict.scan()));
      }
      EventStats stats = store.book.stats("evt1");
      return new End(
          checkIns,
          conflicts,
          stats.counts().checkedIn(),
          stats.counts().inside(),
          stats.gateToCount(),
          stats.counts().lastSeq());
    }
  }

  private static String nonce(ScanRecord scan) {
    return scan.offline().orElseThrow().nonce();
  }
}
