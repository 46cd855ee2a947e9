package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.CheckIn;
import id.tixgo.attendance.domain.CheckInStore;
import id.tixgo.attendance.domain.Outcome;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.common.journal.Entries;
import id.tixgo.common.journal.Ledger;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Check-ins, made through the ledger. */
public final class StoredCheckIns implements CheckInStore {
  private final AttendanceState state;
  private final Ledger ledger;
  private final Context context;

  /**
   * @param context where answers are wanted
   */
  public StoredCheckIns(AttendanceState state, Ledger ledger, Context context) {
    this.state = requireNonNull(state);
    this.ledger = requireNonNull(ledger);
    this.context = requireNonNull(context);
  }

  @Override
  public Future<Outcome> putIfAbsent(Scan scan) {
    return ledger.commit(context, entries -> admit(scan, entries));
  }

  /** The one atomic step of "a ticket enters once"; a refusal takes no {@code seq}. */
  private Outcome admit(Scan scan, Entries entries) {
    Optional<CheckIn> first =
        state.find(scan.eventId()).flatMap(book -> book.ticketToCheckIn.draft(scan.ticketId()));
    if (first.isPresent()) {
      return new Outcome.AlreadyCheckedIn(first.get());
    }
    CheckIn checkIn = scan.admitted(state.lastSeq(scan.eventId()) + 1);
    entries.add(checkIn);
    return new Outcome.Admitted(checkIn);
  }

  @Override
  public long total(String eventId) {
    return state.total(eventId);
  }

  @Override
  public List<CheckIn> page(String eventId, long after, long upTo, int limit) {
    long last = Math.min(Math.min(upTo, total(eventId)), after + limit);
    return state
        .find(eventId)
        .map(book -> LongStream.rangeClosed(after + 1, last).mapToObj(book::checkIn).toList())
        .orElse(List.of());
  }

  @Override
  public long totalBy(String staff, Optional<String> eventId) {
    return state.staff.total(staff, eventId);
  }

  @Override
  public List<CheckIn> pageBy(String staff, Optional<String> eventId, long offset, int limit) {
    return state.staff.page(staff, eventId, offset, limit);
  }
}
