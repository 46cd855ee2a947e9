package id.tixgo.portal.domain;

/**
 * An event's numbers.
 *
 * @param totalRegistered the tickets on its list; 0 without one
 */
public record Stats(long totalRegistered, long totalCheckedIn) {
  /** Checked in of registered, in percent, rounded half up; 0 without a list. */
  public long checkinPercentage() {
    return totalRegistered == 0 ? 0 : Math.round(100.0 * totalCheckedIn / totalRegistered);
  }
}
