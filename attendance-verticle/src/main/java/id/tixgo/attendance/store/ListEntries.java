package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.Ticket;
import id.tixgo.attendance.store.Entry.Revocation;
import id.tixgo.attendance.store.Entry.RulesSet;
import id.tixgo.attendance.store.Entry.TicketSet;
import id.tixgo.attendance.store.Entry.TicketsRemoved;
import id.tixgo.attendance.store.Entry.TicketsSet;
import id.tixgo.common.store.EntryTypes;
import java.util.List;

/** What entries of ticket lists and rules do to events. */
final class ListEntries {
  private final EventAggregates events;
  private final StringPool names;

  ListEntries(EventAggregates events, StringPool names) {
    this.events = requireNonNull(events);
    this.names = requireNonNull(names);
  }

  EntryTypes register(EntryTypes types) {
    return types
        .with("rules", RulesSet.class, this::set, this::changed)
        .with("tickets", TicketsSet.class, this::set, this::changed)
        .with("ticket", TicketSet.class, this::set, this::changed)
        .with("tickets_removed", TicketsRemoved.class, this::remove, this::changed)
        .with("revocation", Revocation.class, this::set);
  }

  private void set(RulesSet set) {
    events.get(set.eventId()).setRules(set.rules());
  }

  private void changed(RulesSet set) {
    changes(set.eventId()).add(List.of());
  }

  private void set(TicketsSet set) {
    EventTickets list = list(set.eventId());
    if (set.replace()) {
      list.tickets.clear();
    }
    list.put(set.tickets().stream().map(names::share).toList());
  }

  private void changed(TicketsSet set) {
    if (set.replace()) {
      changes(set.eventId()).addAll();
    } else {
      changes(set.eventId()).add(set.tickets().stream().map(Ticket::ticketId).toList());
    }
  }

  private void set(TicketSet set) {
    list(set.eventId()).tickets.set(set.ticket());
  }

  private void changed(TicketSet set) {
    changes(set.eventId()).add(List.of(set.ticket().ticketId()));
  }

  private void remove(TicketsRemoved removed) {
    EventAggregate book = events.get(removed.eventId());
    book.list.remove(book.passages.willCount().lastSeq());
  }

  private void changed(TicketsRemoved removed) {
    changes(removed.eventId()).addAll();
  }

  private void set(Revocation revocation) {
    list(revocation.eventId()).tickets.setRevoked(revocation.ticket());
  }

  private EventTickets list(String eventId) {
    return events.get(eventId).list;
  }

  private ListChanges changes(String eventId) {
    return list(eventId).changes;
  }
}
