package id.tixgo.common.clients.ticketing;

import static java.util.Objects.requireNonNull;

/**
 * Published on {@link #address}, at most four times a second: of the event there may be more or
 * less left than before.
 *
 * @param version rises with each change
 */
public record AvailabilityChange(String eventId, long version) {
  public AvailabilityChange {
    requireNonNull(eventId);
  }

  /** Where the changes of one event are published. */
  public static String address(String eventId) {
    return "ticketing.availability." + eventId;
  }
}
