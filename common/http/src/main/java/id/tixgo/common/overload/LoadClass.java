package id.tixgo.common.overload;

import java.util.Locale;

/**
 * How much depends on an operation, the most first: what is refused last when more is asked than
 * can be answered. Each operation of a contract says which it is, {@link #EXTENSION}.
 */
public enum LoadClass {
  /** Never refused: signs of life, and what the services tell each other. */
  ALWAYS(5),
  /** Who stands at the door, and what the door needs to know. */
  CHECK_INS(4),
  /** Money on its way. */
  PAYMENTS(3),
  /** Bookings, and whatever else changes something. */
  BOOKINGS(2),
  READS(1),
  /** Whatever compares or makes a password. */
  LOG_INS(0);

  /** Where a contract says which one an operation has. */
  public static final String EXTENSION = "x-load-class";

  private final String json = name().toLowerCase(Locale.ROOT);
  private final int sheddingFrom;

  /**
   * @param sheddingFrom the level at which all below it is refused
   */
  LoadClass(int sheddingFrom) {
    this.sheddingFrom = sheddingFrom;
  }

  /** As a contract and the metrics write it. */
  public String json() {
    return json;
  }

  /** Fails when there is none of that name. */
  public static LoadClass of(String json) {
    return valueOf(json.toUpperCase(Locale.ROOT));
  }

  /**
   * The part of its requests that is refused, from 0 to 1.
   *
   * @param level from 0, where nothing is, to {@link ShedLevel#HIGHEST}
   */
  double shed(double level) {
    return Math.max(0, Math.min(1, level - sheddingFrom));
  }
}
