package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.Ticket;
import id.tixgo.common.clients.ticketing.TicketFacts;
import id.tixgo.common.clients.ticketing.TicketTypeFacts;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.store.feed.FeedSubscriber;
import java.util.List;
import java.util.Optional;

/** What Ticketing's feed tells of, on the lists of its events. */
public final class SoldTickets implements FeedSubscriber {
  /** Why a ticket is refused whose place somebody took before it was passed on. */
  private static final String ENTERED = "ENTERED";

  private final EventAggregates events;
  private final StringPool names;

  /** A ticket type isn't sold any more. */
  record TypeRemoved(String eventId, String id) {}

  /** All that a feed has told of is taken back. */
  record SalesForgotten(String feed) {}

  SoldTickets(EventAggregates events, StringPool names) {
    this.events = requireNonNull(events);
    this.names = requireNonNull(names);
  }

  EntryTypes register(EntryTypes types) {
    return types
        .with("ticket_type", TicketTypeFacts.class, this::put, this::changed)
        .with("ticket_type_removed", TypeRemoved.class, this::remove, this::changed)
        .with("sold_ticket", SoldTicket.class, this::put, this::changed)
        .with("sales_forgotten", SalesForgotten.class, this::clear, this::changed);
  }

  @Override
  public void apply(FeedMessage message, Appender entries) {
    switch (message.type()) {
      case TicketTypeFacts.MADE, TicketTypeFacts.CHANGED ->
          entries.add(message.data(TicketTypeFacts.class));
      case TicketTypeFacts.REMOVED -> entries.add(removed(message.data(TicketTypeFacts.class)));
      case TicketFacts.ISSUED, TicketFacts.TRANSFERRED, TicketFacts.RENAMED, TicketFacts.REVOKED ->
          entries.add(sold(message.data(TicketFacts.class)));
      default -> {}
    }
  }

  @Override
  public void forget(Appender entries) {
    entries.add(new SalesForgotten("ticketing"));
  }

  private static TypeRemoved removed(TicketTypeFacts type) {
    return new TypeRemoved(type.eventId(), type.id());
  }

  private SoldTicket sold(TicketFacts facts) {
    Ticket ticket =
        new Ticket(
            facts.code(),
            facts.holderName(),
            Optional.of(facts.ticketType()),
            facts.gates(),
            usedUp(facts).or(facts::reason).or(() -> revokedByStaff(facts)));
    return new SoldTicket(
        facts.eventId(), facts.ticketTypeId(), ticket, facts.reason().isPresent());
  }

  /** A place lets in one: whoever enters and then passes the ticket on has passed on nothing. */
  private Optional<String> usedUp(TicketFacts facts) {
    EventAggregate event = events.get(facts.eventId());
    boolean used =
        isUsedUp(event, facts.code())
            || facts
                .replaces()
                .filter(old -> event.hasEntered(old) || isUsedUp(event, old))
                .isPresent();
    return used ? Optional.of(ENTERED) : Optional.empty();
  }

  private static boolean isUsedUp(EventAggregate event, String code) {
    return event
        .list
        .sold
        .find(code)
        .flatMap(known -> known.ticket().revoked())
        .filter(ENTERED::equals)
        .isPresent();
  }

  /** A ticket that has another name is still the one that staff revoked. */
  private Optional<String> revokedByStaff(TicketFacts facts) {
    return list(facts.eventId())
        .sold
        .find(facts.code())
        .filter(known -> !known.takenBack())
        .flatMap(known -> known.ticket().revoked());
  }

  private void put(TicketTypeFacts type) {
    list(type.eventId()).sold.put(type);
  }

  private void changed(TicketTypeFacts type) {
    list(type.eventId()).changes.addAll();
  }

  private void remove(TypeRemoved removed) {
    list(removed.eventId()).sold.removeType(removed.id());
  }

  private void changed(TypeRemoved removed) {
    list(removed.eventId()).changes.addAll();
  }

  private void put(SoldTicket sold) {
    list(sold.eventId()).sell(names.share(sold));
  }

  private void changed(SoldTicket sold) {
    list(sold.eventId()).changes.add(List.of(sold.code()));
  }

  private void clear(SalesForgotten forgotten) {
    events.all().forEach(event -> event.list.sold.clear());
  }

  private void changed(SalesForgotten forgotten) {
    events.all().forEach(event -> event.list.changes.addAll());
  }

  private EventTickets list(String eventId) {
    return events.get(eventId).list;
  }
}
