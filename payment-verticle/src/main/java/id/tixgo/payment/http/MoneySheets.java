package id.tixgo.payment.http;

import id.tixgo.common.sheet.Column;
import id.tixgo.payment.domain.Offer;
import id.tixgo.payment.domain.Order;
import id.tixgo.payment.domain.Refund;
import id.tixgo.payment.domain.RevenueReport.Row;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The columns of the reports, the same in JSON and in spreadsheets, where times are local ones. */
final class MoneySheets {
  private MoneySheets() {}

  static List<Column<Row>> revenue() {
    return List.of(
        new Column<>("key", Row::key),
        new Column<>("gross", row -> row.gross().major()),
        new Column<>("fees", row -> MinorUnits.major(row.feesMinor(), row.gross().currency())),
        new Column<>("refunds", row -> row.refunds().major()),
        new Column<>("net", row -> MinorUnits.major(row.netMinor(), row.gross().currency())),
        new Column<>("currency", row -> row.gross().currency()),
        new Column<>("count", Row::count));
  }

  static List<Column<Order>> transactions(Function<Instant, Object> time) {
    return List.of(
        new Column<>("transaction_id", Order::id),
        new Column<>("order_number", Order::number),
        new Column<>("created_at", order -> time.apply(order.createdAt())),
        new Column<>("username", order -> order.offer().payer().username()),
        new Column<>("service_type", order -> order.offer().serviceType().name()),
        new Column<>("service_id", order -> order.offer().serviceId()),
        new Column<>("event_id", order -> event(order.offer())),
        new Column<>("quantity", order -> order.offer().quantity()),
        new Column<>("amount", order -> order.total().major()),
        new Column<>("paid_amount", order -> order.paid().major()),
        new Column<>("refunded_amount", order -> order.refunded().major()),
        new Column<>("currency", order -> order.total().currency()),
        new Column<>("order_status", order -> order.status().name()));
  }

  private static String event(Offer offer) {
    return offer.eventId().orElse(null);
  }

  static List<Column<Refund>> refunds(Function<Instant, Object> time) {
    return List.of(
        new Column<>("refund_id", Refund::id),
        new Column<>("transaction_id", Refund::orderId),
        new Column<>("payment_id", Refund::paymentId),
        new Column<>("created_at", refund -> time.apply(refund.createdAt())),
        new Column<>("updated_at", refund -> time.apply(refund.updatedAt())),
        new Column<>("amount", refund -> refund.amount().major()),
        new Column<>("currency", refund -> refund.amount().currency()),
        new Column<>("status", refund -> refund.state().name()),
        new Column<>("channel", refund -> refund.channel().name().toLowerCase(Locale.ROOT)),
        new Column<>("reason", Refund::reason),
        new Column<>("processed_by", Refund::by),
        new Column<>("note", refund -> refund.note().orElse(null)));
  }
}
