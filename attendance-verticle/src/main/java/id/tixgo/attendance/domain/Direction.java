package id.tixgo.attendance.domain;

import java.util.Locale;

/** Which way a ticket goes through the door. */
public enum Direction {
  IN,
  OUT;

  /** {@code in} or {@code out}. */
  public String json() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Direction of(String json) {
    return valueOf(json.toUpperCase(Locale.ROOT));
  }
}
