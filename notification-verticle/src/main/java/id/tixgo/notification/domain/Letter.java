package id.tixgo.notification.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A mail of TixGo's own words: they follow from its kind, and are written when it is sent.
 *
 * @param values what they are about, by the names below
 * @param until when it would be too late for it
 */
public record Letter(LetterKind kind, Map<String, String> values, Optional<Instant> until) {
  /** Ids of Ticketing and of Event. */
  public static final String BOOKING = "booking_id";

  public static final String EVENT = "event_id";

  /** What people call an order: {@code TIX-8F2K4M7Q3D}. */
  public static final String ORDER = "order_number";

  /** In the currency's minor unit. */
  public static final String MINOR = "minor";

  public static final String CURRENCY = "currency";
  public static final String REASON = "reason";

  /** Wallet's number of a transfer. */
  public static final String TRANSFER = "transfer_id";

  /** By which Identity knows the token that the letter brings. */
  public static final String RESET = "reset_id";

  public Letter {
    requireNonNull(kind);
    values = Map.copyOf(values);
    requireNonNull(until);
  }

  public static Letter of(LetterKind kind, Map<String, String> values) {
    return new Letter(kind, values, Optional.empty());
  }

  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  boolean isTooLate(Instant now) {
    return until.filter(end -> !now.isBefore(end)).isPresent();
  }
}
