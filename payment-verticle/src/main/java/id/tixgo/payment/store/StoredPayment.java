package id.tixgo.payment.store;

import id.tixgo.common.money.Money;
import id.tixgo.payment.domain.Ask;
import id.tixgo.payment.domain.PayInstructions;
import id.tixgo.payment.domain.Payment;
import id.tixgo.payment.domain.PaymentAttempt;
import id.tixgo.payment.domain.PaymentMethod;
import id.tixgo.payment.domain.PaymentMoney;
import id.tixgo.payment.domain.PaymentNews;
import id.tixgo.payment.domain.PaymentProgress;
import id.tixgo.payment.domain.PaymentState;
import java.time.Instant;
import java.util.Optional;

/** A payment as it stands in the store, without its parts. */
record StoredPayment(
    long id,
    long orderId,
    String reference,
    String gateway,
    PaymentMethod method,
    Money amount,
    PaymentState state,
    Money received,
    Money fee,
    Money refunded,
    boolean counted,
    PayInstructions instructions,
    Optional<String> returnUrl,
    Optional<String> gatewayId,
    boolean cancelWanted,
    Ask ask,
    Optional<String> reason,
    Optional<String> answer,
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> paidAt) {
  static StoredPayment of(Payment payment) {
    return new StoredPayment(
        payment.id(),
        payment.orderId(),
        payment.reference(),
        payment.gateway(),
        payment.method(),
        payment.amount(),
        payment.state(),
        payment.received(),
        payment.fee(),
        payment.refunded(),
        payment.counted(),
        payment.instructions(),
        payment.returnUrl(),
        payment.gatewayId(),
        payment.cancelWanted(),
        payment.ask(),
        payment.reason(),
        payment.answer(),
        payment.createdAt(),
        payment.updatedAt(),
        payment.paidAt());
  }

  Payment payment() {
    return new Payment(
        new PaymentAttempt(id, orderId, reference, gateway, amount, returnUrl, createdAt),
        new PaymentProgress(state, reason, cancelWanted, ask),
        new PaymentMoney(received, fee, refunded, counted, paidAt),
        new PaymentNews(method, instructions, gatewayId, answer),
        updatedAt);
  }
}
