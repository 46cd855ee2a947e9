package id.tixgo.wallet.domain;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.Optional;

/**
 * A user's account.
 *
 * @param id Identity's number of the user
 * @param fullName what to call him; his username where he says no other
 * @param open whether money may move; what is closed has none
 * @param goneAt when the user was deleted; what he has left is open until it is paid out
 */
public record Account(
    long id,
    String fullName,
    Optional<String> email,
    boolean open,
    Instant openedAt,
    Optional<Instant> goneAt)
    implements Shareable {
  public Account {
    requireNonNull(fullName);
    requireNonNull(email);
    requireNonNull(openedAt);
    requireNonNull(goneAt);
  }

  public boolean isLeft() {
    return goneAt.isPresent();
  }

  /** Whether others may send money. */
  public boolean receives() {
    return open && !isLeft();
  }

  /** With what the user, who is there, says of himself now. */
  public Account of(String name, Optional<String> address) {
    return new Account(id, name, address, open, openedAt, Optional.empty());
  }

  /** Without the user, of whom nothing is known but what is left of his name. */
  public Account left(String name, Instant at) {
    return new Account(id, name, Optional.empty(), open, openedAt, Optional.of(at));
  }

  public Account opened() {
    return new Account(id, fullName, email, true, openedAt, goneAt);
  }

  public Account closed() {
    return new Account(id, fullName, email, false, openedAt, goneAt);
  }
}
