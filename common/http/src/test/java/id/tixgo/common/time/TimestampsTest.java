package id.tixgo.common.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
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

  private static String show(String instant) {
    return Timestamps.format(Instant.parse(instant));
  }
}
