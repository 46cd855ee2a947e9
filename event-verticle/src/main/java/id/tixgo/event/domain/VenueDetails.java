package id.tixgo.event.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.time.TimeZones;
import java.util.Optional;

/**
 * What an organiser says of a venue.
 *
 * @param timeZone IANA name of the zone that its clocks show
 * @param capacity how many people fit in, in all
 */
public record VenueDetails(
    String name, Optional<String> address, String timeZone, Optional<Integer> capacity) {
  public VenueDetails {
    requireNonNull(name);
    requireNonNull(address);
    requireNonNull(capacity);
    if (TimeZones.find(timeZone).isEmpty()) {
      throw Problem.invalid("body.time_zone", TimeZones.WANTED, "time_zone");
    }
  }
}
