package id.tixgo.common.clients.attendance;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Published on {@link #address} as it happens; what happens at once is said at once.
 *
 * @param changes in the order of their {@code seq}
 */
public record AttendanceChanges(String eventId, List<Change> changes) {
  public AttendanceChanges {
    requireNonNull(eventId);
    changes = List.copyOf(changes);
  }

  /** Where the changes of one event are published. */
  public static String address(String eventId) {
    return "attendance.changes." + eventId;
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
