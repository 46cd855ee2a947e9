package id.tixgo.report.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Money that came into a user's wallet or left it otherwise than by a transfer.
 *
 * @param number that of the ledger's movement
 */
public record UserMovement(
    long number, long userId, MoneyChange.Kind kind, Money amount, Instant at) implements UserFact {
  public UserMovement {
    requireNonNull(kind);
    requireNonNull(amount);
    requireNonNull(at);
  }

  @Override
  public String key() {
    return "movement:" + number;
  }

  @Override
  public List<Long> userIds() {
    return List.of(userId);
  }

  @Override
  public Optional<MoneyChange> change(long user) {
    return user == userId ? Optional.of(new MoneyChange(kind, amount, at)) : Optional.empty();
  }
}
