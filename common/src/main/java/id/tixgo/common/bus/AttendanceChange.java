package id.tixgo.common.bus;

import static java.util.Objects.requireNonNull;

/**
 * Said on {@link Bus#ATTENDANCE_CHANGES} as it happens.
 *
 * @param kind {@code check_in}
 * @param seq the change's place in its event's order, from 1 without a gap
 */
public record AttendanceChange(String kind, String eventId, String ticketId, long seq) {
  public AttendanceChange {
    requireNonNull(kind);
    requireNonNull(eventId);
    requireNonNull(ticketId);
  }
}
