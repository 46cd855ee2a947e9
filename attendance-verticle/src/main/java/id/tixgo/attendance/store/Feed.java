package id.tixgo.attendance.store;

import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.OfflineInfo;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.TicketState;
import id.tixgo.attendance.domain.TicketTrace;
import id.tixgo.attendance.domain.Undo;
import id.tixgo.common.store.Series;
import id.tixgo.common.store.StagedCell;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** An event's changes in order, and which of them each ticket knows of. */
final class Feed {
  private final String eventId;
  private final Series<Change> series;
  private final StagedMap<TicketTrace> ticketToTrace;
  private final StagedCell<RetentionMark> forgotten;
  private final AtomicLong gone = new AtomicLong();
  private long looked;

  /** Older than what was forgotten before, needed then, and known to no ticket now. */
  private final Set<Long> spared = new HashSet<>();

  Feed(StagedMaps maps, String eventId) {
    this.eventId = eventId;
    this.series = maps.series("attendance.feed." + eventId);
    this.ticketToTrace = maps.open("attendance.traces." + eventId);
    this.forgotten = maps.cell();
  }

  /** Null for one that is forgotten. */
  Change get(long seq) {
    return series.get(seq);
  }

  /** For projections. */
  void set(Change change) {
    series.set(change.seq(), change);
  }

  /** What is known of a ticket; any thread may ask. */
  TicketState state(String ticketId) {
    return state(ticketToTrace.get(ticketId));
  }

  /** What will be known of a ticket when the transactions so far are stored; for transactions. */
  TicketState staged(String ticketId) {
    return state(ticketToTrace.staged(ticketId));
  }

  /** The check-in that a ticket had before a change; for transactions. */
  Optional<ScanRecord> checkInBefore(String ticketId, long seq) {
    Optional<ScanRecord> checkIn = Optional.empty();
    for (long known : staged(ticketId).seqs()) {
      checkIn = known < seq ? after(checkIn, get(known)) : checkIn;
    }
    return checkIn;
  }

  /** The last time that a ticket's check-in was taken back; for transactions. */
  Optional<Undo> lastUndo(String ticketId) {
    return staged(ticketId).seqs().stream()
        .map(this::get)
        .filter(Undo.class::isInstance)
        .map(Undo.class::cast)
        .reduce((undo, later) -> later);
  }

  /** For projections. */
  void set(String ticketId, TicketState state) {
    ticketToTrace.put(ticketId, state.trace());
  }

  /** Those with {@code after < seq <= upTo} that aren't forgotten. */
  Stream<Change> changes(long after, long upTo) {
    return series.between(after, upTo);
  }

  RetentionMark forgotten() {
    return forgotten.get().orElse(RetentionMark.nothing(eventId));
  }

  /** How many are forgotten. */
  long gone() {
    return gone.get();
  }

  /** For projections: keys and tickets forget; false when they had before. */
  boolean add(RetentionMark next, IdempotencyKeys keys) {
    RetentionMark before = forgotten.staged().orElse(RetentionMark.nothing(eventId));
    if (next.keys() < before.keys() || next.changes() < before.changes()) {
      return false;
    }
    changes(before.keys(), next.keys())
        .filter(ScanRecord.class::isInstance)
        .forEach(scan -> keys.remove((ScanRecord) scan));
    changes(before.changes(), next.changes())
        .map(Change::ticketId)
        .distinct()
        .forEach(ticketId -> forget(ticketId, before.changes(), next.changes()));
    forgotten.set(next);
    return true;
  }

  /** Drops what no ticket knows of any more. */
  void drop(RetentionMark stored, Consumer<Change> dropped) {
    for (; looked < stored.changes(); looked++) {
      drop(looked + 1, dropped);
    }
    spared.forEach(seq -> drop(seq, dropped));
    spared.clear();
  }

  /** A ticket that was ever scanned in two places keeps its whole story, but for refusals. */
  private void forget(String ticketId, long before, long upTo) {
    TicketState state = staged(ticketId);
    boolean whole = state.seqs().stream().anyMatch(seq -> isSecond(get(seq)));
    TicketState rest =
        state.without(seq -> seq <= upTo && !state.needs(seq) && (!whole || isRefusal(get(seq))));
    state.seqs().stream()
        .filter(seq -> seq <= before && !rest.seqs().contains(seq))
        .forEach(spared::add);
    if (rest.equals(TicketState.NEW)) {
      ticketToTrace.remove(ticketId);
    } else {
      set(ticketId, rest);
    }
  }

  private void drop(long seq, Consumer<Change> dropped) {
    Change change = get(seq);
    if (change != null && !isKnown(change)) {
      series.set(seq, null);
      dropped.accept(change);
    }
    if (get(seq) == null) {
      gone.incrementAndGet();
    }
  }

  private boolean isKnown(Change change) {
    return Collections.binarySearch(staged(change.ticketId()).seqs(), change.seq()) >= 0;
  }

  private static Optional<ScanRecord> after(Optional<ScanRecord> checkIn, Change change) {
    if (change instanceof ScanRecord scan && scan.first()) {
      return Optional.of(scan);
    }
    return change instanceof Undo ? Optional.empty() : checkIn;
  }

  private static TicketState state(Optional<TicketTrace> trace) {
    return trace.map(TicketTrace::state).orElse(TicketState.NEW);
  }

  private static boolean isSecond(Change change) {
    return change instanceof ScanRecord scan
        && scan.offline().flatMap(OfflineInfo::other).isPresent();
  }

  private static boolean isRefusal(Change change) {
    return change instanceof ScanRecord scan && scan.refusal().isPresent();
  }
}
