package id.tixgo.attendance.store;

import id.tixgo.attendance.domain.Direction;
import id.tixgo.attendance.domain.Rules;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Entries of Attendance's store that are no changes of an event's feed. */
final class Entry {
  private Entry() {}

  record RulesSet(String eventId, Rules rules) {}

  /** Tickets that were added to a list, or became the list. */
  record TicketsSet(String eventId, boolean replace, List<Ticket> tickets) {
    TicketsSet {
      tickets = List.copyOf(tickets);
    }
  }

  /** An event has no list any more. */
  record TicketsRemoved(String eventId) {}

  /** One ticket as it is now. */
  record TicketSet(String eventId, Ticket ticket) {}

  /**
   * A ticket that is on no list, and was revoked while it was.
   *
   * @param reason empty once it is restored
   */
  record Revocation(String eventId, String ticketId, Optional<String> reason) {
    Ticket ticket() {
      return Ticket.unlisted(ticketId, reason);
    }
  }

  /** A check-in as version 1 wrote it. */
  record OldCheckIn(
      String eventId,
      String ticketId,
      String checkedInBy,
      Instant checkedInAt,
      String gate,
      String deviceId,
      long seq) {
    ScanRecord migrated() {
      return new ScanRecord(
          eventId,
          ticketId,
          checkedInBy,
          Optional.empty(),
          checkedInAt,
          gate,
          deviceId,
          Direction.IN,
          Optional.empty(),
          true,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          seq);
    }
  }
}
