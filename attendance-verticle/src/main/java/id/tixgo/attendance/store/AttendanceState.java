package id.tixgo.attendance.store;

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
import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StoreParts;
import id.tixgo.common.store.feed.FeedPositions;
import id.tixgo.common.store.key.RequestKeys;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.SharedData;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that Attendance keeps, in local maps that all instances of the service share. */
public final class AttendanceState implements Projection {
  /** What most entries look like; belongs to the version. */
  public static final String DICTIONARY =
      "{\"scan\":{\"event_id\":\"\",\"ticket_id\":\"\",\"staff\":\"admin\","
          + "\"at\":\"2026-11-22T08:17:00.752Z\",\"gate\":\"\",\"device_id\":\"\","
          + "\"direction\":\"IN\",\"first\":true,\"seq\":1}}\n";

  private final EntryTypes types;
  private final StoreParts parts;
  private final StagedMaps maps;
  private final LocalMap<String, EventAggregate> eventIdToBook;
  private final StringPool names = new StringPool();
  final CheckInsByStaff staff;
  final IdempotencyKeys keys;
  public final KnownEvents events;
  public final FeedPositions positions;
  public final RequestKeys requestKeys;

  public AttendanceState(Vertx vertx) {
    SharedData shared = vertx.sharedData();
    this.maps = new StagedMaps(shared);
    this.eventIdToBook = shared.getLocalMap("attendance.events");
    this.staff = new CheckInsByStaff(shared);
    this.keys = new IdempotencyKeys(maps);
    this.events = new KnownEvents(maps);
    this.positions = new FeedPositions(maps, "attendance");
    this.requestKeys = new RequestKeys(maps, "attendance", keys::isUsed);
    this.parts = StoreParts.of(events, positions, requestKeys);
    this.types = parts.register(ownTypes());
  }

  private EntryTypes ownTypes() {
    EntryTypes changes =
        new EntryTypes("attendance", 3, DICTIONARY)
            .with("scan", ScanRecord.class, this::add, this::count)
            .with("undo", Undo.class, undo -> book(undo.eventId()).add(undo), this::count)
            .with("resolution", Resolution.class, r -> book(r.eventId()).add(r), this::count)
            .with("forgotten", RetentionMark.class, this::forget, this::count)
            .with("check_in", OldCheckIn.class, this::add, old -> count(old.migrated()));
    return withLists(changes);
  }

  private EntryTypes withLists(EntryTypes changes) {
    return changes
        .with("rules", RulesSet.class, this::set, this::changed)
        .with("tickets", TicketsSet.class, this::set, this::changed)
        .with("ticket", TicketSet.class, this::set, this::changed)
        .with("tickets_removed", TicketsRemoved.class, this::remove, this::changed)
        .with("revocation", Revocation.class, this::set);
  }

  @Override
  public StagedMaps maps() {
    return maps;
  }

  @Override
  public EntryTypes types() {
    return types;
  }

  @Override
  public Iterator<Record> snapshot() {
    Stream<Record> books = eventIdToBook.keySet().stream().flatMap(this::snapshot);
    return Stream.concat(parts.snapshot(), books).iterator();
  }

  @Override
  public long snapshotSize() {
    return parts.snapshotSize() + books().mapToLong(EventAggregate::size).sum();
  }

  Optional<EventAggregate> find(String eventId) {
    return Optional.ofNullable(eventIdToBook.get(eventId));
  }

  Stream<EventAggregate> books() {
    return eventIdToBook.values().stream();
  }

  EventAggregate book(String eventId) {
    EventAggregate book = eventIdToBook.get(eventId);
    return book != null
        ? book
        : eventIdToBook.computeIfAbsent(eventId, id -> new EventAggregate(maps, staff, id));
  }

  private void add(ScanRecord entry) {
    ScanRecord scan = names.share(entry);
    if (book(scan.eventId()).add(scan)) {
      keys.add(scan);
    }
  }

  private void add(OldCheckIn old) {
    add(old.migrated());
  }

  private void forget(RetentionMark forgotten) {
    book(forgotten.eventId()).add(forgotten, keys);
  }

  private void count(Change change) {
    book(change.eventId()).count(change);
  }

  private void count(RetentionMark forgotten) {
    book(forgotten.eventId()).count(forgotten);
  }

  private void set(RulesSet set) {
    book(set.eventId()).setRules(set.rules());
  }

  private void changed(RulesSet set) {
    book(set.eventId()).listChanges.add(List.of());
  }

  private void set(TicketsSet set) {
    EventAggregate book = book(set.eventId());
    if (set.replace()) {
      book.tickets.clear();
    }
    book.tickets.put(set.tickets().stream().map(names::share).toList());
    book.setListed();
  }

  private void changed(TicketsSet set) {
    ListChanges changes = book(set.eventId()).listChanges;
    if (set.replace()) {
      changes.addAll();
    } else {
      changes.add(set.tickets().stream().map(Ticket::ticketId).toList());
    }
  }

  private void set(TicketSet set) {
    book(set.eventId()).tickets.set(set.ticket());
  }

  private void changed(TicketSet set) {
    book(set.eventId()).listChanges.add(List.of(set.ticket().ticketId()));
  }

  private void remove(TicketsRemoved removed) {
    book(removed.eventId()).removeList();
  }

  private void changed(TicketsRemoved removed) {
    book(removed.eventId()).listChanges.addAll();
  }

  private void set(Revocation revocation) {
    book(revocation.eventId()).tickets.setRevoked(revocation.ticket());
  }

  private Stream<Record> snapshot(String eventId) {
    EventAggregate book = eventIdToBook.get(eventId);
    Stream<Record> rules =
        Stream.of(book.rules())
            .filter(set -> !set.equals(Rules.NONE))
            .map(set -> new RulesSet(eventId, set));
    Stream<Record> forgotten =
        Stream.of(book.feed).map(Feed::forgotten).filter(f -> f.keys() > 0).map(f -> f);
    return Stream.of(list(eventId, book), rules, changes(eventId, book), forgotten)
        .flatMap(entries -> entries);
  }

  /** A list that was taken away stands where it was: what entered before that, entered with it. */
  private static Stream<Record> changes(String eventId, EventAggregate book) {
    long unlisted = book.unlistedSince();
    Stream<Record> before = book.feed.changes(0, unlisted).map(Record.class::cast);
    Stream<Record> end =
        unlisted > 0 ? Stream.of(new TicketsRemoved(eventId)) : Stream.<Record>empty();
    Stream<Record> since =
        book.feed.changes(unlisted, book.counts().lastSeq()).map(Record.class::cast);
    return Stream.of(before, end, since).flatMap(entries -> entries);
  }

  private static Stream<Record> list(String eventId, EventAggregate book) {
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
