package id.tixgo.attendance.http.sheet;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Call;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.time.Timestamps;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** The time zone of a sheet's times. */
public record Zone(ZoneId id) {
  private static final Set<String> KNOWN = Set.copyOf(ZoneId.getAvailableZoneIds());
  private static final Instant FIRST = Instant.parse("1900-01-02T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");

  public Zone {
    requireNonNull(id);
  }

  /** The IANA zone that {@code ?tz=} names, else UTC; fails with {@code VALIDATION_ERROR}. */
  public static Zone of(Call call) {
    String name = call.query("tz").orElse("UTC");
    if (!KNOWN.contains(name)) {
      throw Problem.invalid("query.tz", "is no time zone, as Asia/Jakarta is one", "time_zone");
    }
    return new Zone(ZoneId.of(name));
  }

  /** The local time to the second; as text in UTC where spreadsheets have no dates. */
  public Object local(Instant at) {
    return at.isBefore(FIRST) || at.isAfter(LAST)
        ? Timestamps.format(at)
        : LocalDateTime.ofInstant(at, id).truncatedTo(ChronoUnit.SECONDS);
  }
}
