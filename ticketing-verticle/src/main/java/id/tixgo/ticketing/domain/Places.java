package id.tixgo.ticketing.domain;

import io.vertx.core.shareddata.Shareable;

/**
 * How many places of a ticket type, or of an event, are taken.
 *
 * @param held by bookings that aren't paid yet
 * @param sold by those that are
 */
public record Places(int held, int sold) implements Shareable {
  public static final Places NONE = new Places(0, 0);

  public int taken() {
    return Math.addExact(held, sold);
  }

  public Places plus(int moreHeld, int moreSold) {
    return new Places(Math.addExact(held, moreHeld), Math.addExact(sold, moreSold));
  }
}
