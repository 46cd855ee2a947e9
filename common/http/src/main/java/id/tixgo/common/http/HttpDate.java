package id.tixgo.common.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A time as the {@code Date} header has it: by it a client tells the service's own time. */
public final class HttpDate {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private HttpDate() {}

  /** To the second: {@code Thu, 26 Nov 2026 09:10:00 GMT}. */
  public static String of(Instant time) {
    return FORMAT.format(time);
  }
}
