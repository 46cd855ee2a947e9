package id.tixgo.notification.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.payment.PaymentFacts;
import id.tixgo.common.clients.payment.RefundFacts;
import id.tixgo.common.money.Money;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.store.feed.FeedSubscriber;
import id.tixgo.notification.domain.Letter;
import id.tixgo.notification.domain.LetterKind;
import java.time.Instant;
import java.util.Map;

/** What Payment tells of money that came and went back. */
public final class ToldMoney implements FeedSubscriber {
  private final News news;

  public ToldMoney(News news) {
    this.news = requireNonNull(news);
  }

  @Override
  public void apply(FeedMessage message, Appender entries) {
    switch (message.type()) {
      case PaymentFacts.CONFIRMED ->
          received(message.data(PaymentFacts.class), message.at(), entries);
      case RefundFacts.PROCESSED -> given(message.data(RefundFacts.class), message.at(), entries);
      default -> {}
    }
  }

  private void received(PaymentFacts payment, Instant at, Appender entries) {
    Letter letter =
        Letter.of(
            LetterKind.PAYMENT_RECEIVED,
            values(payment.amount(), Letter.ORDER, payment.orderNumber()));
    news.tell(entries, "payment:" + payment.paymentId(), payment.userId(), letter, at);
  }

  private void given(RefundFacts refund, Instant at, Appender entries) {
    Letter letter =
        Letter.of(LetterKind.REFUND, values(refund.amount(), Letter.REASON, refund.reason()));
    news.tell(entries, "refund:" + refund.refundId(), refund.userId(), letter, at);
  }

  private static Map<String, String> values(Money amount, String name, String value) {
    return Map.of(
        Letter.MINOR,
        String.valueOf(amount.minor()),
        Letter.CURRENCY,
        amount.currency(),
        name,
        value);
  }

  /** What was told stays told; what is told again is known by the same names. */
  @Override
  public void forget(Appender entries) {}
}
