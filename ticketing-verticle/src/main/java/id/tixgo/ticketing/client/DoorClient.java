package id.tixgo.ticketing.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.clients.attendance.AttendanceClient;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.ticketing.domain.Booking;
import io.vertx.core.Future;
import java.util.List;

/** Asks Attendance, with the caller's own token, what happened at the door. */
public final class DoorClient {
  private final AttendanceClient attendance;

  public DoorClient(AttendanceClient attendance) {
    this.attendance = requireNonNull(attendance);
  }

  /** Whether any ticket of the booking has let somebody in; for staff. */
  public Future<Boolean> isAnyIn(Booking booking, Caller caller, RequestScope scope) {
    List<Future<Boolean>> asked =
        booking.tickets().stream()
            .map(ticket -> attendance.hasEntered(booking.eventId(), ticket.code(), caller, scope))
            .toList();
    return Future.all(asked).map(all -> all.<Boolean>list().contains(true));
  }
}
