package id.tixgo.attendance.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A check-in that was taken back, so that the ticket can enter again.
 *
 * @param undoneSeq the check-in's {@code seq}
 */
public record Undo(
    String eventId,
    String ticketId,
    String staff,
    Optional<Long> staffId,
    Instant at,
    String reason,
    long undoneSeq,
    long seq)
    implements Change {
  public Undo {
    requireNonNull(eventId);
    ticketId = TicketCode.ofStored(ticketId);
    requireNonNull(staff);
    requireNonNull(staffId);
    requireNonNull(at);
    requireNonNull(reason);
  }

  /** The same for another check-in of the ticket. */
  public Undo of(long checkInSeq) {
    return new Undo(eventId, ticketId, staff, staffId, at, reason, checkInSeq, seq);
  }
}
