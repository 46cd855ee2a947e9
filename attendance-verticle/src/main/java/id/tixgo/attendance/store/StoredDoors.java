package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.Conflict;
import id.tixgo.attendance.domain.Door;
import id.tixgo.attendance.domain.Doors;
import id.tixgo.attendance.domain.Offline;
import id.tixgo.attendance.domain.Outcome;
import id.tixgo.attendance.domain.Resolution;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Undo;
import id.tixgo.common.journal.Entries;
import id.tixgo.common.journal.Ledger;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Doors whose every step goes through the ledger. */
public final class StoredDoors implements Doors {
  private final AttendanceState state;
  private final Ledger ledger;
  private final Context context;

  /**
   * @param context where answers are wanted
   */
  public StoredDoors(AttendanceState state, Ledger ledger, Context context) {
    this.state = requireNonNull(state);
    this.ledger = requireNonNull(ledger);
    this.context = requireNonNull(context);
  }

  @Override
  public Future<Outcome> scan(Scan scan) {
    return ledger.commit(context, entries -> scan(scan, entries));
  }

  @Override
  public Future<Outcome> tryOut(Scan scan) {
    return ledger.commit(context, entries -> decide(scan));
  }

  @Override
  public Future<List<Outcome>> scanAll(List<Scan> scans) {
    return ledger.commit(context, entries -> scanAll(scans, entries));
  }

  @Override
  public Future<Undo> undo(
      String eventId, String ticketId, String staff, Instant at, String reason) {
    return ledger.commit(
        context,
        entries -> {
          EventBook book = state.book(eventId);
          ScanRecord checkIn =
              book.feed
                  .draft(ticketId)
                  .checkIn()
                  .orElseThrow(() -> Problem.notFound("The ticket has not been checked in."));
          Undo undo = new Undo(eventId, ticketId, staff, at, reason, checkIn.seq(), book.nextSeq());
          entries.add(undo);
          return undo;
        });
  }

  @Override
  public Future<List<Outcome>> merge(List<LateScan> scans, Instant syncedAt) {
    return ledger.commit(
        context,
        entries -> {
          IdentityHashMap<LateScan, Outcome> outcomes = new IdentityHashMap<>();
          scans.stream()
              .sorted(Comparator.comparing(late -> late.scan().at()))
              .forEach(late -> outcomes.put(late, merge(late, syncedAt, entries)));
          return scans.stream().map(outcomes::get).toList();
        });
  }

  @Override
  public Future<Conflict> resolve(
      String eventId, long conflict, String staff, Instant at, String note) {
    return ledger.commit(
        context,
        entries -> {
          EventBook book = state.book(eventId);
          Conflict open =
              book.conflicts
                  .draft(String.valueOf(conflict))
                  .orElseThrow(() -> Problem.notFound("There is no such conflict."));
          Resolution resolution =
              new Resolution(
                  eventId, open.scan().ticketId(), staff, at, note, conflict, book.nextSeq());
          entries.add(resolution);
          return new Conflict(open.scan(), open.other(), Optional.of(resolution));
        });
  }

  private Outcome merge(LateScan late, Instant syncedAt, Entries entries) {
    Scan scan = late.scan();
    EventBook book = state.book(scan.eventId());
    Optional<Keys.Use> before = state.keys.findLate(scan, late.nonce());
    if (before.isPresent()) {
      ScanRecord kept = (ScanRecord) book.feed.get(before.get().seq());
      Optional<ScanRecord> other =
          kept.offline().flatMap(Offline::other).map(seq -> (ScanRecord) book.feed.get(seq));
      return new Outcome(kept, other, Optional.empty());
    }
    return keep(book.door(scan).merge(late, syncedAt), entries);
  }

  private Outcome scan(Scan scan, Entries entries) {
    Optional<Outcome> before = again(scan);
    return before.isPresent() ? before.get() : keep(decide(scan), entries);
  }

  private Outcome decide(Scan scan) {
    return state.book(scan.eventId()).door(scan).decide(scan);
  }

  /** The outcome that the same key had before. */
  private Optional<Outcome> again(Scan scan) {
    return scan.key().flatMap(key -> state.keys.find(scan, key)).map(use -> outcome(scan, use));
  }

  private Outcome outcome(Scan scan, Keys.Use use) {
    EventBook book = state.book(use.eventId());
    ScanRecord kept = (ScanRecord) book.feed.get(use.seq());
    if (!kept.isOf(scan)) {
      throw Problem.of(
          ProblemKind.VALIDATION_ERROR,
          "KEY_REUSED",
          "This Idempotency-Key was used for another request.");
    }
    Optional<ScanRecord> first = book.feed.draft(scan.ticketId()).checkIn();
    return new Outcome(kept, first, book.tickets.draft(scan.ticketId()));
  }

  /** Nobody enters before all have passed; a ticket that comes twice doesn't pass twice. */
  private List<Outcome> scanAll(List<Scan> scans, Entries entries) {
    List<Outcome> outcomes = new ArrayList<>();
    boolean all = true;
    Set<String> tickets = new HashSet<>();
    for (Scan scan : scans) {
      Door door = state.book(scan.eventId()).door(scan).behind(outcomes.size());
      outcomes.add(door.decide(scan));
      all &= outcomes.get(outcomes.size() - 1).scan().refusal().isEmpty();
      all &= tickets.add(scan.ticketId());
    }
    if (all) {
      outcomes.forEach(outcome -> entries.add(outcome.scan()));
    }
    return all || tickets.size() < scans.size() ? outcomes : refused(outcomes, entries);
  }

  /** Nobody of the group enters; the scans that stood in the way are kept. */
  private List<Outcome> refused(List<Outcome> outcomes, Entries entries) {
    return outcomes.stream()
        .map(o -> o.scan().refusal().isPresent() ? keep(numbered(o), entries) : o)
        .toList();
  }

  private Outcome numbered(Outcome outcome) {
    return outcome.numbered(state.book(outcome.scan().eventId()).nextSeq());
  }

  private static Outcome keep(Outcome outcome, Entries entries) {
    entries.add(outcome.scan());
    return outcome;
  }
}
