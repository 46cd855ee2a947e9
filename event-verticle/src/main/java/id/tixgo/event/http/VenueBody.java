package id.tixgo.event.http;

import id.tixgo.common.time.TimeZones;
import id.tixgo.event.domain.VenueDetails;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** What {@code POST} and {@code PUT} take, or with parts of it {@code PATCH}. */
record VenueBody(String name, String address, String timeZone, Integer capacity) {
  VenueDetails toDetails() {
    return new VenueDetails(
        name,
        Optional.ofNullable(address),
        Optional.ofNullable(timeZone).orElse(TimeZones.USUAL),
        Optional.ofNullable(capacity));
  }

  /** The details with what {@code patch} names replaced: null takes a detail away. */
  static VenueDetails patched(VenueDetails details, JsonObject patch) {
    return JsonObject.mapFrom(of(details)).mergeIn(patch).mapTo(VenueBody.class).toDetails();
  }

  private static VenueBody of(VenueDetails details) {
    return new VenueBody(
        details.name(),
        details.address().orElse(null),
        details.timeZone(),
        details.capacity().orElse(null));
  }
}
