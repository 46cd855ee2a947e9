package id.tixgo.payment.store;

import id.tixgo.common.money.Money;
import id.tixgo.common.store.audit.AuditRule;
import id.tixgo.common.store.feed.FeedPosition;
import id.tixgo.payment.domain.Order;
import id.tixgo.payment.domain.OrderStatus;
import id.tixgo.payment.domain.Refund;
import id.tixgo.payment.domain.Suspense;
import id.tixgo.payment.store.CancelledEvents.EventOff;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the audit says of money: neither who pays nor what a gateway said. */
final class PaymentAudit {
  private PaymentAudit() {}

  /** An order's face; what whoever pays wants to be kept with it is his own. */
  private record AuditedOrder(
      OrderStatus status,
      Money total,
      Money paid,
      Money refunded,
      Optional<Order.End> end,
      Optional<Map<String, String>> metadata) {
    static AuditedOrder of(Order order) {
      return new AuditedOrder(
          order.status(),
          order.total(),
          order.paid(),
          order.refunded(),
          order.end(),
          order.transaction().map(Order.OrderTransaction::metadata));
    }
  }

  static List<AuditRule<?>> rules(PaymentBooks books) {
    return List.of(
        AuditRule.of(Order.class, "order", order -> Stream.of(order.id(), order.number()))
            .from(order -> books.orders.staged(order.id()).map(AuditedOrder::of))
            .to(AuditedOrder::of)
            .showing("status", "total", "paid", "refunded", "end"),
        AuditRule.of(StoredPayment.class, "payment", p -> Stream.of(p.id(), p.reference()))
            .from(p -> books.payments.staged(p.id()).map(StoredPayment::of))
            .showing("order_id", "gateway", "amount", "state", "received", "refunded", "reason"),
        AuditRule.of(Refund.class, "refund", r -> Stream.of(r.id(), r.paymentId(), r.orderId()))
            .from(r -> books.refunds.staged(r.id()))
            .showing("payment_id", "order_id", "amount", "state", "channel", "tickets", "reason"),
        AuditRule.of(Suspense.class, "suspense", item -> Stream.of(item.id()))
            .from(item -> books.suspense.staged(item.id()))
            .showing("amount", "reason", "resolution"),
        AuditRule.of(EventOff.class, "event-refund", off -> Stream.of(off.eventId()))
            .from(off -> books.cancelled.staged(off.eventId()))
            .showing("done", "payouts_too"),
        AuditRule.of(FeedPosition.class, "feed", position -> Stream.of(position.feed())));
  }
}
