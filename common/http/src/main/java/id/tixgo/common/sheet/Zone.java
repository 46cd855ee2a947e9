package id.tixgo.common.sheet;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Call;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.time.TimeZones;
import id.tixgo.common.time.Timestamps;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The time zone of a sheet's times. */
public record Zone(ZoneId id) {
  private static final Instant FIRST = Instant.parse("1900-01-02T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");

  public Zone {
    requireNonNull(id);
  }

  /** The IANA zone that {@code ?tz=} names, else UTC; fails with {@code VALIDATION_ERROR}. */
  public static Zone of(Call call) {
    String name = call.query("tz").orElse("UTC");
    return TimeZones.find(name)
        .map(Zone::new)
        .orElseThrow(() -> Problem.invalid("query.tz", TimeZones.WANTED, "time_zone"));
  }

  /** The local time to the second; as text in UTC where spreadsheets have no dates. */
  public Object local(Instant at) {
    return at.isBefore(FIRST) || at.isAfter(LAST)
        ? Timestamps.format(at)
        : LocalDateTime.ofInstant(at, id).truncatedTo(ChronoUnit.SECONDS);
  }
}
