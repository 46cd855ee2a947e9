package id.tixgo.attendance.store;

import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.Offline;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.TicketState;
import id.tixgo.common.journal.Table;
import id.tixgo.common.journal.Tables;
import io.vertx.core.shareddata.SharedData;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** An event's changes in order, and which of them each ticket knows of. */
final class Feed {
  private static final String ONE = "";

  final Table<TicketState> ticketToState;
  private final String eventId;
  private final Series<Change> series;
  private final Table<Forgotten> forgotten;
  private final AtomicLong gone = new AtomicLong();
  private long looked;

  /** Older than what was forgotten before, needed then, and known to no ticket now. */
  private final Set<Long> spared = new HashSet<>();

  Feed(SharedData shared, Tables tables, String eventId) {
    this.eventId = eventId;
    this.series = new Series<>(shared, "attendance.feed." + eventId);
    this.ticketToState = tables.open("attendance.states." + eventId);
    this.forgotten = tables.open("attendance.forgotten." + eventId);
  }

  /** Null for one that is forgotten. */
  Change get(long seq) {
    return series.get(seq);
  }

  /** For folds. */
  void set(Change change) {
    series.set(change.seq(), change);
  }

  /** Those with {@code after < seq <= upTo} that aren't forgotten. */
  Stream<Change> changes(long after, long upTo) {
    return LongStream.rangeClosed(after + 1, upTo).mapToObj(series::get).filter(Objects::nonNull);
  }

  Forgotten forgotten() {
    return forgotten.get(ONE).orElse(Forgotten.nothing(eventId));
  }

  /** How many are forgotten. */
  long gone() {
    return gone.get();
  }

  /** For folds: keys and tickets forget; false when they had before. */
  boolean add(Forgotten next, Keys keys) {
    Forgotten before = forgotten.draft(ONE).orElse(Forgotten.nothing(eventId));
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
    forgotten.put(ONE, next);
    return true;
  }

  /** Drops what no ticket knows of any more. */
  void drop(Forgotten stored, Consumer<Change> dropped) {
    for (; looked < stored.changes(); looked++) {
      drop(looked + 1, dropped);
    }
    spared.forEach(seq -> drop(seq, dropped));
    spared.clear();
  }

  /** A ticket that was ever scanned in two places keeps its whole story, but for refusals. */
  private void forget(String ticketId, long before, long upTo) {
    TicketState state = ticketToState.draft(ticketId).orElse(TicketState.NEW);
    boolean whole = state.seqs().stream().anyMatch(seq -> isSecond(get(seq)));
    TicketState rest =
        state.without(seq -> seq <= upTo && !state.needs(seq) && (!whole || isRefusal(get(seq))));
    state.seqs().stream()
        .filter(seq -> seq <= before && !rest.seqs().contains(seq))
        .forEach(spared::add);
    if (rest.equals(TicketState.NEW)) {
      ticketToState.remove(ticketId);
    } else {
      ticketToState.put(ticketId, rest);
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
    List<Long> seqs =
        ticketToState.draft(change.ticketId()).map(TicketState::seqs).orElse(List.of());
    return Collections.binarySearch(seqs, change.seq()) >= 0;
  }

  private static boolean isSecond(Change change) {
    return change instanceof ScanRecord scan && scan.offline().flatMap(Offline::other).isPresent();
  }

  private static boolean isRefusal(Change change) {
    return change instanceof ScanRecord scan && scan.refusal().isPresent();
  }
}
