package id.tixgo.gateway.graphql;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/** Times as clocks show them where something takes place. */
final class LocalTimes {
  private LocalTimes() {}

  /** A member of what REST answered, in its {@code time_zone}; empty when there is no such time. */
  static Optional<String> of(Map<String, Object> json, String member) {
    return Optional.ofNullable((String) json.get(member))
        .map(OffsetDateTime::parse)
        .map(moment -> moment.atZoneSameInstant(ZoneId.of((String) json.get("time_zone"))))
        .map(DateTimeFormatter.ISO_LOCAL_DATE_TIME::format);
  }
}
