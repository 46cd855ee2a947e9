package id.tixgo.attendance.domain;

import java.util.Locale;

/** Why a scan counts at another time than its device said. */
public enum TimeFlag {
  /** The device's clock was wrong, and it is known by how much. */
  CORRECTED,
  /** The time was in the future, or of a passage before the doors. */
  CLAMPED,
  /** The time can't be right, nor is it known how wrong the clock is: it counts when it arrived. */
  ARRIVAL;

  private final String json = name().toLowerCase(Locale.ROOT);

  /** {@code corrected}, {@code clamped} or {@code arrival}. */
  public String json() {
    return json;
  }
}
