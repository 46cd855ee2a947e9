package id.tixgo.common.time;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** Time zones by their IANA names. */
public final class TimeZones {
  /** The zone of whatever names none. */
  public static final String USUAL = "Asia/Jakarta";

  /** What a client is told that has sent something else. */
  public static final String WANTED = "is no time zone, as " + USUAL + " is one";

  private static final Set<String> KNOWN = Set.copyOf(ZoneId.getAvailableZoneIds());

  private TimeZones() {}

  /** Empty when no zone has that name. */
  public static Optional<ZoneId> find(String name) {
    return Optional.of(name).filter(KNOWN::contains).map(ZoneId::of);
  }
}
