package id.tixgo.attendance.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An event in numbers.
 *
 * @param registered tickets on the event's list
 * @param sold those of them that Ticketing sold
 * @param gateToCount check-ins by gate; those without one under the empty name
 * @param typeToCount check-ins by the type of ticket, of those on the list
 * @param minuteToCount check-ins by minute, of the last hour or all
 * @param refusalToCount scans that were turned away, by why
 * @param deviceToLastSeen when each scanner last scanned
 */
public record EventStats(
    Counts counts,
    long registered,
    long sold,
    Map<String, Long> gateToCount,
    Map<String, Long> staffToCount,
    Map<String, Long> typeToCount,
    Map<Instant, Long> minuteToCount,
    Map<String, Long> refusalToCount,
    Map<String, Instant> deviceToLastSeen,
    Optional<Instant> lastScanAt) {
  public EventStats {
    requireNonNull(counts);
    gateToCount = Map.copyOf(gateToCount);
    staffToCount = Map.copyOf(staffToCount);
    typeToCount = Map.copyOf(typeToCount);
    minuteToCount = Map.copyOf(minuteToCount);
    refusalToCount = Map.copyOf(refusalToCount);
    deviceToLastSeen = Map.copyOf(deviceToLastSeen);
    requireNonNull(lastScanAt);
  }

  /** Without the names of people and their devices. */
  public EventStats withoutNames() {
    return new EventStats(
        counts,
        registered,
        sold,
        gateToCount,
        Map.of(),
        typeToCount,
        minuteToCount,
        refusalToCount,
        Map.of(),
        lastScanAt);
  }
}
