package id.tixgo.ticketing.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.clients.attendance.AttendanceClient;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.IssuedTicket;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
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
            .map(ticket -> hasEntered(booking.eventId(), ticket, caller, scope))
            .toList();
    return Future.all(asked).map(all -> all.<Boolean>list().contains(true));
  }

  private Future<Boolean> hasEntered(
      String eventId, IssuedTicket ticket, Caller caller, RequestScope scope) {
    String uri =
        "/attendance/"
            + UpstreamClient.segment(eventId)
            + "/scans?kind=check_in&limit=1&ticket_id="
            + UpstreamClient.segment(ticket.code());
    return attendance.get(uri, caller, scope).map(DoorClient::isAny);
  }

  private static boolean isAny(HttpResponse<Buffer> answer) {
    if (answer.statusCode() != 200) {
      throw Problem.of(
          ProblemKind.UPSTREAM_UNREACHABLE,
          "The attendance service answered " + answer.statusCode() + ".");
    }
    return !answer.bodyAsJsonArray().isEmpty();
  }
}
