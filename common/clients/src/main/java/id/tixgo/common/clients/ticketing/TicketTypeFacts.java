package id.tixgo.common.clients.ticketing;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What Ticketing's feed says of a ticket type. An event's first one makes its ticket list closed:
 * from then on only tickets that are known enter.
 *
 * @param name its code, one an event: {@code REGULAR}
 * @param title what people read
 * @param gates where its tickets enter; empty for any gate
 */
public record TicketTypeFacts(
    String id, String eventId, String name, String title, List<String> gates) {
  public static final String MADE = "ticket_type_made";
  public static final String CHANGED = "ticket_type_changed";
  public static final String REMOVED = "ticket_type_deleted";

  public TicketTypeFacts {
    requireNonNull(id);
    requireNonNull(eventId);
    requireNonNull(name);
    requireNonNull(title);
    gates = List.copyOf(gates);
  }
}
