package id.tixgo.attendance.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What someone found out about a conflict.
 *
 * @param conflict the conflict's id
 */
public record Resolution(
    String eventId,
    String ticketId,
    String staff,
    Optional<Long> staffId,
    Instant at,
    String note,
    long conflict,
    long seq)
    implements Change {
  public Resolution {
    requireNonNull(eventId);
    ticketId = TicketCode.ofStored(ticketId);
    requireNonNull(staff);
    requireNonNull(staffId);
    requireNonNull(at);
    requireNonNull(note);
  }
}
