package id.tixgo.ticketing.document;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.BookingStatus;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What a buyer's calendar is told of an event (RFC 5545). A calendar that has an entry with this
 * {@code uid} takes it over when its {@code sequence} is higher.
 *
 * @param sequence higher whenever anything has changed
 * @param changedAt when the booking was last changed
 * @param zone the venue's, in which the calendar keeps the times
 */
public record CalendarEntry(
    String uid,
    long sequence,
    Instant changedAt,
    String title,
    Optional<String> place,
    Instant start,
    Optional<Instant> end,
    ZoneId zone,
    boolean cancelled) {
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

  public CalendarEntry {
    requireNonNull(uid);
    requireNonNull(changedAt);
    requireNonNull(title);
    requireNonNull(place);
    requireNonNull(start);
    requireNonNull(end);
    requireNonNull(zone);
  }

  /**
   * The entry of a booking's event.
   *
   * @param seq of the last message that told of the event
   */
  public static CalendarEntry of(Booking booking, EventFacts event, long seq) {
    boolean ended = booking.status() != BookingStatus.PAID;
    return new CalendarEntry(
        booking.id() + "@tixgo",
        2 * seq + (ended ? 1 : 0),
        booking.updatedAt(),
        event.title(),
        PlaceText.of(event),
        event.startTime(),
        event.endTime(),
        ZoneId.of(event.timeZone()),
        ended || event.isOff());
  }

  /** A calendar of this entry alone, as {@code text/calendar}. */
  public String file() {
    ContentLines lines = new ContentLines();
    lines.add("BEGIN", "VCALENDAR").add("VERSION", "2.0");
    lines.add("PRODID", "-//TixGo//Ticketing//EN").add("METHOD", "PUBLISH");
    new ZoneObservances(zone, start, end.orElse(start)).addTo(lines);
    addEvent(lines);
    return lines.add("END", "VCALENDAR").toString();
  }

  private void addEvent(ContentLines lines) {
    lines.add("BEGIN", "VEVENT").addText("UID", uid);
    lines.add("SEQUENCE", Long.toString(sequence));
    lines.add("DTSTAMP", local(changedAt.atOffset(ZoneOffset.UTC).toLocalDateTime()) + 'Z');
    lines.add("STATUS", cancelled ? "CANCELLED" : "CONFIRMED").addText("SUMMARY", title);
    place.ifPresent(where -> lines.addText("LOCATION", where));
    addTime(lines, "DTSTART", start);
    end.ifPresent(instant -> addTime(lines, "DTEND", instant));
    lines.add("END", "VEVENT");
  }

  private void addTime(ContentLines lines, String name, Instant instant) {
    lines.add(name + ";TZID=" + zone.getId(), local(instant.atZone(zone).toLocalDateTime()));
  }

  static String local(LocalDateTime time) {
    return LOCAL.format(time);
  }
}
