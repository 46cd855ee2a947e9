package id.tixgo.ticketing.domain;

import java.time.Instant;

/**
 * One change of what is sold, made as one step. It looks, decides, and changes; one that refuses
 * throws a problem before it changes anything.
 */
@FunctionalInterface
public interface Movement<R> {
  R make(Desk desk, Instant now);
}
