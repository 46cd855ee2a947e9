package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.Rules;
import id.tixgo.attendance.domain.Ticket;
import id.tixgo.attendance.store.Entry.Revocation;
import id.tixgo.attendance.store.Entry.RulesSet;
import id.tixgo.attendance.store.Entry.TicketSet;
import id.tixgo.attendance.store.Entry.TicketsRemoved;
import id.tixgo.attendance.store.Entry.TicketsSet;
import java.util.List;
import java.util.stream.Stream;

/** The fewest entries that make an event, in an order in which they can be applied. */
record EventSnapshot(String eventId, EventAggregate book) {
  EventSnapshot {
    requireNonNull(eventId);
    requireNonNull(book);
  }

  Stream<Record> entries() {
    return Stream.of(list(), sales(), rules(), changes(), forgotten()).flatMap(entries -> entries);
  }

  private Stream<Record> list() {
    Stream<Record> revoked =
        book.list
            .tickets
            .revokedElsewhere()
            .map(ticket -> new Revocation(eventId, ticket.ticketId(), ticket.revoked()));
    Stream<Record> empty = Stream.of(new TicketsSet(eventId, true, List.of()));
    Stream<Ticket> tickets = book.list.tickets.values().stream();
    return book.list.isUploaded()
        ? Stream.of(empty, tickets.map(ticket -> new TicketSet(eventId, ticket)), revoked)
            .flatMap(s -> s)
        : revoked;
  }

  private Stream<Record> sales() {
    return Stream.concat(book.list.sold.types(), book.list.sold.sold());
  }

  private Stream<Record> rules() {
    return Stream.of(book.rules())
        .filter(set -> !set.equals(Rules.NONE))
        .map(set -> new RulesSet(eventId, set));
  }

  /** A list that was taken away stands where it was: what entered before that, entered with it. */
  private Stream<Record> changes() {
    long unlisted = book.list.unlisted().orElse(0L);
    Stream<Record> before = changes(0, unlisted);
    Stream<Record> end =
        unlisted > 0 ? Stream.of(new TicketsRemoved(eventId)) : Stream.<Record>empty();
    Stream<Record> since = changes(unlisted, book.passages.counts().lastSeq());
    return Stream.of(before, end, since).flatMap(entries -> entries);
  }

  private Stream<Record> changes(long after, long upTo) {
    return book.feed.changes(after, upTo).map(Record.class::cast);
  }

  private Stream<Record> forgotten() {
    return Stream.of(book.feed.forgotten()).filter(f -> f.keys() > 0).map(f -> f);
  }
}
