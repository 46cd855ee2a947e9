package id.tixgo.report.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import java.time.Instant;

/** Money that a user had more or less of. */
public record MoneyChange(Kind kind, Money amount, Instant at) {
  /** Why it was so; what refunds bring back is received. */
  public enum Kind {
    SPENT,
    RECEIVED,
    TOPPED_UP
  }

  public MoneyChange {
    requireNonNull(kind);
    requireNonNull(amount);
    requireNonNull(at);
  }
}
