package id.tixgo.event.http;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.time.Timestamps;
import id.tixgo.event.domain.EventDetails;
import id.tixgo.event.domain.EventStatus;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
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
    String status) {

  /**
   * @param otherwise the status when the body names none
   */
  EventDetails toDetails(EventStatus otherwise) {
    return new EventDetails(
        title,
        Optional.ofNullable(description),
        Optional.ofNullable(location),
        time("start_time", startTime),
        Optional.ofNullable(endTime).map(time -> time("end_time", time)),
        Optional.ofNullable(capacity),
        Optional.ofNullable(status).map(EventStatus::of).orElse(otherwise));
  }

  /** The id that the caller wants the new event to have. */
  Optional<String> wantedId() {
    return Optional.ofNullable(id);
  }

  /** The details with what {@code patch} names replaced: null takes a detail away. */
  static EventDetails patched(EventDetails details, JsonObject patch) {
    JsonObject merged = JsonObject.mapFrom(of(details)).mergeIn(patch);
    return merged.mapTo(EventBody.class).toDetails(details.status());
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
        details.status().json());
  }

  private static Instant time(String name, String text) {
    return Timestamps.parse(text)
        .orElseThrow(() -> Problem.invalid("body." + name, Timestamps.WANTED, "format"));
  }
}
