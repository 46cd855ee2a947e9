package id.tixgo.payment.http;

import id.tixgo.payment.domain.Offer;
import id.tixgo.payment.domain.Order;
import id.tixgo.payment.domain.Order.OrderTransaction;
import id.tixgo.payment.domain.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An order as its payer sees it. */
record OrderJson(
    long id,
    String orderNumber,
    long userId,
    String username,
    String serviceType,
    String serviceId,
    int quantity,
    BigDecimal unitPrice,
    BigDecimal totalAmount,
    BigDecimal paidAmount,
    BigDecimal refundedAmount,
    String currency,
    String status,
    String reason,
    Details bookingDetails,
    Long transactionId,
    Instant expiresAt,
    Instant createdAt,
    Instant updatedAt) {

  record Details(String eventId, List<Line> items) {
    static Details of(Offer offer) {
      return new Details(
          offer.eventId().orElse(null), offer.lines().stream().map(Line::of).toList());
    }
  }

  record Line(String id, String name, int quantity, BigDecimal price) {
    static Line of(OrderLine line) {
      return new Line(line.id(), line.name(), line.quantity(), line.price().major());
    }
  }

  static OrderJson of(Order order) {
    Offer offer = order.offer();
    return new OrderJson(
        order.id(),
        order.number(),
        offer.payer().userId(),
        offer.payer().username(),
        offer.serviceType().name(),
        offer.serviceId(),
        offer.quantity(),
        unitPrice(offer),
        order.total().major(),
        order.paid().major(),
        order.refunded().major(),
        order.total().currency(),
        order.status().name(),
        order.end().map(Order.End::reason).orElse(null),
        Details.of(offer),
        order.transaction().map(OrderTransaction::id).orElse(null),
        offer.expiresAt(),
        order.createdAt(),
        order.updatedAt());
  }

  /** Only where all cost the same. */
  private static BigDecimal unitPrice(Offer offer) {
    Set<BigDecimal> prices =
        offer.lines().stream().map(line -> line.price().major()).collect(Collectors.toSet());
    return prices.size() == 1 ? prices.iterator().next() : null;
  }
}
