package id.tixgo.event.domain;

import java.util.Locale;

/** How far an event is. */
public enum EventStatus {
  DRAFT,
  PUBLISHED,
  /** It doesn't take place: nobody is let in any more. */
  CANCELLED,
  /** What a published one is once it is over; never stored. */
  COMPLETED;

  private final String json = name().toLowerCase(Locale.ROOT);

  /** {@code draft}, {@code published}, {@code cancelled} or {@code completed}. */
  public String json() {
    return json;
  }

  public static EventStatus of(String json) {
    return valueOf(json.toUpperCase(Locale.ROOT));
  }
}
