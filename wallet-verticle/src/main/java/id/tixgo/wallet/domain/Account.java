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
 */
public record Account(
    long id, String fullName, Optional<String> email, boolean open, Instant openedAt)
    implements Shareable {
  public Account {
    requireNonNull(fullName);
    requireNonNull(email);
    requireNonNull(openedAt);
  }

  /** With what the user says of himself now. */
  public Account of(String name, Optional<String> address) {
    return new Account(id, name, address, open, openedAt);
  }

  public Account opened() {
    return new Account(id, fullName, email, true, openedAt);
  }

  public Account closed() {
    return new Account(id, fullName, email, false, openedAt);
  }
}
