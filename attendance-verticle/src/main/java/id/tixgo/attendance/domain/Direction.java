package id.tixgo.attendance.domain;

import java.util.Locale;

/** Which way a ticket goes through the door. */
public enum Direction {
  IN,
  OUT;

  private final String json = name().toLowerCase(Locale.ROOT);

  /** {@code in} or {@code out}. */
  public String json() {
    return json;
  }

  public static Direction of(String json) {
    return valueOf(json.toUpperCase(Locale.ROOT));
  }
}
