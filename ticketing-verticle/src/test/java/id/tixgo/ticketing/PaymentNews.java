package id.tixgo.ticketing;

import id.tixgo.common.clients.payment.PaymentFacts;
import id.tixgo.common.clients.payment.RefundFacts;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.money.Money;
import id.tixgo.common.store.feed.FeedMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What Payment tells of bookings. */
final class PaymentNews {
  private PaymentNews() {}

  static FeedMessage paid(Instant at, String bookingId, long paymentId, Money amount) {
    return message(PaymentFacts.CONFIRMED, at, facts(bookingId, paymentId, amount));
  }

  static PaymentFacts facts(String bookingId, long paymentId, Money amount) {
    return new PaymentFacts(
        1,
        "ORD-1",
        PaymentFacts.EVENT,
        bookingId,
        2,
        "user2",
        3,
        paymentId,
        Optional.of("qris"),
        Optional.of("midtrans"),
        amount,
        Optional.empty());
  }

  static FeedMessage whole(Instant at, String bookingId, long paymentId, long id, Money amount) {
    return message(
        RefundFacts.PROCESSED, at, refund(bookingId, paymentId, id, amount, true, List.of()));
  }

  /**
   * @param tickets empty for a part of the money alone
   */
  static FeedMessage part(
      Instant at, String bookingId, long paymentId, long id, Money amount, List<String> tickets) {
    return message(
        RefundFacts.PROCESSED, at, refund(bookingId, paymentId, id, amount, false, tickets));
  }

  static RefundFacts refund(
      String bookingId,
      long paymentId,
      long id,
      Money amount,
      boolean whole,
      List<String> tickets) {
    return new RefundFacts(
        id,
        1,
        PaymentFacts.EVENT,
        bookingId,
        2,
        "user2",
        paymentId,
        amount,
        whole,
        tickets,
        "asked for");
  }

  private static FeedMessage message(String type, Instant at, Record facts) {
    return new FeedMessage(1, type, at, JsonFormat.encode(facts).toString());
  }
}
