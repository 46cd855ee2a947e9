package id.tixgo.common.clients.attendance;

import static java.util.Objects.requireNonNull;

/** How many tickets of an event are checked in, and how many of those that were sold are good. */
public record DoorNumbers(Long totalCheckedIn, long totalSold) {
  public DoorNumbers {
    requireNonNull(totalCheckedIn);
  }
}
