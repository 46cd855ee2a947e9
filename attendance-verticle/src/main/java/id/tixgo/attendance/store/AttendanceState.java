package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.Resolution;
import id.tixgo.attendance.domain.Rules;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Ticket;
import id.tixgo.attendance.domain.Undo;
import id.tixgo.attendance.store.Entry.OldCheckIn;
import id.tixgo.attendance.store.Entry.Revocation;
import id.tixgo.attendance.store.Entry.RulesSet;
import id.tixgo.attendance.store.Entry.TicketSet;
import id.tixgo.attendance.store.Entry.TicketsRemoved;
import id.tixgo.attendance.store.Entry.TicketsSet;
import id.tixgo.common.journal.EntryTypes;
import id.tixgo.common.journal.Fold;
import id.tixgo.common.journal.StoreParts;
import id.tixgo.common.journal.Tables;
import id.tixgo.common.journal.feed.FeedPositions;
import id.tixgo.common.journal.key.RequestKeys;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.SharedData;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that Attendance keeps, in local maps that all instances of the service share. */
public final class AttendanceState implements Fold {
  private final EntryTypes types;
  private final StoreParts parts;
  private final SharedData shared;
  private final Tables tables;
  private final LocalMap<String, EventBook> eventIdToBook;
  private final Names names = new Names();
  final StaffBooks staff;
  final Keys keys;
  public final KnownEvents events;
  public final FeedPositions positions;
  public final RequestKeys requestKeys;

  public AttendanceState(Vertx vertx) {
    this.shared = requireNonNull(vertx).sharedData();
    this.tables = new Tables(shared);
    this.eventIdToBook = shared.getLocalMap("attendance.events");
    this.staff = new StaffBooks(shared);
    this.keys = new Keys(tables);
    this.events = new KnownEvents(tables);
    this.positions = new FeedPositions(tables, "attendance");
    this.requestKeys = new RequestKeys(tables, "attendance", keys::isUsed);
    this.parts = StoreParts.of(events, positions, requestKeys);
    this.types = parts.register(ownTypes());
  }

  private static EntryTypes ownTypes() {
    return new EntryTypes("attendance", 3)
        .with("scan", ScanRecord.class)
        .with("undo", Undo.class)
        .with("resolution", Resolution.class)
        .with("forgotten", Forgotten.class)
        .with("rules", RulesSet.class)
        .with("tickets", TicketsSet.class)
        .with("ticket", TicketSet.class)
        .with("tickets_removed", TicketsRemoved.class)
        .with("revocation", Revocation.class)
        .with("check_in", OldCheckIn.class);
  }

  @Override
  public Tables tables() {
    return tables;
  }

  @Override
  public EntryTypes types() {
    return types;
  }

  @Override
  public void fold(Record entry) {
    if (entry instanceof ScanRecord scan) {
      fold(scan);
    } else if (entry instanceof Undo undo) {
      book(undo.eventId()).add(undo);
    } else if (entry instanceof Resolution resolution) {
      book(resolution.eventId()).add(resolution);
    } else if (entry instanceof Forgotten forgotten) {
      book(forgotten.eventId()).add(forgotten, keys);
    } else if (entry instanceof RulesSet set) {
      book(set.eventId()).setRules(set.rules());
    } else if (entry instanceof TicketsSet set) {
      fold(set);
    } else if (entry instanceof TicketSet set) {
      book(set.eventId()).tickets.set(set.ticket());
    } else if (entry instanceof TicketsRemoved removed) {
      book(removed.eventId()).removeList();
    } else if (entry instanceof Revocation revocation) {
      book(revocation.eventId()).tickets.setRevoked(revocation.ticket());
    } else if (entry instanceof OldCheckIn old) {
      fold(old.migrated());
    } else {
      parts.fold(entry);
    }
  }

  @Override
  public void stored(Record entry) {
    if (entry instanceof Change change) {
      book(change.eventId()).count(change);
    } else if (entry instanceof Forgotten forgotten) {
      book(forgotten.eventId()).count(forgotten);
    } else if (entry instanceof RulesSet set) {
      book(set.eventId()).listChanges.add(List.of());
    } else if (entry instanceof TicketSet set) {
      book(set.eventId()).listChanges.add(List.of(set.ticket().ticketId()));
    } else if (entry instanceof TicketsSet set) {
      stored(set);
    } else if (entry instanceof TicketsRemoved removed) {
      book(removed.eventId()).listChanges.addAll();
    } else if (entry instanceof OldCheckIn old) {
      stored(old.migrated());
    }
  }

  private void stored(TicketsSet set) {
    ListChanges changes = book(set.eventId()).listChanges;
    if (set.replace()) {
      changes.addAll();
    } else {
      changes.add(set.tickets().stream().map(Ticket::ticketId).toList());
    }
  }

  @Override
  public Iterator<Record> live() {
    Stream<Record> books = eventIdToBook.keySet().stream().flatMap(this::live);
    return Stream.concat(parts.live(), books).iterator();
  }

  @Override
  public long liveCount() {
    return parts.liveCount() + books().mapToLong(EventBook::size).sum();
  }

  Optional<EventBook> find(String eventId) {
    return Optional.ofNullable(eventIdToBook.get(eventId));
  }

  Stream<EventBook> books() {
    return eventIdToBook.values().stream();
  }

  EventBook book(String eventId) {
    EventBook book = eventIdToBook.get(eventId);
    return book != null
        ? book
        : eventIdToBook.computeIfAbsent(eventId, id -> new EventBook(shared, tables, staff, id));
  }

  private void fold(ScanRecord entry) {
    ScanRecord scan = names.share(entry);
    EventBook book = book(scan.eventId());
    if (book.add(scan)) {
      keys.add(scan);
    }
  }

  private void fold(TicketsSet set) {
    EventBook book = book(set.eventId());
    if (set.replace()) {
      book.tickets.clear();
    }
    set.tickets().forEach(ticket -> book.tickets.put(names.share(ticket)));
    book.setListed();
  }

  private Stream<Record> live(String eventId) {
    EventBook book = eventIdToBook.get(eventId);
    Stream<Record> rules =
        Stream.of(book.rules())
            .filter(set -> !set.equals(Rules.NONE))
            .map(set -> new RulesSet(eventId, set));
    Stream<Record> changes = book.feed.changes(0, book.counts().lastSeq()).map(Record.class::cast);
    Stream<Record> forgotten =
        Stream.of(book.feed).map(Feed::forgotten).filter(f -> f.keys() > 0).map(f -> f);
    return Stream.of(list(eventId, book), rules, changes, forgotten).flatMap(entries -> entries);
  }

  private static Stream<Record> list(String eventId, EventBook book) {
    Stream<Record> revoked =
        book.tickets
            .revokedElsewhere()
            .map(ticket -> new Revocation(eventId, ticket.ticketId(), ticket.revoked()));
    Stream<Record> empty = Stream.of(new TicketsSet(eventId, true, List.of()));
    Stream<Ticket> tickets = book.tickets.values().stream();
    return book.isListed()
        ? Stream.of(empty, tickets.map(ticket -> new TicketSet(eventId, ticket)), revoked)
            .flatMap(s -> s)
        : revoked;
  }
}
