package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

/**
 * Who pays.
 *
 * @param userId Identity's number
 */
public record Payer(long userId, String username) {
  public Payer {
    requireNonNull(username);
  }
}
