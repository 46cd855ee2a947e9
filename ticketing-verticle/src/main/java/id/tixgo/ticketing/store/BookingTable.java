package id.tixgo.ticketing.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.StagedCell;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.BookingQuery;
import id.tixgo.ticketing.domain.BookingStatus;
import id.tixgo.ticketing.domain.IssuedTicket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Bookings with their tickets, found by id and by ticket, and what they take. */
final class BookingTable implements StorePart {
  private final StagedMap<Booking> idToBooking;
  private final StagedMap<String> codeToBooking;
  private final StagedCell<Long> lastNumber;
  private final HoldDeadlines deadlines = new HoldDeadlines();
  private final BookingOrder order = new BookingOrder();
  private final ChangedEvents changed;
  final TakenPlaces places;

  BookingTable(StagedMaps maps, ChangedEvents changed) {
    this.changed = requireNonNull(changed);
    this.idToBooking = maps.open("ticketing.bookings");
    this.codeToBooking = maps.open("ticketing.codes");
    this.lastNumber = maps.cell();
    this.places = new TakenPlaces(maps);
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types.with("booking", Booking.class, this::put, this::committed);
  }

  @Override
  public Stream<Record> snapshot() {
    return idToBooking.values().stream().map(Record.class::cast);
  }

  @Override
  public long snapshotSize() {
    return idToBooking.size();
  }

  Optional<Booking> get(String id) {
    return idToBooking.get(id);
  }

  /** The booking of the ticket with that code. */
  Optional<Booking> ofCode(String code) {
    return codeToBooking
        .get(code)
        .flatMap(idToBooking::get)
        .filter(b -> b.ticket(code).isPresent());
  }

  /** In the order in which they were made. */
  List<Booking> list(BookingQuery query) {
    return order
        .among(query)
        .flatMap(id -> idToBooking.get(id).stream())
        .filter(query::matches)
        .toList();
  }

  boolean isAnyDue(Instant now) {
    return deadlines.isAnyDue(now);
  }

  /** For transactions, as what follows is. */
  Optional<Booking> staged(String id) {
    return idToBooking.staged(id);
  }

  Optional<Booking> stagedOfCode(String code) {
    return codeToBooking.staged(code).flatMap(idToBooking::staged);
  }

  /** Those whose places aren't held any more, though nobody has noticed. */
  List<Booking> due(Instant now) {
    return deadlines.due(now).stream()
        .flatMap(id -> idToBooking.staged(id).stream())
        .filter(booking -> booking.isDue(now))
        .toList();
  }

  /** Those of an event that are held, even if their time is over. */
  List<Booking> held(String eventId) {
    return order
        .ofEvent(eventId)
        .flatMap(id -> idToBooking.staged(id).stream())
        .filter(booking -> booking.status() == BookingStatus.PENDING)
        .toList();
  }

  long nextNumber() {
    return lastNumber.staged().orElse(0L) + 1;
  }

  private void put(Booking booking) {
    idToBooking.staged(booking.id()).ifPresent(this::takeOut);
    places.count(booking, 1);
    booking.tickets().stream()
        .map(IssuedTicket::code)
        .forEach(code -> codeToBooking.put(code, booking.id()));
    idToBooking.put(booking.id(), booking);
    order.see(booking);
    if (booking.number() >= nextNumber()) {
      lastNumber.set(booking.number());
    }
  }

  private void takeOut(Booking before) {
    places.count(before, -1);
    before.tickets().stream().map(IssuedTicket::code).forEach(codeToBooking::remove);
  }

  private void committed(Booking booking) {
    deadlines.see(booking);
    changed.see(booking.eventId());
  }
}
