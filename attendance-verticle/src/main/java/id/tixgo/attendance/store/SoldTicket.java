package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.Ticket;
import id.tixgo.common.clients.ticketing.TicketTypeFacts;
import io.vertx.core.shareddata.Shareable;
import java.util.Optional;

/**
 * A ticket that Ticketing has issued.
 *
 * @param ticketTypeId the type whose gates are the ticket's
 * @param ticket as it was told last; revoked by staff, or as Ticketing says
 * @param takenBack whether Ticketing has revoked it: then nobody else can make it good
 */
record SoldTicket(String eventId, String ticketTypeId, Ticket ticket, boolean takenBack)
    implements Shareable {
  SoldTicket {
    requireNonNull(eventId);
    requireNonNull(ticketTypeId);
    requireNonNull(ticket);
  }

  String code() {
    return ticket.ticketId();
  }

  SoldTicket withRevoked(Optional<String> reason) {
    return new SoldTicket(eventId, ticketTypeId, ticket.withRevoked(reason), takenBack);
  }

  /** The ticket with the gates that its type has now; empty when there is no such type any more. */
  Ticket of(Optional<TicketTypeFacts> type) {
    return type.map(known -> ticket.withGates(known.gates())).orElse(ticket);
  }
}
