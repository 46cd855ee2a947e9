package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.Presence;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Ticket;
import id.tixgo.attendance.domain.TicketState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A ticket on an event's list, and what has come of it. */
record ListedTicket(Ticket ticket, TicketState state) {
  /**
   * As staff see it.
   *
   * @param state {@code not_yet}, {@code in} or {@code out}
   */
  record Body(
      String ticketId,
      String holderName,
      String ticketType,
      List<String> gates,
      String revoked,
      String state,
      Instant checkedInAt,
      String checkedInGate,
      String checkedInBy) {}

  ListedTicket {
    requireNonNull(ticket);
    requireNonNull(state);
  }

  Presence presence() {
    return Presence.of(state);
  }

  /**
   * Whether it is asked for: {@code any}; {@code revoked}, wherever its holder is; {@code in} and
   * {@code out}; {@code not_yet} of those that may still come.
   */
  boolean is(String wanted) {
    boolean revoked = ticket.revoked().isPresent();
    return switch (wanted) {
      case "any" -> true;
      case "revoked" -> revoked;
      case "not_yet" -> presence() == Presence.NOT_YET && !revoked;
      default -> presence().json().equals(wanted);
    };
  }

  Body body() {
    Optional<ScanRecord> entry = state.checkIn();
    return new Body(
        ticket.ticketId(),
        ticket.holderName().orElse(null),
        ticket.ticketType().orElse(null),
        ticket.gates(),
        ticket.revoked().orElse(null),
        presence().json(),
        entry.map(ScanRecord::at).orElse(null),
        entry.map(ScanRecord::gate).map(RecordJson::nullIfEmpty).orElse(null),
        entry.map(ScanRecord::staff).orElse(null));
  }
}
