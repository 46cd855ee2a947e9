package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the service that sells says can be paid for: price and quantity are its word alone.
 *
 * @param serviceId what that service knows it by: a booking's id
 * @param eventId the event that it is about
 * @param expiresAt until when the service keeps it for the payer
 */
public record Offer(
    ServiceType serviceType,
    String serviceId,
    Payer payer,
    List<OrderLine> lines,
    Money total,
    Optional<String> eventId,
    Instant expiresAt) {
  public Offer {
    requireNonNull(serviceType);
    requireNonNull(serviceId);
    requireNonNull(payer);
    lines = List.copyOf(lines);
    requireNonNull(total);
    requireNonNull(eventId);
    requireNonNull(expiresAt);
  }

  public int quantity() {
    return lines.stream().mapToInt(OrderLine::quantity).sum();
  }
}
