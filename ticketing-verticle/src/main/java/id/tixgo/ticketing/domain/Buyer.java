package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Who has booked.
 *
 * @param userId Identity's number of the user, never used twice
 * @param guest for whom, when staff booked for somebody else
 */
public record Buyer(long userId, String username, Optional<Holder> guest) {
  public Buyer {
    requireNonNull(username);
    requireNonNull(guest);
  }
}
