package id.tixgo.portal.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A ticket that was let in.
 *
 * @param checkedInBy the username of who let it in
 */
public record CheckIn(
    String checkinId, String eventId, String ticketId, String checkedInBy, Instant checkedInAt) {
  public CheckIn {
    requireNonNull(checkinId);
    requireNonNull(eventId);
    requireNonNull(ticketId);
    requireNonNull(checkedInBy);
    requireNonNull(checkedInAt);
  }
}
