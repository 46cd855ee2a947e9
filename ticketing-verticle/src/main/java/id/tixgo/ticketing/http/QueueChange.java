package id.tixgo.ticketing.http;

import static java.util.Objects.requireNonNull;

/**
 * Published on {@link #address}, at most once a second: places in the queue before an event's sale
 * aren't what they were.
 *
 * @param version rises with each change
 */
public record QueueChange(String eventId, long version) {
  public QueueChange {
    requireNonNull(eventId);
  }

  /** Where the changes of one event are published. */
  public static String address(String eventId) {
    return "ticketing.queue." + eventId;
  }
}
