package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Money of a payment that is given back.
 *
 * @param key by which whoever asks for it knows it again: asked twice it is one refund
 * @param reference our name of it at the gateway, never used twice
 * @param channel how it goes back
 * @param tickets the codes that it is for; empty when it isn't by ticket
 * @param by who asked for it
 * @param note why it failed, or the number of a transfer
 * @param answer the gateway's last one, encrypted
 */
public record Refund(
    long id,
    long paymentId,
    long orderId,
    String key,
    String reference,
    Money amount,
    RefundState state,
    RefundChannel channel,
    List<String> tickets,
    String reason,
    String by,
    Optional<String> gatewayId,
    Ask ask,
    Optional<String> note,
    Optional<String> answer,
    Instant createdAt,
    Instant updatedAt)
    implements Shareable {
  public Refund {
    requireNonNull(key);
    requireNonNull(reference);
    requireNonNull(amount);
    requireNonNull(state);
    requireNonNull(channel);
    tickets = List.copyOf(tickets);
    requireNonNull(reason);
    requireNonNull(by);
    requireNonNull(gatewayId);
    requireNonNull(ask);
    requireNonNull(note);
    requireNonNull(answer);
    requireNonNull(createdAt);
    requireNonNull(updatedAt);
  }

  /** Whoever is asked to give it back. */
  String gateway(Payment payment) {
    return channel == RefundChannel.WALLET ? Gateways.WALLET : payment.gateway();
  }

  Refund with(
      RefundState next,
      Optional<String> gatewaysId,
      Optional<String> why,
      Ask nextAsk,
      Instant now) {
    return new Refund(
        id,
        paymentId,
        orderId,
        key,
        reference,
        amount,
        next,
        channel,
        tickets,
        reason,
        by,
        gatewaysId.or(() -> gatewayId),
        nextAsk,
        why.or(() -> note),
        answer,
        createdAt,
        now);
  }

  /** With what the gateway said, encrypted. */
  Refund withAnswer(String encrypted) {
    return new Refund(
        id,
        paymentId,
        orderId,
        key,
        reference,
        amount,
        state,
        channel,
        tickets,
        reason,
        by,
        gatewayId,
        ask,
        note,
        Optional.of(encrypted),
        createdAt,
        updatedAt);
  }
}
