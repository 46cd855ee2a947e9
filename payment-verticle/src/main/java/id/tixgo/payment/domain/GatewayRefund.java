package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
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

  /** How far it is. */
  public enum State {
    PENDING,
    SUCCEEDED,
    FAILED
  }
}
