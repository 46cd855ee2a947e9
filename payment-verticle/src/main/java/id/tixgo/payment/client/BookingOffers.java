package id.tixgo.payment.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.money.Money;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.common.upstream.UpstreamResponses;
import id.tixgo.payment.domain.Offer;
import id.tixgo.payment.domain.Offers;
import id.tixgo.payment.domain.OrderLine;
import id.tixgo.payment.domain.Payer;
import id.tixgo.payment.domain.ServiceType;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks Ticketing, with the caller's own token, what a booking costs. */
public final class BookingOffers implements Offers {
  private final UpstreamClient ticketing;

  /** As Ticketing answers. */
  private record Booking(
      String id,
      String eventId,
      long userId,
      String username,
      List<Item> items,
      BigDecimal totalPrice,
      String currency,
      String status,
      Instant expiresAt) {}

  private record Item(String ticketTypeId, String title, int quantity, BigDecimal price) {}

  public BookingOffers(UpstreamClient ticketing) {
    this.ticketing = requireNonNull(ticketing);
  }

  @Override
  public Future<Offer> find(ServiceType type, String serviceId, Caller caller, RequestScope scope) {
    if (type == ServiceType.TOPUP) {
      return Future.failedFuture(notFromHere());
    }
    return type == ServiceType.EVENT
        ? booking(serviceId, caller, scope).map(BookingOffers::offer)
        : Future.failedFuture(notConfigured(type));
  }

  private Future<Booking> booking(String id, Caller caller, RequestScope scope) {
    return ticketing
        .send(
            ticketing
                .request(HttpMethod.GET, "/bookings/" + UpstreamClient.segment(id))
                .bearerTokenAuthentication(caller.token()),
            Buffer.buffer(),
            scope)
        .map(answer -> UpstreamResponses.read(answer, Booking.class));
  }

  private static Offer offer(Booking booking) {
    if (!booking.status().equals("PENDING")) {
      throw notPayable(booking.status());
    }
    Money total = money(booking.totalPrice(), booking.currency());
    if (total.minor() == 0) {
      throw nothingToPay();
    }
    return new Offer(
        ServiceType.EVENT,
        booking.id(),
        new Payer(booking.userId(), booking.username()),
        booking.items().stream().map(item -> line(item, booking.currency())).toList(),
        total,
        Optional.of(booking.eventId()),
        booking.expiresAt());
  }

  private static OrderLine line(Item item, String currency) {
    return new OrderLine(
        item.ticketTypeId(), item.title(), item.quantity(), money(item.price(), currency));
  }

  private static Money money(BigDecimal major, String currency) {
    return Money.of(major, currency).orElseThrow();
  }

  private static Problem notPayable(String status) {
    return Problem.of(ProblemKind.CONFLICT, "NOT_PAYABLE", "The booking is over.")
        .with("booking_status", status);
  }

  private static Problem nothingToPay() {
    return Problem.of(
        ProblemKind.CONFLICT, "NOTHING_TO_PAY", "The booking costs nothing: confirm it instead.");
  }

  private static Problem notFromHere() {
    return Problem.of(ProblemKind.CONFLICT, "NOT_PAYABLE", "A top-up is begun at Wallet.");
  }

  private static Problem notConfigured(ServiceType type) {
    return Problem.of(
        ProblemKind.OVERLOADED, "NOT_CONFIGURED", "Nothing of type " + type + " is sold here.");
  }
}
