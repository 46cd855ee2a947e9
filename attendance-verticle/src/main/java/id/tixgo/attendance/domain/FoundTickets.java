package id.tixgo.attendance.domain;

import java.util.List;

/**
 * Tickets of an event's list.
 *
 * @param listed whether the event has a list at all
 */
public record FoundTickets(boolean listed, List<Ticket> tickets) {
  public static final FoundTickets NONE = new FoundTickets(false, List.of());

  public FoundTickets {
    tickets = List.copyOf(tickets);
  }
}
