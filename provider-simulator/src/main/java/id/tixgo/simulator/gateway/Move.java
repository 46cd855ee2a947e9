package id.tixgo.simulator.gateway;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a buyer, his bank or the merchant's dashboard does to a payment. */
public enum Move {
  /** The buyer picks a method on the pay page. */
  CHOOSE,
  PAY,
  EXPIRE,
  /** The bank refuses. */
  DENY,
  /** The fraud detection wants a human to look. */
  CHALLENGE,
  APPROVE,
  /** The bank takes back what was settled a minute ago. */
  REVERSE,
  /** Money comes for what has expired or was cancelled. */
  LATE_PAY,
  CHARGEBACK,
  /** A refund that somebody makes by hand, with a key that nobody here knows. */
  DASHBOARD_REFUND;

  /** As it is written in paths: {@code late-pay}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Move> of(String word) {
    return Stream.of(values()).filter(move -> move.word().equals(word)).findFirst();
  }
}
