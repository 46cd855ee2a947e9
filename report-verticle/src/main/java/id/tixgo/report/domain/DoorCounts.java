package id.tixgo.report.domain;

import java.time.Instant;
import java.util.Map;

/**
 * Who has entered an event, as Attendance counts.
 *
 * @param typeToCount by the code of the ticket's type, of those on the event's list
 * @param minuteToCount by minute
 */
public record DoorCounts(
    long checkedIn, Map<String, Long> typeToCount, Map<Instant, Long> minuteToCount) {
  public DoorCounts {
    typeToCount = Map.copyOf(typeToCount);
    minuteToCount = Map.copyOf(minuteToCount);
  }
}
