package id.tixgo.report.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a user's money adds up to: topped up and received, less spent, is what he has in the ledger.
 *
 * @param transactions how many there were
 * @param last when the last of them was
 */
public record UserSummary(
    long userId,
    int transactions,
    Money spent,
    Money received,
    Money toppedUp,
    Optional<Instant> last) {
  private static final String CURRENCY = "IDR";

  public UserSummary {
    requireNonNull(spent);
    requireNonNull(received);
    requireNonNull(toppedUp);
    requireNonNull(last);
  }

  public static UserSummary of(long userId, List<UserFact> facts) {
    List<MoneyChange> changes =
        facts.stream().flatMap(fact -> fact.change(userId).stream()).toList();
    return new UserSummary(
        userId,
        changes.size(),
        sum(changes, MoneyChange.Kind.SPENT),
        sum(changes, MoneyChange.Kind.RECEIVED),
        sum(changes, MoneyChange.Kind.TOPPED_UP),
        changes.stream().map(MoneyChange::at).max(Instant::compareTo));
  }

  private static Money sum(List<MoneyChange> changes, MoneyChange.Kind kind) {
    return changes.stream()
        .filter(change -> change.kind() == kind)
        .map(MoneyChange::amount)
        .reduce(Money.zero(CURRENCY), Money::plus);
  }
}
