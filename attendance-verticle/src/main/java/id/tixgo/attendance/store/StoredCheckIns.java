package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.CheckIns;
import id.tixgo.attendance.domain.Conflict;
import id.tixgo.attendance.domain.EntryPolicy;
import id.tixgo.attendance.domain.EventPolicy;
import id.tixgo.attendance.domain.Outcome;
import id.tixgo.attendance.domain.Resolution;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Staff;
import id.tixgo.attendance.domain.Undo;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.scope.Once;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.Store;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Doors whose every step goes through the store. */
public final class StoredCheckIns implements CheckIns {
  private final AttendanceState state;
  private final Store store;
  private final Context context;
  private final CurrentDoors doors;
  private final LateScans late;
  private final KeyedScans keyed;

  /**
   * @param context where answers are wanted
   */
  public StoredCheckIns(AttendanceState state, Store store, Context context, EventPolicy policy) {
    this.state = requireNonNull(state);
    this.store = requireNonNull(store);
    this.context = requireNonNull(context);
    this.doors = new CurrentDoors(state, policy);
    this.late = new LateScans(state, doors);
    this.keyed = new KeyedScans(state);
  }

  @Override
  public Future<Outcome> scan(Scan scan) {
    return store.commit(context, entries -> scan(scan, entries));
  }

  @Override
  public Future<Outcome> tryOut(Scan scan) {
    return store.commit(context, entries -> decide(doors.named(scan)));
  }

  @Override
  public Future<List<Outcome>> scanAll(List<Scan> scans, Once<List<Outcome>> once) {
    return store.commit(context, state.requestKeys.once(once, entries -> scanAll(scans, entries)));
  }

  @Override
  public Future<Undo> undo(
      String eventId, String ticketId, Staff staff, Instant at, String reason) {
    return store.commit(
        context,
        entries -> {
          EventAggregate book = state.book(eventId);
          String code = book.passages.spelled(ticketId);
          ScanRecord checkIn =
              book.feed
                  .staged(code)
                  .checkIn()
                  .orElseThrow(() -> Problem.notFound("The ticket has not been checked in."));
          Undo undo =
              new Undo(
                  eventId,
                  code,
                  staff.name(),
                  staff.number(),
                  at,
                  reason,
                  checkIn.seq(),
                  book.passages.nextSeq());
          entries.add(undo);
          return undo;
        });
  }

  @Override
  public Future<List<Outcome>> merge(List<LateScan> scans, Instant syncedAt) {
    return store.commit(context, entries -> late.merge(scans, syncedAt, entries));
  }

  @Override
  public Future<Conflict> resolve(
      String eventId, long conflict, Staff staff, Instant at, String note, Once<Conflict> once) {
    return store.commit(
        context,
        state.requestKeys.once(
            once,
            entries -> {
              EventAggregate book = state.book(eventId);
              Conflict open =
                  book.conflicts
                      .staged(conflict)
                      .orElseThrow(() -> Problem.notFound("There is no such conflict."));
              Resolution resolution =
                  new Resolution(
                      eventId,
                      open.scan().ticketId(),
                      staff.name(),
                      staff.number(),
                      at,
                      note,
                      open.id(),
                      book.passages.nextSeq());
              entries.add(resolution);
              return open.with(Optional.of(resolution));
            }));
  }

  private Outcome scan(Scan scan, Appender entries) {
    Scan named = doors.named(scan);
    Optional<Outcome> before = keyed.again(scan, named);
    return before.isPresent() ? before.get() : keep(decide(named), entries);
  }

  private Outcome decide(Scan scan) {
    return doors.door(scan).decide(scan);
  }

  /** Nobody enters before all have passed; a ticket that comes twice doesn't pass twice. */
  private List<Outcome> scanAll(List<Scan> scans, Appender entries) {
    List<Outcome> outcomes = new ArrayList<>();
    boolean all = true;
    Set<String> tickets = new HashSet<>();
    for (Scan given : scans) {
      Scan scan = doors.named(given);
      EntryPolicy door = doors.door(scan).behind(outcomes.size());
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
  private List<Outcome> refused(List<Outcome> outcomes, Appender entries) {
    return outcomes.stream()
        .map(o -> o.scan().refusal().isPresent() ? keep(numbered(o), entries) : o)
        .toList();
  }

  private Outcome numbered(Outcome outcome) {
    return outcome.numbered(state.book(outcome.scan().eventId()).passages.nextSeq());
  }

  private static Outcome keep(Outcome outcome, Appender entries) {
    entries.add(outcome.scan());
    return outcome;
  }
}
