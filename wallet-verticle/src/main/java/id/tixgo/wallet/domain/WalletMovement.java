package id.tixgo.wallet.domain;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.Optional;

/**
 * One entry of the ledger: an amount leaves one account for another, so that the sum of all stays
 * zero. It is never changed; another movement corrects it.
 *
 * @param number its place, from 1 without a gap
 * @param from the account that is credited
 * @param to the account that is debited
 * @param minor more than nothing, in the currency's minor unit
 * @param userId whose balance it is about; of a transfer, the sender's
 * @param available what that user could spend after it
 * @param reference the name that whoever asked for it gave it
 * @param by Identity's number of who asked for it; empty for a service
 */
public record WalletMovement(
    long number,
    Instant at,
    MovementKind kind,
    BookAccount from,
    BookAccount to,
    long minor,
    long userId,
    long available,
    Optional<Long> transferId,
    Optional<String> reference,
    Optional<Long> by)
    implements Shareable {
  public WalletMovement {
    requireNonNull(at);
    requireNonNull(kind);
    requireNonNull(from);
    requireNonNull(to);
    requireNonNull(transferId);
    requireNonNull(reference);
    requireNonNull(by);
    if (minor <= 0 || from.equals(to)) {
      throw new IllegalArgumentException("a movement moves something to another account");
    }
  }
}
