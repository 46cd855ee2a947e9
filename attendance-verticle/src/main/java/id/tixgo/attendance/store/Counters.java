package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.Counts;
import id.tixgo.attendance.domain.EventStats;
import id.tixgo.attendance.domain.OfflineInfo;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Undo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;

/**
 * An event's numbers, kept as changes are stored. Changed by the store alone, read by anyone; both
 * for a moment only.
 */
final class Counters {
  private static final int MINUTE_SECONDS = 60;

  private final LongFunction<ScanRecord> seqToCheckIn;
  private final CheckInsByStaff books;
  private final CounterMap<String> gates = CounterMap.ofNames();
  private final CounterMap<String> staff = new CounterMap<>();
  private final CounterMap<String> types = new CounterMap<>();
  private final CounterMap<Instant> minutes = new CounterMap<>();
  private final CounterMap<String> refusals = new CounterMap<>();
  private final Map<String, Instant> deviceToLastSeen = new ConcurrentHashMap<>();
  private volatile Instant lastScanAt;
  private final Map<String, Long> forgottenRefusals = new HashMap<>();
  private long lastSeq;
  private Instant lastMinute = Instant.EPOCH;

  /**
   * @param seqToCheckIn finds the check-in that an undo took back; null when it is forgotten
   * @param books of all events' staff, where each check-in is put down too
   */
  Counters(LongFunction<ScanRecord> seqToCheckIn, CheckInsByStaff books) {
    this.seqToCheckIn = requireNonNull(seqToCheckIn);
    this.books = requireNonNull(books);
  }

  /** Counts a change, unless it was counted before. */
  synchronized void count(Change change) {
    if (change.seq() <= lastSeq) {
      return;
    }
    lastSeq = change.seq();
    if (change instanceof ScanRecord scan) {
      seen(scan);
    } else if (change instanceof Undo undo) {
      uncount(undo.undoneSeq());
    }
  }

  /** It is gone from the feed, and still counts. */
  void forget(Change change) {
    if (change instanceof ScanRecord scan) {
      scan.refusal().ifPresent(why -> forgottenRefusals.merge(why.name(), 1L, Long::sum));
    }
  }

  /** Counts those that were gone before this process began, once. */
  synchronized void count(RetentionMark forgotten) {
    lastSeq = Math.max(lastSeq, forgotten.changes());
    forgotten
        .refusalToCount()
        .forEach((why, all) -> refusals.add(why, all - forgottenRefusals.getOrDefault(why, 0L)));
    forgottenRefusals.putAll(forgotten.refusalToCount());
    forgotten
        .deviceToLastSeen()
        .forEach((id, at) -> deviceToLastSeen.merge(id, at, Counters::later));
    forgotten.lastScanAt().ifPresent(at -> lastScanAt = laterOrFirst(lastScanAt, at));
  }

  /**
   * All of one moment: no change is half counted in it.
   *
   * @param counts of about now; a change that isn't counted here yet isn't in the answer
   * @param from the minutes after it are counted
   */
  synchronized EventStats stats(Counts counts, long registered, long sold, Instant from) {
    Map<String, Long> gateToCount = gates.counts();
    return new EventStats(
        counted(counts, gateToCount),
        registered,
        sold,
        gateToCount,
        staff.counts(),
        types.counts(),
        minutes.counts(minute -> minute.isAfter(from)),
        refusals.counts(),
        deviceToLastSeen,
        Optional.ofNullable(lastScanAt));
  }

  private Counts counted(Counts counts, Map<String, Long> gateToCount) {
    if (counts.lastSeq() == lastSeq) {
      return counts;
    }
    long checkedIn = gateToCount.values().stream().mapToLong(n -> n).sum();
    return new Counts(lastSeq, checkedIn, Math.min(counts.inside(), checkedIn));
  }

  private void seen(ScanRecord scan) {
    lastScanAt = laterOrFirst(lastScanAt, scan.at());
    scan.refusal().ifPresent(why -> refusals.add(why.name(), 1));
    if (!scan.deviceId().isEmpty()) {
      deviceToLastSeen.merge(scan.deviceId(), scan.at(), Counters::later);
    }
    if (scan.first()) {
      count(scan, 1);
      scan.offline().flatMap(OfflineInfo::other).ifPresent(this::uncount);
    }
  }

  /** One that is forgotten was never counted here. */
  private void uncount(long seq) {
    ScanRecord checkIn = seqToCheckIn.apply(seq);
    if (checkIn != null) {
      count(checkIn, -1);
    }
  }

  private void count(ScanRecord checkIn, int step) {
    gates.add(checkIn.gate(), step);
    staff.add(checkIn.staff(), step);
    minutes.add(minute(checkIn.at()), step);
    checkIn.ticketType().ifPresent(type -> types.add(type, step));
    books.count(checkIn, step);
  }

  /** Its minute: most often that of the check-in before. */
  private Instant minute(Instant at) {
    long second = at.getEpochSecond() - lastMinute.getEpochSecond();
    if (second < 0 || second >= MINUTE_SECONDS) {
      lastMinute = at.truncatedTo(ChronoUnit.MINUTES);
    }
    return lastMinute;
  }

  /**
   * The later of two times.
   *
   * @param known null for none
   */
  static Instant laterOrFirst(Instant known, Instant at) {
    return known == null ? at : later(known, at);
  }

  static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
