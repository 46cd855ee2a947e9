package id.tixgo.common.clients.wallet;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import java.util.Optional;

/**
 * What Wallet's feed says of a transfer that is final.
 *
 * @param senderId Identity's number of who gives, like {@code receiverId} of who gets
 */
public record TransferFacts(
    long id, long senderId, long receiverId, Money amount, Optional<String> description) {
  public static final String COMPLETED = "transfer_completed";
  public static final String FAILED = "transfer_failed";

  public TransferFacts {
    requireNonNull(amount);
    requireNonNull(description);
  }
}
