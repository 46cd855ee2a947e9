package id.tixgo.ticketing.domain;

/**
 * How far a booking is: from {@code PENDING} to {@code PAID}, {@code CANCELLED} or {@code EXPIRED};
 * from {@code PAID} to {@code CANCELLED} or {@code REFUNDED}; from {@code EXPIRED} to {@code PAID}
 * when its money comes late and there are places.
 */
public enum BookingStatus {
  PENDING,
  PAID,
  CANCELLED,
  EXPIRED,
  REFUNDED;

  /** Whether its places are nobody else's. */
  public boolean takesPlaces() {
    return this == PENDING || this == PAID;
  }
}
