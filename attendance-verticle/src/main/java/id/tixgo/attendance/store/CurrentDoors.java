package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.EntryPolicy;
import id.tixgo.attendance.domain.EventPolicy;
import id.tixgo.attendance.domain.Scan;

/** What doors know, changes that aren't stored yet included. For transactions. */
final class CurrentDoors {
  private final AttendanceState state;
  private final EventPolicy policy;

  CurrentDoors(AttendanceState state, EventPolicy policy) {
    this.state = requireNonNull(state);
    this.policy = requireNonNull(policy);
  }

  /** The scan with its ticket's code as the event's list has it. */
  Scan named(Scan scan) {
    return scan.of(state.book(scan.eventId()).passages.spelled(scan.ticketId()));
  }

  EntryPolicy door(Scan scan) {
    return state.book(scan.eventId()).door(scan, policy, state.events.staged(scan.eventId()));
  }
}
