package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.Optional;

/** An attempt to pay an order. */
public record Payment(
    PaymentAttempt attempt,
    PaymentProgress progress,
    PaymentMoney money,
    PaymentNews news,
    Instant updatedAt)
    implements Shareable {
  public Payment {
    requireNonNull(attempt);
    requireNonNull(progress);
    requireNonNull(money);
    requireNonNull(news);
    requireNonNull(updatedAt);
  }

  static Payment of(
      long id,
      Order order,
      String reference,
      String gateway,
      PaymentMethod method,
      Optional<String> returnUrl,
      Instant now) {
    return new Payment(
        new PaymentAttempt(id, order.id(), reference, gateway, order.total(), returnUrl, now),
        PaymentProgress.begun(now),
        PaymentMoney.none(order.total().currency()),
        PaymentNews.none(method),
        now);
  }

  public long id() {
    return attempt.id();
  }

  public long orderId() {
    return attempt.orderId();
  }

  public String reference() {
    return attempt.reference();
  }

  public String gateway() {
    return attempt.gateway();
  }

  public Money amount() {
    return attempt.amount();
  }

  public Optional<String> returnUrl() {
    return attempt.returnUrl();
  }

  public Instant createdAt() {
    return attempt.createdAt();
  }

  public PaymentState state() {
    return progress.state();
  }

  public Optional<String> reason() {
    return progress.reason();
  }

  public boolean cancelWanted() {
    return progress.cancelWanted();
  }

  public Ask ask() {
    return progress.ask();
  }

  public Money received() {
    return money.received();
  }

  public Money fee() {
    return money.fee();
  }

  public Money refunded() {
    return money.refunded();
  }

  public boolean counted() {
    return money.counted();
  }

  public Optional<Instant> paidAt() {
    return money.paidAt();
  }

  public PaymentMethod method() {
    return news.method();
  }

  public PayInstructions instructions() {
    return news.instructions();
  }

  public Optional<String> gatewayId() {
    return news.gatewayId();
  }

  public Optional<String> answer() {
    return news.answer();
  }

  public KnownPayment known() {
    return new KnownPayment(reference(), gatewayId());
  }

  public boolean isPaid() {
    return state() == PaymentState.PAID;
  }

  /** As the API says it: what was given back tells more than that it was paid. */
  public String status() {
    if (!isPaid() || refunded().minor() == 0) {
      return state().name();
    }
    return refunded().minor() >= received().minor() ? "REFUNDED" : "PARTIALLY_REFUNDED";
  }

  Payment withState(PaymentState next, Optional<String> why, Ask nextAsk, Instant now) {
    return new Payment(attempt, progress.withState(next, why, nextAsk), money, news, now);
  }

  Payment withAsk(Ask next) {
    return new Payment(attempt, progress.withAsk(next), money, news, updatedAt);
  }

  Payment withCancelWanted(Instant now) {
    return new Payment(attempt, progress.withCancelWanted(now), money, news, now);
  }

  Payment withInstructions(PayInstructions told, Optional<String> gatewaysId, Instant now) {
    return new Payment(attempt, progress, money, news.withInstructions(told, gatewaysId), now);
  }

  /** With what the gateway said, encrypted. */
  Payment withAnswer(
      Optional<String> gatewaysId, PaymentMethod chosen, String encrypted, Instant now) {
    PaymentNews said = news.withAnswer(gatewaysId, chosen, encrypted);
    return new Payment(attempt, progress, money, said, now);
  }

  Payment withReceived(Money all, Money fees, boolean counts, Instant now) {
    PaymentMoney received = money.withReceived(all, fees, counts, now);
    return new Payment(attempt, progress, received, news, now);
  }

  Payment withRefunded(Money all, Instant now) {
    return new Payment(attempt, progress, money.withRefunded(all), news, now);
  }

  Payment withoutFee(Instant now) {
    return new Payment(attempt, progress, money.withoutFee(), news, now);
  }
}
