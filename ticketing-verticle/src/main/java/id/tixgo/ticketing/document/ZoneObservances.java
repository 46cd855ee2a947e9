package id.tixgo.ticketing.document;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.stream.Stream;

/** A zone's offsets between two instants, for calendars that don't know the zone by its name. */
record ZoneObservances(ZoneId zone, Instant from, Instant to) {
  private static final LocalDateTime ALWAYS = LocalDateTime.of(1970, 1, 1, 0, 0);
  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xx");

  ZoneObservances {
    requireNonNull(zone);
    requireNonNull(from);
    requireNonNull(to);
  }

  void addTo(ContentLines lines) {
    lines.add("BEGIN", "VTIMEZONE").add("TZID", zone.getId());
    ZoneOffset first = rules().getOffset(from);
    ZoneOffsetTransition before = rules().previousTransition(from.plusNanos(1));
    if (before == null) {
      add(lines, false, ALWAYS, first, first);
    } else {
      add(lines, before);
    }
    changes().forEach(change -> add(lines, change));
    lines.add("END", "VTIMEZONE");
  }

  private Stream<ZoneOffsetTransition> changes() {
    return Stream.iterate(
        rules().nextTransition(from),
        change -> change != null && !change.getInstant().isAfter(to),
        change -> rules().nextTransition(change.getInstant()));
  }

  private void add(ContentLines lines, ZoneOffsetTransition change) {
    boolean summer = rules().isDaylightSavings(change.getInstant());
    add(
        lines,
        summer,
        change.getDateTimeBefore(),
        change.getOffsetBefore(),
        change.getOffsetAfter());
  }

  private static void add(
      ContentLines lines, boolean summer, LocalDateTime since, ZoneOffset old, ZoneOffset now) {
    String name = summer ? "DAYLIGHT" : "STANDARD";
    lines.add("BEGIN", name).add("DTSTART", CalendarEntry.local(since));
    lines.add("TZOFFSETFROM", OFFSET.format(old)).add("TZOFFSETTO", OFFSET.format(now));
    lines.add("END", name);
  }

  private ZoneRules rules() {
    return zone.getRules();
  }
}
