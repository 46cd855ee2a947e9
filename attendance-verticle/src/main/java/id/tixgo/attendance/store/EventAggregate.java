package id.tixgo.attendance.store;

import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.EntryPolicy;
import id.tixgo.attendance.domain.EventPolicy;
import id.tixgo.attendance.domain.EventStats;
import id.tixgo.attendance.domain.Rules;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.store.StagedCell;
import id.tixgo.common.store.StagedMaps;
import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.Optional;

/** Everything about one event: its changes in order, its tickets, its rules, its numbers. */
final class EventAggregate implements Shareable {
  final Feed feed;
  final EventTickets list;
  final Conflicts conflicts;
  final Passages passages;
  private final Counters counters;
  private final StagedCell<Rules> rules;

  EventAggregate(StagedMaps maps, CheckInsByStaff staff, String eventId) {
    this.feed = new Feed(maps, eventId);
    this.list = new EventTickets(maps, eventId);
    this.conflicts = new Conflicts(maps.open("attendance.conflicts." + eventId), feed);
    this.passages = new Passages(maps, eventId, feed, list, conflicts);
    this.counters = new Counters(seq -> (ScanRecord) feed.get(seq), staff);
    this.rules = maps.cell();
  }

  /** What a door knows of a scan, changes that aren't stored yet included. */
  EntryPolicy door(Scan scan, EventPolicy policy, Optional<EventFacts> event) {
    return new EntryPolicy(
        policy,
        event,
        stagedRules(),
        list.willBeListed(),
        list.known(scan.ticketId()),
        feed.staged(scan.ticketId()),
        passages.willCount());
  }

  /** Whether somebody is let in with a ticket, however it is spelled; for transactions. */
  boolean hasEntered(String code) {
    return feed.staged(passages.spelled(code)).checkIn().isPresent();
  }

  /** How many entries of the log it takes. */
  long size() {
    return passages.counts().lastSeq()
        - feed.gone()
        + list.tickets.size()
        + list.sold.entries()
        + 3;
  }

  /** The numbers of one moment, with the minutes after another. */
  EventStats stats(Instant from) {
    return counters.stats(passages.counts(), list.size(), list.sold.size(), from);
  }

  Rules rules() {
    return rules.get().orElse(Rules.NONE);
  }

  /** For transactions. */
  Rules stagedRules() {
    return rules.staged().orElse(Rules.NONE);
  }

  /** For projections. */
  void setRules(Rules changed) {
    rules.set(changed);
  }

  /** For projections. */
  void add(RetentionMark forgotten, IdempotencyKeys keys) {
    if (feed.add(forgotten, keys)) {
      passages.skip(forgotten.changes());
    }
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
}
