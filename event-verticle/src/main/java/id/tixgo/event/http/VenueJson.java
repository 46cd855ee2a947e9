package id.tixgo.event.http;

import id.tixgo.event.domain.Room;
import id.tixgo.event.domain.Venue;
import id.tixgo.event.domain.VenueDetails;
import java.util.List;

/** A venue as clients see it. */
record VenueJson(
    int id, String name, String address, String timeZone, Integer capacity, List<Room> rooms) {
  static VenueJson of(Venue venue) {
    VenueDetails details = venue.details();
    return new VenueJson(
        venue.id(),
        details.name(),
        details.address().orElse(null),
        details.timeZone(),
        details.capacity().orElse(null),
        venue.rooms());
  }
}
