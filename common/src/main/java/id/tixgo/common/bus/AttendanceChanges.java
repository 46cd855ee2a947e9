package id.tixgo.common.bus;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Said on {@link Bus#ATTENDANCE_CHANGES} as it happens; what happens at once is said at once.
 *
 * @param changes in the order of their {@code seq}
 */
public record AttendanceChanges(String eventId, List<Change> changes) {
  public AttendanceChanges {
    requireNonNull(eventId);
    changes = List.copyOf(changes);
  }

  /**
   * One change.
   *
   * @param seq the change's place in its event's order
   */
  public record Change(String ticketId, long seq) {
    public Change {
      requireNonNull(ticketId);
    }
  }
}
