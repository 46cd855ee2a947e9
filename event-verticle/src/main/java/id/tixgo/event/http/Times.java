package id.tixgo.event.http;

import id.tixgo.common.http.Call;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.time.Timestamps;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Times in requests that are a place's own when they have no offset. */
final class Times {
  private Times() {}

  /** Fails with {@code VALIDATION_ERROR}. */
  static Instant body(String name, String text, ZoneId zone) {
    return parse("body." + name, text, zone);
  }

  /** Fails with {@code VALIDATION_ERROR}; empty when there is no such parameter. */
  static Optional<Instant> query(Call call, String name, ZoneId zone) {
    return call.query(name).map(text -> parse("query." + name, text, zone));
  }

  private static Instant parse(String location, String text, ZoneId zone) {
    return Timestamps.parse(text, zone)
        .orElseThrow(() -> Problem.invalid(location, Timestamps.WANTED_OF_PLACE, "format"));
  }
}
