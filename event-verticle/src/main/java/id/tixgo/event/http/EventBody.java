package id.tixgo.event.http;

import id.tixgo.common.time.Timestamps;
import id.tixgo.event.domain.EventDetails;
import id.tixgo.event.domain.EventPlace;
import id.tixgo.event.domain.EventStatus;
import id.tixgo.event.domain.Venues;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.Optional;

/** What {@code POST} and {@code PUT} take, or with parts of it {@code PATCH}. */
record EventBody(
    String id,
    String title,
    String description,
    String location,
    String startTime,
    String endTime,
    Integer capacity,
    String status,
    Integer venueId,
    Integer roomId,
    String timeZone,
    String imageUrl,
    boolean sales) {

  /**
   * @param otherwise the status when the body names none
   * @param venues whose zones times without an offset are read in
   */
  EventDetails toDetails(EventStatus otherwise, Venues venues) {
    EventPlace place = new EventPlace(Optional.ofNullable(venueId), Optional.ofNullable(roomId));
    ZoneId zone = venues.zone(place, Optional.ofNullable(timeZone));
    return new EventDetails(
        title,
        Optional.ofNullable(description),
        Optional.ofNullable(location),
        Times.body("start_time", startTime, zone),
        Optional.ofNullable(endTime).map(time -> Times.body("end_time", time, zone)),
        Optional.ofNullable(capacity),
        Optional.ofNullable(status).map(EventStatus::of).orElse(otherwise),
        place,
        Optional.ofNullable(timeZone),
        Optional.ofNullable(imageUrl),
        sales);
  }

  /** The id that the caller wants the new event to have. */
  Optional<String> wantedId() {
    return Optional.ofNullable(id);
  }

  /** The details with what {@code patch} names replaced: null takes a detail away. */
  static EventDetails patched(EventDetails details, JsonObject patch, Venues venues) {
    JsonObject merged = JsonObject.mapFrom(of(details)).mergeIn(patch);
    return merged.mapTo(EventBody.class).toDetails(details.status(), venues);
  }

  private static EventBody of(EventDetails details) {
    return new EventBody(
        null,
        details.title(),
        details.description().orElse(null),
        details.location().orElse(null),
        Timestamps.format(details.startTime()),
        details.endTime().map(Timestamps::format).orElse(null),
        details.capacity().orElse(null),
        details.status().json(),
        details.place().venueId().orElse(null),
        details.place().roomId().orElse(null),
        details.timeZone().orElse(null),
        details.imageUrl().orElse(null),
        details.sales());
  }
}
