package id.tixgo.wallet.domain;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.Optional;

/**
 * Money on its way from one user to another. Pending, it holds the sender's money; completed, it is
 * the receiver's; failed, it is free again.
 *
 * @param minor more than nothing, in the currency's minor unit
 * @param by Identity's number of who began it; empty for a service, and where nobody kept it
 * @param hidden whether it was taken back, and is shown to nobody
 */
public record Transfer(
    long id,
    long senderId,
    long receiverId,
    long minor,
    TransferStatus status,
    Optional<String> description,
    Optional<Long> by,
    boolean hidden,
    Instant createdAt,
    Instant updatedAt)
    implements Shareable {
  public Transfer {
    requireNonNull(status);
    requireNonNull(description);
    requireNonNull(by);
    requireNonNull(createdAt);
    requireNonNull(updatedAt);
    if (minor <= 0 || senderId == receiverId) {
      throw new IllegalArgumentException("a transfer gives something to somebody else");
    }
  }

  /** What it holds of the sender's money. */
  public long held() {
    return isPending() ? minor : 0;
  }

  public boolean isPending() {
    return status == TransferStatus.PENDING;
  }

  public boolean concerns(long userId) {
    return senderId == userId || receiverId == userId;
  }

  Transfer with(TransferStatus now, Instant at) {
    return with(now, hidden, at);
  }

  Transfer takenBack(Instant at) {
    return with(TransferStatus.FAILED, true, at);
  }

  private Transfer with(TransferStatus now, boolean hides, Instant at) {
    return new Transfer(
        id, senderId, receiverId, minor, now, description, by, hides, createdAt, at);
  }
}
