package id.tixgo.attendance.http;

import id.tixgo.attendance.domain.Ticket;
import java.util.List;

/** A ticket on an event's list, as staff see it; null where nothing is known. */
record TicketJson(
    String ticketId, String holderName, String ticketType, List<String> gates, String revoked) {
  static TicketJson of(Ticket ticket) {
    return new TicketJson(
        ticket.ticketId(),
        ticket.holderName().orElse(null),
        ticket.ticketType().orElse(null),
        ticket.gates(),
        ticket.revoked().orElse(null));
  }
}
