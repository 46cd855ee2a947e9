package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.Counts;
import id.tixgo.attendance.domain.OfflineInfo;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Ticket;
import id.tixgo.attendance.domain.TicketCode;
import id.tixgo.attendance.domain.TicketState;
import id.tixgo.attendance.domain.Undo;
import id.tixgo.common.store.StagedCell;
import id.tixgo.common.store.StagedMaps;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What an event's changes add up to: what each ticket went through, and how many are in. */
final class Passages {
  private final Feed feed;
  private final EventTickets list;
  private final Conflicts conflicts;
  private final StagedCell<Counts> counts;

  /** Codes that have entered; without those that are found without an index. */
  private final AlikeCodes entered;

  private final Spelling staged;
  private final Spelling stored;

  Passages(StagedMaps maps, String eventId, Feed feed, EventTickets list, Conflicts conflicts) {
    this.feed = requireNonNull(feed);
    this.list = requireNonNull(list);
    this.conflicts = requireNonNull(conflicts);
    this.counts = maps.cell();
    this.entered = new AlikeCodes(maps, "attendance.entered." + eventId);
    this.staged = new Spelling(list::staged, feed::staged, entered::staged, list::willBeUnlisted);
    this.stored = new Spelling(list::get, feed::state, entered::get, list::unlisted);
  }

  Counts counts() {
    return counts.get().orElse(Counts.NONE);
  }

  /** Those when the transactions so far are stored; for transactions. */
  Counts willCount() {
    return counts.staged().orElse(Counts.NONE);
  }

  long nextSeq() {
    return willCount().lastSeq() + 1;
  }

  /** What is known of a ticket, however it is spelled; any thread may ask. */
  TicketState state(String code) {
    return feed.state(stored.of(code));
  }

  /** The code that a ticket goes by, however it is spelled; for transactions. */
  String spelled(String code) {
    return staged.of(code);
  }

  /** All that was scanned of a ticket, in order; any thread may ask. */
  LongStream seqs(String code) {
    String listed = list.get(code).map(Ticket::ticketId).orElse(code);
    return Stream.of(code, listed, stored.of(code))
        .distinct()
        .flatMap(spelling -> feed.state(spelling).seqs().stream())
        .mapToLong(seq -> seq)
        .sorted();
  }

  /** The undo of its ticket's check-in that was made after a scan which is handed in only now. */
  Optional<Undo> undoneAfter(ScanRecord scan) {
    return feed.lastUndo(scan.ticketId()).filter(undo -> undo.at().isAfter(scan.at()));
  }

  /** Whether a check-in still counts. */
  boolean counts(ScanRecord scan) {
    return feed.state(scan.ticketId())
        .checkIn()
        .map(first -> first.seq() == scan.seq())
        .orElse(false);
  }

  /**
   * Whether a check-in counted when that change was the last: it does still, or what took its place
   * came later.
   */
  boolean countedAt(ScanRecord scan, long lastSeq) {
    return counts(scan)
        || feed.state(scan.ticketId()).seqs().stream()
            .filter(seq -> seq > lastSeq)
            .anyMatch(seq -> replaced(feed.get(seq)) == scan.seq());
  }

  /**
   * The check-in whose place a change took, be it an undo or an earlier scan handed in later; 0 for
   * none.
   */
  static long replaced(Change change) {
    if (change instanceof Undo undo) {
      return undo.undoneSeq();
    }
    return change instanceof ScanRecord scan && scan.first()
        ? scan.offline().flatMap(OfflineInfo::other).orElse(0L)
        : 0;
  }

  /** For projections; false when the change was applied before. */
  boolean add(Change change) {
    Counts before = willCount();
    if (change.seq() <= before.lastSeq()) {
      return false;
    }
    TicketState was = feed.staged(change.ticketId());
    Change settled = settled(was, change);
    TicketState is = after(was, settled);
    feed.set(settled);
    conflicts.apply(settled, was, is);
    feed.set(change.ticketId(), is);
    setEntered(change.ticketId(), was.checkIn().isPresent(), is.checkIn().isPresent());
    counts.set(
        before.plus(
            change.seq(),
            number(is.checkIn().isPresent()) - number(was.checkIn().isPresent()),
            number(is.inside()) - number(was.inside())));
    return true;
  }

  /** For projections: changes up to that one were forgotten before this process began. */
  void skip(long lastSeq) {
    Counts now = willCount();
    if (now.lastSeq() < lastSeq) {
      counts.set(now.plus(lastSeq, 0, 0));
    }
  }

  /**
   * Two ids that an earlier version took for two tickets, such as {@code T1} with a blank behind
   * it, can be one: then the second one's check-in is one more scan of a ticket that is in.
   */
  private static Change settled(TicketState was, Change change) {
    Optional<ScanRecord> checkIn = was.checkIn();
    if (checkIn.isPresent() && change instanceof ScanRecord scan && scan.isOfTwin()) {
      return scan.second();
    }
    boolean other = change instanceof Undo undo && undo.undoneSeq() != seq(checkIn);
    return other && checkIn.isPresent() ? ((Undo) change).of(seq(checkIn)) : change;
  }

  private static long seq(Optional<ScanRecord> checkIn) {
    return checkIn.map(ScanRecord::seq).orElse(0L);
  }

  private TicketState after(TicketState was, Change change) {
    if (change instanceof ScanRecord scan) {
      return isTakenBack(scan) ? was.besides(scan) : was.after(scan);
    }
    return change instanceof Undo undo ? was.after(undo) : was.besides(change);
  }

  private boolean isTakenBack(ScanRecord scan) {
    return scan.offline().isPresent()
        && scan.isEntry()
        && !scan.first()
        && undoneAfter(scan).isPresent();
  }

  private void setEntered(String code, boolean was, boolean is) {
    if (was != is && !TicketCode.isOfOneCase(code)) {
      if (is) {
        entered.add(code);
      } else {
        entered.remove(code);
      }
    }
  }

  private static int number(boolean one) {
    return one ? 1 : 0;
  }
}
