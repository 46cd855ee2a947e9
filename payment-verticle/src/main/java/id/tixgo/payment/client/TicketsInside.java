package id.tixgo.payment.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.clients.attendance.AttendanceClient;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.common.upstream.UpstreamResponses;
import id.tixgo.payment.domain.Offer;
import id.tixgo.payment.domain.ServiceType;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.List;

/** Asks Ticketing for a booking's tickets, and Attendance whether any of them has entered. */
public final class TicketsInside {
  private final UpstreamClient ticketing;
  private final AttendanceClient attendance;

  private record Ticket(String ticketId) {}

  private record Booking(List<Ticket> tickets) {}

  public TicketsInside(UpstreamClient ticketing, AttendanceClient attendance) {
    this.ticketing = requireNonNull(ticketing);
    this.attendance = requireNonNull(attendance);
  }

  /** Whether anybody is in by what was sold; for staff. */
  public Future<Boolean> isAny(Offer offer, Caller caller, RequestScope scope) {
    return offer.serviceType() != ServiceType.EVENT || offer.eventId().isEmpty()
        ? Future.succeededFuture(false)
        : tickets(offer.serviceId(), caller, scope)
            .compose(tickets -> isAny(offer.eventId().get(), tickets, caller, scope));
  }

  private Future<List<Ticket>> tickets(String bookingId, Caller caller, RequestScope scope) {
    return ticketing
        .send(
            ticketing
                .request(HttpMethod.GET, "/bookings/" + UpstreamClient.segment(bookingId))
                .bearerTokenAuthentication(caller.token()),
            Buffer.buffer(),
            scope)
        .map(answer -> UpstreamResponses.read(answer, Booking.class).tickets());
  }

  private Future<Boolean> isAny(
      String eventId, List<Ticket> tickets, Caller caller, RequestScope scope) {
    List<Future<Boolean>> asked =
        tickets.stream()
            .map(t -> attendance.hasEntered(eventId, t.ticketId(), caller, scope))
            .toList();
    return Future.all(asked).map(all -> all.<Boolean>list().contains(true));
  }
}
