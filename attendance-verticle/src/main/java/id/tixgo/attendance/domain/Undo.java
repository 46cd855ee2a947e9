package id.tixgo.attendance.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A check-in that was taken back, so that the ticket can enter again.
 *
 * @param undoneSeq the check-in's {@code seq}
 */
public record Undo(
    String eventId,
    String ticketId,
    String staff,
    Instant at,
    String reason,
    long undoneSeq,
    long seq)
    implements Change {
  public Undo {
    requireNonNull(eventId);
    ticketId = TicketCode.ofStored(ticketId);
    requireNonNull(staff);
    requireNonNull(at);
    requireNonNull(reason);
  }

  /** The same for another check-in of the ticket. */
  public Undo of(long checkInSeq) {
    return new Undo(eventId, ticketId, staff, at, reason, checkInSeq, seq);
  }
}
