package id.tixgo.ticketing.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** Calendar entries, read by somebody else's reader. */
class CalendarEntryTest {
  private static final Instant START = Instant.parse("2026-12-31T12:00:00Z");
  private static final Instant END = Instant.parse("2026-12-31T16:30:00Z");
  private static final Instant CHANGED = Instant.parse("2026-11-01T03:04:05Z");

  @Test
  void whatWasWrittenShouldBeRead() {
    VEvent event = event(entry("Konser Akbar", "Asia/Jakarta", Optional.of(END)));
    assertEquals("b-1@tixgo", event.getUid().getValue());
    assertEquals(7, event.getSequence().getValue());
    assertEquals("Konser Akbar", event.getSummary().getValue());
    assertEquals("Istora\nJl. Pintu Satu", event.getLocation().getValue());
    assertEquals(CHANGED, event.getDateTimeStamp().getValue().toInstant());
    assertEquals(START, event.getDateStart().getValue().toInstant());
    assertEquals(END, event.getDateEnd().getValue().toInstant());
    assertTrue(event.getStatus().isConfirmed());
  }

  @Test
  void timesShouldBeTheVenuesOwn() {
    String file = entry("Konser", "Asia/Jakarta", Optional.of(END)).file();
    assertTrue(file.contains("\r\nDTSTART;TZID=Asia/Jakarta:20261231T190000\r\n"), file);
    assertTrue(file.contains("\r\nTZOFFSETTO:+0700\r\n"), file);
  }

  @Test
  void aCancelledOneShouldSaySo() {
    CalendarEntry entry =
        new CalendarEntry(
            "b-1@tixgo",
            8,
            CHANGED,
            "Konser",
            Optional.empty(),
            START,
            Optional.empty(),
            ZoneId.of("Asia/Jakarta"),
            true);
    VEvent event = event(entry);
    assertTrue(event.getStatus().isCancelled());
    assertNull(event.getLocation());
    assertNull(event.getDateEnd());
  }

  /** The zone is in the file: a reader that knows its name by itself is told nothing else by it. */
  @Test
  void theZoneInTheFileShouldHaveTheOffsetsOfTheEvent() {
    Instant before = Instant.parse("2026-10-24T20:00:00Z");
    Instant after = Instant.parse("2026-10-25T03:00:00Z");
    for (String zone : new String[] {"Europe/Berlin", "America/New_York", "Asia/Jakarta", "UTC"}) {
      CalendarEntry entry =
          new CalendarEntry(
              "b",
              0,
              CHANGED,
              "x",
              Optional.empty(),
              before,
              Optional.of(after),
              ZoneId.of(zone),
              false);
      ICalendar calendar = calendar(entry);
      VTimezone inside = calendar.getTimezoneInfo().getComponents().iterator().next();
      TimeZone read = new biweekly.io.ICalTimeZone(inside);
      assertEquals(offset(zone, before), read.getOffset(before.toEpochMilli()), zone);
      assertEquals(offset(zone, after), read.getOffset(after.toEpochMilli()), zone);
    }
  }

  private static int offset(String zone, Instant instant) {
    return ZoneId.of(zone).getRules().getOffset(instant).getTotalSeconds() * 1000;
  }

  @Test
  void textsShouldComeThroughWhateverIsInThem() {
    for (String title :
        new String[] {
          "a;b,c\\d:e\"f", "line\nline\r\nline", "BEGIN:VEVENT\r\nUID:x", "é🎫日".repeat(60), "\\n"
        }) {
      CalendarEntry entry = entry(title, "Asia/Jakarta", Optional.of(END));
      assertEquals(title.replaceAll("\\R", "\n"), event(entry).getSummary().getValue());
      assertLinesAreShort(entry.file());
    }
  }

  @Test
  void controlCharactersShouldNotComeThrough() {
    assertEquals("a b", event(entry("a\u0000b", "UTC", Optional.of(END))).getSummary().getValue());
  }

  private static void assertLinesAreShort(String file) {
    assertTrue(file.endsWith("END:VCALENDAR\r\n"));
    for (String line : file.split("\r\n", -1)) {
      assertTrue(line.getBytes(UTF_8).length <= 75, line);
      assertTrue(line.indexOf('\n') < 0 && line.indexOf('\r') < 0, line);
    }
  }

  private static CalendarEntry entry(String title, String zone, Optional<Instant> end) {
    return new CalendarEntry(
        "b-1@tixgo",
        7,
        CHANGED,
        title,
        Optional.of("Istora\nJl. Pintu Satu"),
        START,
        end,
        ZoneId.of(zone),
        false);
  }

  private static VEvent event(CalendarEntry entry) {
    ICalendar calendar = calendar(entry);
    assertEquals(1, calendar.getEvents().size());
    return calendar.getEvents().get(0);
  }

  private static ICalendar calendar(CalendarEntry entry) {
    return Biweekly.parse(entry.file()).first();
  }
}
