package id.tixgo.attendance.domain;

import id.tixgo.common.scope.Once;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The tickets that events have sold. Each change is one atomic step. */
public interface TicketLists {
  /** Makes the list, beside what is sold; completes with its length. */
  Future<Integer> replace(String eventId, List<Ticket> tickets);

  /** Adds to the list; completes with its length. */
  Future<Integer> add(String eventId, List<Ticket> tickets, Once<Integer> once);

  default Future<Integer> add(String eventId, List<Ticket> tickets) {
    return add(eventId, tickets, Once.eachTime());
  }

  /**
   * Takes the list away, so that any ticket is good where none are sold; completes with the length
   * that it had. Fails with {@code NOT_FOUND} when there is none.
   */
  Future<Integer> remove(String eventId);

  /**
   * Fails with {@code NOT_FOUND} when the ticket isn't on the list, and with {@code TICKET_REVOKED}
   * when who sold it has revoked it.
   */
  Future<Ticket> setRevoked(
      String eventId, String ticketId, Optional<String> reason, Once<Ticket> once);

  default Future<Ticket> setRevoked(String eventId, String ticketId, Optional<String> reason) {
    return setRevoked(eventId, ticketId, reason, Once.eachTime());
  }

  Optional<Ticket> find(String eventId, String ticketId);

  /**
   * Those whose code or holder is found by the text, in the order of their codes; all of one
   * moment. Not for an event loop: a list is long, and is waited for while another one takes its
   * place.
   */
  FoundTickets search(String eventId, String text);

  /** Where no list was uploaded and nothing is sold, every ticket is good. */
  boolean isListed(String eventId);

  /** A higher number whenever the list, a ticket of it or a rule changed. */
  long version(String eventId);

  /** The tickets that changed after a version; empty when that can't be said: read them all. */
  Optional<List<Ticket>> changedSince(String eventId, long version);

  Rules rules(String eventId);

  Future<Rules> setRules(String eventId, Rules rules);
}
