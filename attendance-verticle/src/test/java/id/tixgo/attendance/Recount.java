package id.tixgo.attendance;

import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.Counts;
import id.tixgo.attendance.domain.EventStats;
import id.tixgo.attendance.domain.Refusal;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Undo;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An event's numbers, counted from everything that ever happened there. */
final class Recount {
  private final List<Change> all;
  private final Map<String, ScanRecord> ticketToCheckIn = new HashMap<>();
  private final Map<String, ScanRecord> ticketToLast = new HashMap<>();
  private final Undone undone = new Undone();

  /**
   * @param all in the order of their {@code seq}
   */
  Recount(Collection<Change> all) {
    this.all = List.copyOf(all);
    this.all.forEach(this::take);
  }

  /** The check-ins that count, in their order. */
  List<ScanRecord> rows() {
    return ticketToCheckIn.values().stream()
        .sorted(Comparator.comparingLong(ScanRecord::seq))
        .toList();
  }

  EventStats stats(long registered, Instant now) {
    List<ScanRecord> scans = scans();
    Map<String, Long> types = new HashMap<>();
    rows().forEach(row -> row.ticketType().ifPresent(type -> types.merge(type, 1L, Long::sum)));
    Map<String, Instant> devices = new HashMap<>();
    scans.forEach(scan -> devices.merge(scan.deviceId(), scan.at(), Recount::later));
    devices.remove("");
    Map<Instant, Long> minutes = by(row -> row.at().truncatedTo(ChronoUnit.MINUTES));
    minutes.keySet().removeIf(minute -> !minute.isAfter(now.minus(Duration.ofHours(1))));
    return new EventStats(
        counts(),
        registered,
        0,
        by(ScanRecord::gate),
        by(ScanRecord::staff),
        types,
        minutes,
        refused(scans),
        devices,
        scans.stream().map(ScanRecord::at).reduce(Recount::later));
  }

  private Counts counts() {
    long last = all.isEmpty() ? 0 : all.get(all.size() - 1).seq();
    long inside = ticketToLast.values().stream().filter(ScanRecord::isEntry).count();
    return new Counts(last, ticketToCheckIn.size(), inside);
  }

  private void take(Change change) {
    if (change instanceof Undo) {
      ticketToCheckIn.remove(change.ticketId());
      ticketToLast.remove(change.ticketId());
      undone.add(change);
    } else if (change instanceof ScanRecord scan && undone.counts(scan)) {
      take(scan);
    }
  }

  private void take(ScanRecord scan) {
    if (scan.first()) {
      ticketToCheckIn.put(scan.ticketId(), scan);
    }
    ScanRecord last = ticketToLast.get(scan.ticketId());
    if (last == null || scan.offline().isEmpty() || ORDER.compare(last, scan) < 0) {
      ticketToLast.put(scan.ticketId(), scan);
    }
  }

  /** What undos have taken back that was handed in after them. */
  static final class Undone {
    private final Map<String, Instant> ticketToTime = new HashMap<>();

    void add(Change undo) {
      ticketToTime.put(undo.ticketId(), undo.at());
    }

    /** Whether it is a way in or out that counts. */
    boolean counts(ScanRecord scan) {
      boolean late = scan.offline().isPresent() && scan.isEntry() && !scan.first();
      return scan.refusal().isEmpty()
          && !(late && ticketToTime.getOrDefault(scan.ticketId(), Instant.MIN).isAfter(scan.at()));
    }
  }

  static final Comparator<ScanRecord> ORDER =
      Comparator.comparing(ScanRecord::at)
          .thenComparing(scan -> scan.staffId().orElseThrow())
          .thenComparing(ScanRecord::deviceId)
          .thenComparing(scan -> scan.offline().flatMap(o -> o.deviceTime()).orElse(scan.at()))
          .thenComparing(ScanRecord::seq);

  private List<ScanRecord> scans() {
    List<ScanRecord> scans = new ArrayList<>();
    for (Change change : all) {
      if (change instanceof ScanRecord scan) {
        scans.add(scan);
      }
    }
    return scans;
  }

  private static Map<String, Long> refused(List<ScanRecord> scans) {
    return scans.stream()
        .map(ScanRecord::refusal)
        .flatMap(Optional::stream)
        .collect(Collectors.groupingBy(Refusal::name, Collectors.counting()));
  }

  private <K> Map<K, Long> by(Function<ScanRecord, K> key) {
    return new HashMap<>(
        rows().stream().collect(Collectors.groupingBy(key, Collectors.counting())));
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
