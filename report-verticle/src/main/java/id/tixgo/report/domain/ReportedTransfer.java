package id.tixgo.report.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A transfer between two users' wallets. Each of them has one report of it.
 *
 * @param at when it came to its status
 */
public record ReportedTransfer(
    long id,
    long senderId,
    long receiverId,
    Money amount,
    ReportedStatus status,
    Instant createdAt,
    Instant at)
    implements UserFact {
  public ReportedTransfer {
    requireNonNull(amount);
    requireNonNull(status);
    requireNonNull(createdAt);
    requireNonNull(at);
  }

  @Override
  public String key() {
    return key(id);
  }

  /** The key of a transfer of this number. */
  public static String key(long id) {
    return "transfer:" + id;
  }

  @Override
  public List<Long> userIds() {
    return List.of(senderId, receiverId);
  }

  /**
   * The number of a user's report of it, the same whenever it is made: an odd one is its sender's,
   * the even one after it its receiver's.
   */
  public long reportId(long userId) {
    return 2 * id - (userId == senderId ? 1 : 0);
  }

  public boolean concerns(long userId) {
    return userId == senderId || userId == receiverId;
  }

  public boolean isPending() {
    return status == ReportedStatus.PENDING;
  }

  public boolean isShown() {
    return status != ReportedStatus.TAKEN_BACK;
  }

  @Override
  public Optional<MoneyChange> change(long userId) {
    MoneyChange.Kind kind = userId == senderId ? MoneyChange.Kind.SPENT : MoneyChange.Kind.RECEIVED;
    return status == ReportedStatus.COMPLETED && concerns(userId)
        ? Optional.of(new MoneyChange(kind, amount, at))
        : Optional.empty();
  }
}
