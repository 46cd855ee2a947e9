package id.tixgo.payment.domain;

import java.time.Instant;

/**
 * One change of what is paid, made as one step. It looks, decides, and changes; one that refuses
 * throws a problem before it changes anything.
 */
@FunctionalInterface
public interface MoneyMovement<R> {
  R make(MoneyDesk desk, Instant now);
}
