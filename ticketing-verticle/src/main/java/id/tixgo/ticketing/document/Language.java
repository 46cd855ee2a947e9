package id.tixgo.ticketing.document;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A language that documents are written in: how it writes times. */
public enum Language {
  ENGLISH("en", "HH:mm"),
  INDONESIAN("id", "HH.mm");

  private final Locale locale;
  private final DateTimeFormatter day;
  private final DateTimeFormatter time;
  private final DateTimeFormatter zone;

  Language(String tag, String time) {
    this.locale = Locale.forLanguageTag(tag);
    this.day = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", locale);
    this.time = DateTimeFormatter.ofPattern(time, locale);
    this.zone = DateTimeFormatter.ofPattern("zzz", locale);
  }

  /** The one that is asked for most of those that there are; English when none is. */
  public static Language preferred(String acceptLanguage) {
    List<Locale.LanguageRange> wanted;
    try {
      wanted = Locale.LanguageRange.parse(acceptLanguage);
    } catch (IllegalArgumentException e) {
      return ENGLISH;
    }
    List<Locale> known = Stream.of(values()).map(one -> one.locale).toList();
    return of(Optional.ofNullable(Locale.lookup(wanted, known)).orElse(ENGLISH.locale));
  }

  /** By its tag: {@code en} or {@code id}. */
  public static Optional<Language> named(String tag) {
    return Stream.of(values()).filter(one -> one.tag().equals(tag)).findFirst();
  }

  private static Language of(Locale locale) {
    return Stream.of(values()).filter(one -> one.locale.equals(locale)).findFirst().orElseThrow();
  }

  /** As in BCP 47. */
  public String tag() {
    return locale.toLanguageTag();
  }

  /** From when to when, with the zone's name: on one line where it is one day. */
  String times(Instant start, Optional<Instant> end, ZoneId place) {
    ZonedDateTime from = start.atZone(place);
    String begin = day.format(from) + ", " + time.format(from);
    return end.map(instant -> instant.atZone(place))
        .map(to -> begin + until(from, to) + ' ' + zone.format(to))
        .orElseGet(() -> begin + ' ' + zone.format(from));
  }

  private String until(ZonedDateTime from, ZonedDateTime to) {
    boolean isOneDay = from.toLocalDate().equals(to.toLocalDate());
    return isOneDay ? '–' + time.format(to) : "\n– " + day.format(to) + ", " + time.format(to);
  }
}
