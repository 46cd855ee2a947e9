package id.tixgo.attendance.store;

import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.Counts;
import id.tixgo.attendance.domain.EntryPolicy;
import id.tixgo.attendance.domain.EventPolicy;
import id.tixgo.attendance.domain.EventStats;
import id.tixgo.attendance.domain.FoundTickets;
import id.tixgo.attendance.domain.OfflineInfo;
import id.tixgo.attendance.domain.Rules;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Ticket;
import id.tixgo.attendance.domain.TicketState;
import id.tixgo.attendance.domain.Undo;
import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.store.MapGroup;
import id.tixgo.common.store.StagedCell;
import id.tixgo.common.store.StagedMaps;
import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Everything about one event: its changes in order, its tickets, its rules, its numbers. */
final class EventAggregate implements Shareable {
  final Feed feed;
  final TicketList tickets;
  final Conflicts conflicts;
  final Counters counters;
  final ListChanges listChanges = new ListChanges();
  private final MapGroup list = new MapGroup();
  private final StagedCell<Rules> rules;
  private final StagedCell<Integer> listed;
  private final StagedCell<Counts> counts;

  /** The last change before the list was taken away. */
  private final StagedCell<Long> unlisted;

  /** Codes that have entered; without those that are found without an index. */
  private final AlikeCodes entered;

  private final Spelling staged;
  private final Spelling stored;

  EventAggregate(StagedMaps maps, CheckInsByStaff staff, String eventId) {
    this.feed = new Feed(maps, eventId);
    this.counters = new Counters(seq -> (ScanRecord) feed.get(seq), staff);
    this.tickets = new TicketList(maps, list, eventId);
    this.conflicts = new Conflicts(maps.open("attendance.conflicts." + eventId), feed);
    this.rules = maps.cell();
    this.listed = maps.cell(list);
    this.counts = maps.cell();
    this.unlisted = maps.cell();
    this.entered = new AlikeCodes(maps, "attendance.entered." + eventId);
    this.staged = new Spelling(tickets::staged, feed::staged, entered::staged, unlisted::staged);
    this.stored = new Spelling(tickets::get, feed::state, entered::get, unlisted::get);
  }

  /** For projections; false when the change was applied before. */
  boolean add(Change change) {
    Counts before = counts.staged().orElse(Counts.NONE);
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

  /** The code that a ticket goes by, however it is spelled; for transactions. */
  String spelled(String code) {
    return staged.of(code);
  }

  /** What is known of a ticket, however it is spelled; any thread may ask. */
  TicketState state(String code) {
    return feed.state(stored.of(code));
  }

  /** All that was scanned of a ticket, in order; any thread may ask. */
  LongStream seqs(String code) {
    String listed = tickets.get(code).map(Ticket::ticketId).orElse(code);
    return Stream.of(code, listed, stored.of(code))
        .distinct()
        .flatMap(spelling -> feed.state(spelling).seqs().stream())
        .mapToLong(seq -> seq)
        .sorted();
  }

  /** What a door knows of a scan, changes that aren't stored yet included. */
  EntryPolicy door(Scan scan, EventPolicy policy, Optional<EventFacts> event) {
    return new EntryPolicy(
        policy,
        event,
        rules.staged().orElse(Rules.NONE),
        willBeListed(),
        ticket(scan.ticketId()),
        feed.staged(scan.ticketId()),
        counts.staged().orElse(Counts.NONE));
  }

  /** What is known of the ticket: without a list, whether it was revoked while there was one. */
  private Optional<Ticket> ticket(String code) {
    Optional<Ticket> onList = tickets.staged(code);
    return onList.isPresent() || willBeListed() ? onList : tickets.revoked(code);
  }

  /** The undo of its ticket's check-in that was made after a scan which is handed in only now. */
  Optional<Undo> undoneAfter(ScanRecord scan) {
    return feed.lastUndo(scan.ticketId()).filter(undo -> undo.at().isAfter(scan.at()));
  }

  long nextSeq() {
    return counts.staged().orElse(Counts.NONE).lastSeq() + 1;
  }

  Counts counts() {
    return counts.get().orElse(Counts.NONE);
  }

  /** How many entries of the log it takes. */
  long size() {
    return counts().lastSeq() - feed.gone() + tickets.size() + 3;
  }

  /** For projections. */
  void add(RetentionMark forgotten, IdempotencyKeys keys) {
    Counts now = counts.staged().orElse(Counts.NONE);
    if (feed.add(forgotten, keys) && now.lastSeq() < forgotten.changes()) {
      counts.set(now.plus(forgotten.changes(), 0, 0));
    }
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

  /** The numbers of one moment, with the minutes after another. */
  EventStats stats(Instant from) {
    return counters.stats(counts(), tickets.size(), from);
  }

  Rules rules() {
    return rules.get().orElse(Rules.NONE);
  }

  /** For projections. */
  void setRules(Rules changed) {
    rules.set(changed);
  }

  boolean isListed() {
    return listed.get().isPresent();
  }

  /** The whole list. Not for an event loop. */
  FoundTickets list() {
    return list.read(() -> new FoundTickets(isListed(), List.copyOf(tickets.values())));
  }

  /** Whether it is listed when the transactions so far are stored; for transactions. */
  boolean willBeListed() {
    return listed.staged().isPresent();
  }

  /** For projections: from now on tickets must be on the list. */
  void setListed() {
    listed.set(listed.staged().orElse(0) + 1);
    unlisted.clear();
  }

  /** For projections: from now on any ticket is good. */
  void removeList() {
    tickets.clear();
    listed.clear();
    unlisted.set(counts.staged().orElse(Counts.NONE).lastSeq());
  }

  /** The last change before the list was taken away; 0 when there was none, or is one. */
  long unlistedSince() {
    return unlisted.get().orElse(0L);
  }

  /** Counts a change that is stored, as it was applied. */
  void count(Change change) {
    Change applied = feed.get(change.seq());
    counters.count(applied == null ? change : applied);
  }

  /** Drops what is forgotten, and counts what was before this process began. */
  void count(RetentionMark forgotten) {
    feed.drop(forgotten, counters::forget);
    counters.count(forgotten);
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

  private void setEntered(String code, boolean was, boolean is) {
    if (was != is && !Spelling.isFold(code)) {
      if (is) {
        entered.add(code);
      } else {
        entered.remove(code);
      }
    }
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

  private static int number(boolean one) {
    return one ? 1 : 0;
  }
}
