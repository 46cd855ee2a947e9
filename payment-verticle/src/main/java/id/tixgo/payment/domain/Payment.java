package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.Optional;

/**
 * An attempt to pay an order.
 *
 * @param reference our name of it at the gateway, never used twice
 * @param method as it was chosen; another may be chosen on the gateway's page
 * @param amount that was asked for
 * @param received all that the gateway has taken for it, without its own fee
 * @param fee that the gateway added to the price
 * @param refunded what was given back
 * @param counted whether the order is paid by it; of two paid attempts only one is
 * @param instructions what the buyer is told
 * @param gatewayId the gateway's name of it
 * @param cancelWanted whether the gateway is to be told not to take the money any more
 * @param ask when the gateway is asked next
 * @param reason why it came to nothing
 * @param answer the gateway's last one, encrypted
 */
public record Payment(
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
    Optional<Instant> paidAt)
    implements Shareable {
  public Payment {
    requireNonNull(reference);
    requireNonNull(gateway);
    requireNonNull(method);
    requireNonNull(amount);
    requireNonNull(state);
    requireNonNull(received);
    requireNonNull(fee);
    requireNonNull(refunded);
    requireNonNull(instructions);
    requireNonNull(returnUrl);
    requireNonNull(gatewayId);
    requireNonNull(ask);
    requireNonNull(reason);
    requireNonNull(answer);
    requireNonNull(createdAt);
    requireNonNull(updatedAt);
    requireNonNull(paidAt);
  }

  static Payment of(
      long id,
      Order order,
      String reference,
      String gateway,
      PaymentMethod method,
      Optional<String> returnUrl,
      Instant now) {
    Money nothing = Money.zero(order.total().currency());
    return new Payment(
        id,
        order.id(),
        reference,
        gateway,
        method,
        order.total(),
        PaymentState.CREATED,
        nothing,
        nothing,
        nothing,
        false,
        PayInstructions.NONE,
        returnUrl,
        Optional.empty(),
        false,
        Ask.whenCallsAreOver(now),
        Optional.empty(),
        Optional.empty(),
        now,
        now,
        Optional.empty());
  }

  public KnownPayment known() {
    return new KnownPayment(reference, gatewayId);
  }

  public boolean isPaid() {
    return state == PaymentState.PAID;
  }

  /** As the API says it: what was given back tells more than that it was paid. */
  public String status() {
    if (!isPaid() || refunded.minor() == 0) {
      return state.name();
    }
    return refunded.minor() >= received.minor() ? "REFUNDED" : "PARTIALLY_REFUNDED";
  }

  Payment withState(PaymentState next, Optional<String> why, Ask nextAsk, Instant now) {
    return new Payment(
        id,
        orderId,
        reference,
        gateway,
        method,
        amount,
        next,
        received,
        fee,
        refunded,
        counted,
        instructions,
        returnUrl,
        gatewayId,
        cancelWanted,
        nextAsk,
        why,
        answer,
        createdAt,
        now,
        paidAt);
  }

  Payment withInstructions(PayInstructions told, Optional<String> gatewaysId, Instant now) {
    return new Payment(
        id,
        orderId,
        reference,
        gateway,
        method,
        amount,
        state,
        received,
        fee,
        refunded,
        counted,
        told,
        returnUrl,
        gatewaysId.or(() -> gatewayId),
        cancelWanted,
        ask,
        reason,
        answer,
        createdAt,
        now,
        paidAt);
  }

  /** With what the gateway said, encrypted. */
  Payment withAnswer(
      Optional<String> gatewaysId, PaymentMethod chosen, String encrypted, Instant now) {
    return new Payment(
        id,
        orderId,
        reference,
        gateway,
        chosen,
        amount,
        state,
        received,
        fee,
        refunded,
        counted,
        instructions,
        returnUrl,
        gatewaysId.or(() -> gatewayId),
        cancelWanted,
        ask,
        reason,
        Optional.of(encrypted),
        createdAt,
        now,
        paidAt);
  }

  Payment withReceived(Money all, Money fees, boolean counts, Instant now) {
    return new Payment(
        id,
        orderId,
        reference,
        gateway,
        method,
        amount,
        state,
        all,
        fees,
        refunded,
        counts,
        instructions,
        returnUrl,
        gatewayId,
        cancelWanted,
        ask,
        reason,
        answer,
        createdAt,
        now,
        paidAt.or(() -> Optional.of(now)));
  }

  Payment withRefunded(Money all, Instant now) {
    return new Payment(
        id,
        orderId,
        reference,
        gateway,
        method,
        amount,
        state,
        received,
        fee,
        all,
        counted,
        instructions,
        returnUrl,
        gatewayId,
        cancelWanted,
        ask,
        reason,
        answer,
        createdAt,
        now,
        paidAt);
  }

  Payment withoutFee(Instant now) {
    return new Payment(
        id,
        orderId,
        reference,
        gateway,
        method,
        amount,
        state,
        received,
        Money.zero(amount.currency()),
        refunded,
        counted,
        instructions,
        returnUrl,
        gatewayId,
        cancelWanted,
        ask,
        reason,
        answer,
        createdAt,
        now,
        paidAt);
  }

  /** A call that is on its way isn't overtaken. */
  Payment withCancelWanted(Instant now) {
    return new Payment(
        id,
        orderId,
        reference,
        gateway,
        method,
        amount,
        state,
        received,
        fee,
        refunded,
        counted,
        instructions,
        returnUrl,
        gatewayId,
        true,
        state == PaymentState.CREATED ? ask : Ask.at(now),
        reason,
        answer,
        createdAt,
        now,
        paidAt);
  }

  Payment withAsk(Ask next) {
    return new Payment(
        id,
        orderId,
        reference,
        gateway,
        method,
        amount,
        state,
        received,
        fee,
        refunded,
        counted,
        instructions,
        returnUrl,
        gatewayId,
        cancelWanted,
        next,
        reason,
        answer,
        createdAt,
        updatedAt,
        paidAt);
  }
}
