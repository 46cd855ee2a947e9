package id.tixgo.attendance.store;

import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.Counts;
import id.tixgo.attendance.domain.EventStats;
import id.tixgo.attendance.domain.Offline;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Undo;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** An event's numbers, kept as changes are stored. Changed by the ledger alone, read by anyone. */
final class Counters {
  private static final Duration HOUR = Duration.ofHours(1);

  private final Map<String, Long> gateToCount = new ConcurrentHashMap<>();
  private final Map<String, Long> staffToCount = new ConcurrentHashMap<>();
  private final Map<String, Long> typeToCount = new ConcurrentHashMap<>();
  private final Map<Instant, Long> minuteToCount = new ConcurrentHashMap<>();
  private final Map<String, Long> refusalToCount = new ConcurrentHashMap<>();
  private final Map<String, Instant> deviceToLastSeen = new ConcurrentHashMap<>();
  private volatile Optional<Instant> lastScanAt = Optional.empty();
  private final Map<String, Long> forgottenRefusals = new HashMap<>();
  private long lastSeq;

  /**
   * Counts a change, once.
   *
   * @param seqToCheckIn finds the check-in that an undo took back
   */
  void count(Change change, LongFunction<ScanRecord> seqToCheckIn) {
    if (change.seq() <= lastSeq) {
      return;
    }
    lastSeq = change.seq();
    if (change instanceof ScanRecord scan) {
      seen(scan, seqToCheckIn);
    } else if (change instanceof Undo undo) {
      uncount(seqToCheckIn.apply(undo.undoneSeq()));
    }
  }

  /** It is gone from the feed, and still counts. */
  void forget(Change change) {
    if (change instanceof ScanRecord scan) {
      scan.refusal().ifPresent(why -> add(forgottenRefusals, why.name(), 1));
    }
  }

  /** Counts those that were gone before this process began, once. */
  void count(Forgotten forgotten) {
    lastSeq = Math.max(lastSeq, forgotten.changes());
    forgotten
        .refusalToCount()
        .forEach(
            (why, all) -> add(refusalToCount, why, all - forgottenRefusals.getOrDefault(why, 0L)));
    forgottenRefusals.putAll(forgotten.refusalToCount());
    forgotten
        .deviceToLastSeen()
        .forEach((id, at) -> deviceToLastSeen.merge(id, at, Counters::later));
    forgotten.lastScanAt().ifPresent(at -> lastScanAt = later(lastScanAt, at));
  }

  /** Check-ins that a member of staff made. */
  long by(String staff) {
    return staffToCount.getOrDefault(staff, 0L);
  }

  EventStats stats(Counts counts, long registered, Instant now) {
    Instant from = now.minus(HOUR);
    Map<Instant, Long> lastHour =
        minuteToCount.entrySet().stream()
            .filter(minute -> minute.getKey().isAfter(from))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new EventStats(
        counts,
        registered,
        gateToCount,
        staffToCount,
        typeToCount,
        lastHour,
        refusalToCount,
        deviceToLastSeen,
        lastScanAt);
  }

  private void seen(ScanRecord scan, LongFunction<ScanRecord> seqToCheckIn) {
    lastScanAt = later(lastScanAt, scan.at());
    scan.refusal().ifPresent(why -> add(refusalToCount, why.name(), 1));
    if (!scan.deviceId().isEmpty()) {
      deviceToLastSeen.merge(scan.deviceId(), scan.at(), Counters::later);
    }
    if (scan.first()) {
      count(scan, 1);
      scan.offline().flatMap(Offline::other).ifPresent(seq -> uncount(seqToCheckIn.apply(seq)));
    }
  }

  /** One that is forgotten was never counted here. */
  private void uncount(ScanRecord checkIn) {
    if (checkIn != null) {
      count(checkIn, -1);
    }
  }

  private void count(ScanRecord checkIn, int step) {
    add(gateToCount, checkIn.gate(), step);
    add(staffToCount, checkIn.staff(), step);
    add(minuteToCount, checkIn.at().truncatedTo(ChronoUnit.MINUTES), step);
    checkIn.ticketType().ifPresent(type -> add(typeToCount, type, step));
  }

  static Optional<Instant> later(Optional<Instant> known, Instant at) {
    return Optional.of(known.map(time -> later(time, at)).orElse(at));
  }

  static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  /** A count of none is none. */
  private static <K> void add(Map<K, Long> counts, K key, long step) {
    counts.compute(
        key,
        (k, before) -> {
          long now = (before == null ? 0 : before) + step;
          return now == 0 ? null : now;
        });
  }
}
