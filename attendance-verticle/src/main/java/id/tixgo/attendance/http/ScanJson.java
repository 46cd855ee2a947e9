package id.tixgo.attendance.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.Ticket;
import id.tixgo.attendance.domain.TicketLists;
import java.util.Optional;

/** A change of an event's feed, with whose ticket it is about, by the list as it is now. */
record ScanJson(@JsonUnwrapped ChangeJson change, String holderName, String ticketType) {
  static ScanJson of(Change change, TicketLists lists) {
    Optional<Ticket> ticket = lists.find(change.eventId(), change.ticketId());
    return new ScanJson(
        ChangeJson.of(change),
        ticket.flatMap(Ticket::holderName).orElse(null),
        ticket.flatMap(Ticket::ticketType).orElse(null));
  }
}
