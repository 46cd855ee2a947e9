package id.tixgo.ticketing.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which language is taken, and how it writes times. */
class LanguageTest {
  private static final Instant START = Instant.parse("2026-12-31T12:00:00Z");

  @Test
  void theOneThatIsWantedMostShouldBeTaken() {
    assertEquals(Language.INDONESIAN, Language.preferred("id"));
    assertEquals(Language.INDONESIAN, Language.preferred("id-ID,id;q=0.9,en;q=0.8"));
    assertEquals(Language.INDONESIAN, Language.preferred("fr, in;q=0.5"));
    assertEquals(Language.ENGLISH, Language.preferred("en-GB, id;q=0.5"));
    assertEquals(Language.ENGLISH, Language.preferred("fr"));
    assertEquals(Language.ENGLISH, Language.preferred("*"));
    assertEquals(Language.ENGLISH, Language.preferred("id;q=x"));
    assertEquals(Language.ENGLISH, Language.preferred(""));
  }

  @Test
  void severalDaysShouldTakeTwoLines() {
    assertEquals(
        "Thursday, 31 December 2026, 21:00\n– Saturday, 2 January 2027, 01:30 WIT",
        times(
            Language.ENGLISH, Optional.of(Instant.parse("2027-01-01T16:30:00Z")), "Asia/Jayapura"));
  }

  @Test
  void anOpenEndShouldNotBeMadeUp() {
    assertEquals(
        "Kamis, 31 Desember 2026, 20.00 WITA",
        times(Language.INDONESIAN, Optional.empty(), "Asia/Makassar"));
  }

  @Test
  void theZonesNameShouldBeThatOfTheSeason() {
    assertEquals(
        "Thursday, 31 December 2026, 13:00 CET",
        times(Language.ENGLISH, Optional.empty(), "Europe/Berlin"));
    assertEquals(
        "Wednesday, 1 July 2026, 14:00 CEST",
        Language.ENGLISH.times(
            Instant.parse("2026-07-01T12:00:00Z"), Optional.empty(), ZoneId.of("Europe/Berlin")));
  }

  private static String times(Language language, Optional<Instant> end, String zone) {
    return language.times(START, end, ZoneId.of(zone));
  }
}
