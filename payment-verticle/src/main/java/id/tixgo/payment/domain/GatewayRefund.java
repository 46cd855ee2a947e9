package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * A refund as a gateway knows it.
 *
 * @param key our name of it; another's when somebody made it at the gateway's own desk
 * @param reason in plain words, of one that failed; a code, of what a bank took back
 */
public record GatewayRefund(
    String key, Optional<String> gatewayId, Money amount, State state, Optional<String> reason) {
  public GatewayRefund {
    requireNonNull(key);
    requireNonNull(gatewayId);
    requireNonNull(amount);
    requireNonNull(state);
    requireNonNull(reason);
  }

  /** Whether a bank took it back, rather than a merchant gave it. */
  public boolean isTakenByBank() {
    return state == State.SUCCEEDED && reason.isPresent();
  }

  /** What is back of all that a gateway knows, in minor units. */
  static long sumOfGone(List<GatewayRefund> seen) {
    return seen.stream()
        .filter(refund -> refund.state() == State.SUCCEEDED)
        .mapToLong(refund -> refund.amount().minor())
        .sum();
  }

  /** How far it is. */
  public enum State {
    PENDING,
    SUCCEEDED,
    FAILED
  }
}
