package id.tixgo.common.clients.wallet;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * What Wallet's feed says of a transfer that is final. Older messages say nothing of what comes
 * after the description.
 *
 * @param senderId Identity's number of who gives, like {@code receiverId} of who gets
 * @param createdAt when it was begun
 * @param takenBack whether it failed because its sender took it back, and is shown to nobody
 */
public record TransferFacts(
    long id,
    long senderId,
    long receiverId,
    Money amount,
    Optional<String> description,
    Optional<Instant> createdAt,
    boolean takenBack) {
  public static final String COMPLETED = "transfer_completed";
  public static final String FAILED = "transfer_failed";

  public TransferFacts {
    requireNonNull(amount);
    requireNonNull(description);
    requireNonNull(createdAt);
  }
}
