package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a payment is, and what is to be asked about it.
 *
 * @param reason why it came to nothing
 * @param cancelWanted whether the gateway is to be told not to take the money any more
 * @param ask when the gateway is asked next
 */
public record PaymentProgress(
    PaymentState state, Optional<String> reason, boolean cancelWanted, Ask ask) {
  public PaymentProgress {
    requireNonNull(state);
    requireNonNull(reason);
    requireNonNull(ask);
  }

  static PaymentProgress begun(Instant now) {
    return new PaymentProgress(
        PaymentState.CREATED, Optional.empty(), false, Ask.whenCallsAreOver(now));
  }

  PaymentProgress withState(PaymentState next, Optional<String> why, Ask nextAsk) {
    return new PaymentProgress(next, why, cancelWanted, nextAsk);
  }

  PaymentProgress withAsk(Ask next) {
    return new PaymentProgress(state, reason, cancelWanted, next);
  }

  /** A call that is on its way isn't overtaken. */
  PaymentProgress withCancelWanted(Instant now) {
    Ask next = state == PaymentState.CREATED ? ask : Ask.at(now);
    return new PaymentProgress(state, reason, true, next);
  }
}
