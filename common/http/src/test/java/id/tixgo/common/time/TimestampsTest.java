package id.tixgo.common.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimestampsTest {
  @Test
  void formatShouldAlwaysShowMicroseconds() {
    assertEquals("2026-01-03T13:25:53.415880Z", show("2026-01-03T13:25:53.41588Z"));
    assertEquals("2026-01-03T13:25:53.000000Z", show("2026-01-03T13:25:53Z"));
    assertEquals("2026-01-03T13:25:53.000001Z", show("2026-01-03T13:25:53.000001999Z"));
  }

  @Test
  void formatShouldKeepSecondsApartWhenTheyTakeTurns() {
    for (int i = 0; i < 1000; i++) {
      assertEquals("2026-01-03T13:25:53.000000Z", show("2026-01-03T13:25:53Z"));
      assertEquals("1999-12-31T23:59:59.999999Z", show("1999-12-31T23:59:59.999999Z"));
    }
  }

  @Test
  void parseShouldBringAnyOffsetToUtc() {
    assertEquals(
        Optional.of(Instant.parse("2026-12-31T12:00:00Z")),
        Timestamps.parse("2026-12-31T19:00:00+07:00"));
  }

  @Test
  void formatShouldAgreeWithTheLibrary() {
    DateTimeFormatter library =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    new Random(1)
        .longs(10_000, -62_167_219_200L, 253_402_300_800L)
        .mapToObj(
            second -> Instant.ofEpochSecond(second, Math.floorMod(second * 7_919, 1_000_000_000L)))
        .forEach(time -> assertEquals(library.format(time), Timestamps.format(time)));
  }

  @Test
  void parseShouldReadWhatFormatWroteAndRefuseWhatDoesNotExist() {
    String shown = "2028-02-29T23:59:59.000001Z";
    assertEquals(at("2028-02-29T23:59:59.000001Z"), Timestamps.parse(shown));
    assertEquals(shown, Timestamps.format(Timestamps.parse(shown).orElseThrow()));
    assertTrue(Timestamps.parse("2027-02-29T23:59:59.000001Z").isEmpty());
    assertTrue(Timestamps.parse("2028-02-29T24:00:00.000000Z").isEmpty());
    assertTrue(Timestamps.parse("2028-02-29T23:59:60.000000Z").isEmpty());
    assertTrue(Timestamps.parse("2028-02-29T23:59:59.00000aZ").isEmpty());
    assertTrue(Timestamps.parse("2028-02-29T23:59:59.000\u0663\u06631Z").isEmpty());
  }

  @Test
  void parseShouldRefuseWhatHasNoOffset() {
    assertTrue(Timestamps.parse("2026-12-31T19:00:00").isEmpty());
    assertTrue(Timestamps.parse("tomorrow").isEmpty());
  }

  @Test
  void parseShouldRefuseYearsThatFourDigitsCantSay() {
    assertTrue(Timestamps.parse("-999999999-01-01T00:00:00+18:00").isEmpty());
    assertTrue(Timestamps.parse("+999999999-12-31T23:59:59-18:00").isEmpty());
    assertTrue(Timestamps.parse("9999-12-31T23:00:00-07:00").isEmpty());
    assertTrue(Timestamps.parse("0000-01-01T00:00:00Z").isPresent());
  }

  @Test
  void parseShouldReadWhatHasNoOffsetInTheZone() {
    assertEquals(at("2026-12-31T12:00:00Z"), in("Asia/Jakarta", "2026-12-31T19:00:00"));
    assertEquals(at("2026-12-31T10:00:00Z"), in("Asia/Jayapura", "2026-12-31T19:00"));
    assertEquals(at("2026-12-31T19:00:00Z"), in("Asia/Jakarta", "2026-12-31T19:00:00Z"));
  }

  @Test
  void parseShouldTakeTheEarlierOfTwoTimesAndNoneThatClocksLeaveOut() {
    assertEquals(at("2026-10-25T00:30:00Z"), in("Europe/Paris", "2026-10-25T02:30:00"));
    assertEquals(Optional.empty(), in("Europe/Paris", "2026-03-29T02:30:00"));
    assertEquals(Optional.empty(), in("America/New_York", "9999-12-31T23:00:00"));
    assertEquals(Optional.empty(), in("Asia/Jakarta", "tomorrow"));
  }

  private static Optional<Instant> in(String zone, String text) {
    return Timestamps.parse(text, ZoneId.of(zone));
  }

  private static Optional<Instant> at(String instant) {
    return Optional.of(Instant.parse(instant));
  }

  private static String show(String instant) {
    return Timestamps.format(Instant.parse(instant));
  }
}
