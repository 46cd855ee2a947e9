package id.tixgo.attendance.domain;

import java.util.List;
import java.util.Optional;

/** Who is in, and everything that happened at the doors. */
public interface AttendanceQueries {
  Counts counts(String eventId);

  /**
   * How many check-ins counted when that change was the last: as many as {@link #checkIns} lists up
   * to it. Looks at each change since.
   */
  long checkedIn(String eventId, long upTo);

  /** The check-ins that count, with {@code after < seq <= upTo}, in that order. */
  List<ScanRecord> checkIns(String eventId, long after, long upTo, int limit);

  /** Whatever happened, with {@code after < seq <= after + limit}, in that order. */
  List<Change> changes(String eventId, long after, int limit);

  /** The last change that the feed has no more; 0 while it has all of them. */
  long forgotten(String eventId);

  /** What is known of all that happened to a ticket. */
  List<Change> story(String eventId, String ticketId);

  /** What is known of a ticket; {@link TicketState#NEW} of one that nothing has happened to. */
  TicketState ticket(String eventId, String ticketId);

  /** The name of the account of that number; empty when it checked nobody in. */
  Optional<String> nameOf(long id);

  /**
   * The check-ins that someone made, at one event or at all, and how many they are; of one moment.
   */
  CheckInList checkInsBy(Whose whose, Optional<String> eventId, long offset, int limit);

  /** In the order in which the later entries came. */
  List<Conflict> conflicts(String eventId);

  /** With the minutes of the last hour. */
  EventStats stats(String eventId);

  /** With all minutes. */
  EventStats wholeStats(String eventId);
}
