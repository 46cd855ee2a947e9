package id.tixgo.attendance.store;

import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.Counts;
import id.tixgo.attendance.domain.Door;
import id.tixgo.attendance.domain.EventPolicy;
import id.tixgo.attendance.domain.EventStats;
import id.tixgo.attendance.domain.FoundTickets;
import id.tixgo.attendance.domain.Offline;
import id.tixgo.attendance.domain.Resolution;
import id.tixgo.attendance.domain.Rules;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Ticket;
import id.tixgo.attendance.domain.TicketState;
import id.tixgo.attendance.domain.Undo;
import id.tixgo.common.bus.EventFacts;
import id.tixgo.common.journal.Table;
import id.tixgo.common.journal.TableGroup;
import id.tixgo.common.journal.Tables;
import io.vertx.core.shareddata.Shareable;
import io.vertx.core.shareddata.SharedData;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything about one event: its changes in order, its tickets, its rules, its numbers. */
final class EventBook implements Shareable {
  private static final String ONE = "";

  final Feed feed;
  final TicketList tickets;
  final Conflicts conflicts;
  final Counters counters;
  final ListChanges listChanges = new ListChanges();
  private final TableGroup list = new TableGroup();
  private final Table<Rules> rules;
  private final Table<Integer> listed;
  private final Table<Counts> counts;

  EventBook(SharedData shared, Tables tables, StaffBooks staff, String eventId) {
    this.feed = new Feed(shared, tables, eventId);
    this.counters = new Counters(seq -> (ScanRecord) feed.get(seq), staff);
    this.tickets = new TicketList(tables, list, eventId);
    this.conflicts = new Conflicts(tables.open("attendance.conflicts." + eventId), feed);
    this.rules = tables.open("attendance.rules." + eventId);
    this.listed = tables.open("attendance.listed." + eventId, list);
    this.counts = tables.open("attendance.counts." + eventId);
  }

  /** For folds; false when the change was folded before. */
  boolean add(Change change) {
    Counts before = counts.draft(ONE).orElse(Counts.NONE);
    if (change.seq() <= before.lastSeq()) {
      return false;
    }
    TicketState was = feed.draft(change.ticketId());
    Change settled = settled(was, change);
    TicketState is = after(was, settled);
    feed.set(settled);
    conflicts.fold(settled, was, is);
    feed.set(change.ticketId(), is);
    counts.put(
        ONE,
        before.plus(
            change.seq(),
            number(is.checkIn().isPresent()) - number(was.checkIn().isPresent()),
            number(is.inside()) - number(was.inside())));
    return true;
  }

  /**
   * A ticket's code as the list has it, for decisions. A ticket that has entered under another
   * spelling, before the list was there, keeps that: it must not enter again.
   */
  String spelled(String code) {
    return tickets
        .draft(code)
        .map(Ticket::ticketId)
        .filter(listed -> !hasEntered(code) || hasEntered(listed))
        .orElse(code);
  }

  private boolean hasEntered(String code) {
    return feed.draft(code).checkIn().isPresent();
  }

  /** What a door knows of a scan, changes that aren't stored yet included. */
  Door door(Scan scan, EventPolicy policy, Optional<EventFacts> event) {
    return new Door(
        policy,
        event,
        rules.draft(ONE).orElse(Rules.NONE),
        willBeListed(),
        ticket(scan.ticketId()),
        feed.draft(scan.ticketId()),
        counts.draft(ONE).orElse(Counts.NONE));
  }

  /** What is known of the ticket: without a list, whether it was revoked while there was one. */
  private Optional<Ticket> ticket(String code) {
    Optional<Ticket> onList = tickets.draft(code);
    return onList.isPresent() || willBeListed() ? onList : tickets.revoked(code);
  }

  long nextSeq() {
    return counts.draft(ONE).orElse(Counts.NONE).lastSeq() + 1;
  }

  Counts counts() {
    return counts.get(ONE).orElse(Counts.NONE);
  }

  /** How many entries of the journal it takes. */
  long size() {
    return counts().lastSeq() - feed.gone() + tickets.size() + 3;
  }

  /** For folds. */
  void add(Forgotten forgotten, Keys keys) {
    Counts now = counts.draft(ONE).orElse(Counts.NONE);
    if (feed.add(forgotten, keys) && now.lastSeq() < forgotten.changes()) {
      counts.put(ONE, now.plus(forgotten.changes(), 0, 0));
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
    return rules.get(ONE).orElse(Rules.NONE);
  }

  /** For folds. */
  void setRules(Rules changed) {
    rules.put(ONE, changed);
  }

  boolean isListed() {
    return listed.get(ONE).isPresent();
  }

  /** The whole list. Not for an event loop. */
  FoundTickets list() {
    return list.read(() -> new FoundTickets(isListed(), List.copyOf(tickets.values())));
  }

  /** Whether it is listed when the decisions so far are stored; for decisions. */
  boolean willBeListed() {
    return listed.draft(ONE).isPresent();
  }

  /** For folds: from now on tickets must be on the list. */
  void setListed() {
    listed.put(ONE, listed.draft(ONE).orElse(0) + 1);
  }

  /** For folds: from now on any ticket is good. */
  void removeList() {
    tickets.clear();
    listed.remove(ONE);
  }

  /** Counts a change that is stored, as it was folded. */
  void count(Change change) {
    Change folded = feed.get(change.seq());
    counters.count(folded == null ? change : folded);
  }

  /** Drops what is forgotten, and counts what was before this process began. */
  void count(Forgotten forgotten) {
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
        ? scan.offline().flatMap(Offline::other).orElse(0L)
        : 0;
  }

  private static long seq(Optional<ScanRecord> checkIn) {
    return checkIn.map(ScanRecord::seq).orElse(0L);
  }

  private static TicketState after(TicketState was, Change change) {
    if (change instanceof ScanRecord scan) {
      return was.after(scan);
    }
    return change instanceof Undo undo ? was.after(undo) : was.after((Resolution) change);
  }

  private static int number(boolean one) {
    return one ? 1 : 0;
  }
}
