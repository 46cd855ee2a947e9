package id.tixgo.attendance.domain;

import java.util.List;
import java.util.Optional;

/** Who is in, and everything that happened at the doors. */
public interface AttendanceBook {
  Counts counts(String eventId);

  /** The check-ins that count, with {@code after < seq <= upTo}, in that order. */
  List<ScanRecord> checkIns(String eventId, long after, long upTo, int limit);

  /** Whatever happened, with {@code seq > after}, in that order. */
  List<Change> changes(String eventId, long after, int limit);

  /** All that happened to a ticket. */
  List<Change> story(String eventId, String ticketId);

  /** How many check-ins a member of staff made, at one event or at all. */
  long totalBy(String staff, Optional<String> eventId);

  /** Those check-ins, grouped by event, in the order of entry within each. */
  List<ScanRecord> checkInsBy(String staff, Optional<String> eventId, long offset, int limit);

  /** In the order in which they showed. */
  List<Conflict> conflicts(String eventId);

  EventStats stats(String eventId);
}
