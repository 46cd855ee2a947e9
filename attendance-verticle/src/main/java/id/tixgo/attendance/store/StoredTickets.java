package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.FoundTickets;
import id.tixgo.attendance.domain.Rules;
import id.tixgo.attendance.domain.Ticket;
import id.tixgo.attendance.domain.TicketCode;
import id.tixgo.attendance.domain.TicketLists;
import id.tixgo.attendance.store.Entry.Revocation;
import id.tixgo.attendance.store.Entry.RulesSet;
import id.tixgo.attendance.store.Entry.TicketSet;
import id.tixgo.attendance.store.Entry.TicketsRemoved;
import id.tixgo.attendance.store.Entry.TicketsSet;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.scope.Once;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.Store;
import id.tixgo.common.text.Blanks;
import id.tixgo.common.text.SearchText;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ticket lists and rules, changed through the store. */
public final class StoredTickets implements TicketLists {
  private final AttendanceState state;
  private final Store store;
  private final Context context;

  /**
   * @param context where answers are wanted
   */
  public StoredTickets(AttendanceState state, Store store, Context context) {
    this.state = requireNonNull(state);
    this.store = requireNonNull(store);
    this.context = requireNonNull(context);
  }

  @Override
  public Future<Integer> replace(String eventId, List<Ticket> tickets) {
    return set(eventId, true, tickets, Once.eachTime());
  }

  @Override
  public Future<Integer> add(String eventId, List<Ticket> tickets, Once<Integer> once) {
    return set(eventId, false, tickets, once);
  }

  @Override
  public Future<Integer> remove(String eventId) {
    return store.commit(
        context,
        entries -> {
          EventAggregate book = state.book(eventId);
          if (!book.list.willBeUploaded()) {
            throw Problem.notFound("The event has no ticket list.");
          }
          entries.add(new TicketsRemoved(eventId));
          return book.list.tickets.size();
        });
  }

  @Override
  public Future<Ticket> setRevoked(
      String eventId, String ticketId, Optional<String> reason, Once<Ticket> once) {
    return store.commit(
        context,
        state.requestKeys.once(
            once,
            entries ->
                state
                    .book(eventId)
                    .list
                    .sold
                    .find(ticketId)
                    .map(sold -> setRevoked(sold, reason, entries))
                    .orElseGet(() -> setRevoked(eventId, ticketId, reason, entries))));
  }

  @Override
  public Optional<Ticket> find(String eventId, String ticketId) {
    return state.find(eventId).flatMap(book -> book.list.get(ticketId));
  }

  @Override
  public FoundTickets search(String eventId, String text) {
    return state
        .find(eventId)
        .map(book -> book.list.all())
        .map(list -> search(list, text))
        .orElse(FoundTickets.NONE);
  }

  @Override
  public boolean isListed(String eventId) {
    return state.find(eventId).map(book -> book.list.isListed()).orElse(false);
  }

  @Override
  public long version(String eventId) {
    return state.find(eventId).map(book -> book.list.changes.version()).orElse(0L);
  }

  @Override
  public Optional<List<Ticket>> changedSince(String eventId, long version) {
    return state
        .find(eventId)
        .map(book -> book.list.changes.since(version).map(ids -> tickets(book, ids)))
        .orElse(version == 0 ? Optional.of(List.of()) : Optional.empty());
  }

  @Override
  public Rules rules(String eventId) {
    return state.find(eventId).map(EventAggregate::rules).orElse(Rules.NONE);
  }

  @Override
  public Future<Rules> setRules(String eventId, Rules rules) {
    return store.commit(
        context,
        entries -> {
          entries.add(new RulesSet(eventId, rules));
          return rules;
        });
  }

  private static FoundTickets search(FoundTickets list, String text) {
    String part = SearchText.of(Blanks.cut(text));
    String code = TicketCode.of(text).map(SearchText::of).orElse(part);
    return new FoundTickets(
        list.listed(),
        list.tickets().stream()
            .filter(ticket -> contains(ticket, code, part))
            .sorted(Comparator.comparing(Ticket::ticketId))
            .toList());
  }

  private Future<Integer> set(
      String eventId, boolean replace, List<Ticket> tickets, Once<Integer> once) {
    return store.commit(
        context,
        state.requestKeys.once(
            once,
            entries -> {
              EventAggregate book = state.book(eventId);
              entries.add(new TicketsSet(eventId, replace, tickets));
              return book.list.tickets.draftSize();
            }));
  }

  private static List<Ticket> tickets(EventAggregate book, Set<String> ids) {
    return ids.stream().flatMap(id -> book.list.get(id).stream()).toList();
  }

  private Ticket setRevoked(
      String eventId, String ticketId, Optional<String> reason, Appender entries) {
    Ticket changed = known(eventId, ticketId).withRevoked(reason);
    entries.add(entry(eventId, changed));
    return changed;
  }

  /** What Ticketing has revoked stays so: there is another ticket, or the money is back. */
  private static Ticket setRevoked(SoldTicket sold, Optional<String> reason, Appender entries) {
    if (sold.takenBack()) {
      throw Problem.of(
          ProblemKind.CONFLICT,
          "TICKET_REVOKED",
          "The ticket was revoked by who sold it: " + sold.ticket().revoked().orElse("") + ".");
    }
    SoldTicket changed = sold.withRevoked(reason);
    entries.add(changed);
    return changed.ticket();
  }

  private Ticket known(String eventId, String ticketId) {
    TicketList tickets = state.book(eventId).list.tickets;
    return tickets
        .staged(ticketId)
        .or(() -> tickets.revoked(ticketId))
        .orElseThrow(() -> Problem.notFound("The ticket is not on the event's list."));
  }

  private Record entry(String eventId, Ticket ticket) {
    return state.book(eventId).list.tickets.isListed(ticket)
        ? new TicketSet(eventId, ticket)
        : new Revocation(eventId, ticket.ticketId(), ticket.revoked());
  }

  private static boolean contains(Ticket ticket, String code, String part) {
    return SearchText.of(ticket.ticketId()).contains(code)
        || ticket.holderName().map(name -> SearchText.of(name).contains(part)).orElse(false);
  }
}
