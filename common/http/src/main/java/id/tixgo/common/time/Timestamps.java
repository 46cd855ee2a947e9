package id.tixgo.common.time;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Times as the contract writes them: {@code 2026-01-03T13:25:53.415880Z}. */
public final class Timestamps {
  /** What a client is told that has sent something else. */
  public static final String WANTED =
      "must be a time that exists, with its offset: 2026-01-03T20:25:53+07:00";

  /** The same where a time may be a place's own. */
  public static final String WANTED_OF_PLACE =
      "must be a time that exists there: 2026-01-03T20:25:53, or with its offset";

  /** The form of times that are shown: a digit for each zero. */
  private static final String SHOWN = "0000-00-00T00:00:00.000000Z";

  private static final int NANOS_OF_MICRO = 1000;
  private static final int LAST_YEAR = 9999;

  private Timestamps() {}

  /** The clock's time, cut to the microseconds that are shown and stored. */
  public static Instant now(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** In UTC. Fails for a year that four digits can't say. */
  public static String format(Instant time) {
    LocalDateTime utc =
        LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), ZoneOffset.UTC);
    char[] text = SHOWN.toCharArray();
    put(text, 4, utc.getYear());
    put(text, 7, utc.getMonthValue());
    put(text, 10, utc.getDayOfMonth());
    put(text, 13, utc.getHour());
    put(text, 16, utc.getMinute());
    put(text, 19, utc.getSecond());
    put(text, 26, utc.getNano() / NANOS_OF_MICRO);
    return new String(text);
  }

  /** Over the zeros that end there. */
  private static void put(char[] text, int end, int number) {
    int rest = number;
    for (int i = end - 1; rest > 0; i--) {
      text[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  }

  /**
   * Reads ISO-8601 with an offset; empty when the text is anything else, or a year in UTC that four
   * digits can't say (RFC 3339), which could not be shown or stored.
   */
  public static Optional<Instant> parse(String text) {
    try {
      if (isAsShown(text)) {
        return Optional.of(shown(text));
      }
      OffsetDateTime time = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
      return Optional.of(time.toInstant().truncatedTo(ChronoUnit.MICROS))
          .filter(instant -> time.getYear() >= 0 && time.getYear() <= LAST_YEAR);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether it has the very form that is shown and stored, which is read at a tenth of the cost.
   */
  private static boolean isAsShown(String text) {
    if (text.length() != SHOWN.length()) {
      return false;
    }
    for (int i = 0; i < SHOWN.length(); i++) {
      char wanted = SHOWN.charAt(i);
      char given = text.charAt(i);
      if (wanted == '0' ? given < '0' || given > '9' : given != wanted) {
        return false;
      }
    }
    return true;
  }

  private static Instant shown(String text) {
    LocalDateTime time =
        LocalDateTime.of(
            Integer.parseInt(text, 0, 4, 10),
            Integer.parseInt(text, 5, 7, 10),
            Integer.parseInt(text, 8, 10, 10),
            Integer.parseInt(text, 11, 13, 10),
            Integer.parseInt(text, 14, 16, 10),
            Integer.parseInt(text, 17, 19, 10),
            Integer.parseInt(text, 20, 26, 10) * NANOS_OF_MICRO);
    return time.toInstant(ZoneOffset.UTC);
  }

  /**
   * The same of a text that may have no offset: then it is a time of the zone, the earlier one of a
   * time that comes twice there, and none when clocks leave it out.
   */
  public static Optional<Instant> parse(String text, ZoneId zone) {
    try {
      LocalDateTime local = LocalDateTime.parse(text);
      return zone.getRules().getValidOffsets(local).stream()
          .findFirst()
          .flatMap(offset -> parse(local.atOffset(offset).toString()));
    } catch (DateTimeException e) {
      return parse(text);
    }
  }
}
