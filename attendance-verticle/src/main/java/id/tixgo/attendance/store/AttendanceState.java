package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.CheckIn;
import id.tixgo.common.journal.EntryTypes;
import id.tixgo.common.journal.Fold;
import id.tixgo.common.journal.Table;
import id.tixgo.common.journal.Tables;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.SharedData;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** All check-ins, in local maps that all instances of the service share. */
public final class AttendanceState implements Fold {
  private final EntryTypes types = new EntryTypes("attendance", 1).with("check_in", CheckIn.class);

  private final SharedData shared;
  private final Tables tables;
  private final Table<Long> eventIdToTotal;
  private final LocalMap<String, EventBook> eventIdToBook;
  private final Map<String, String> names = new HashMap<>();
  final StaffBooks staff;

  public AttendanceState(Vertx vertx) {
    this.shared = requireNonNull(vertx).sharedData();
    this.tables = new Tables(shared);
    this.eventIdToTotal = tables.open("attendance.totals");
    this.eventIdToBook = shared.getLocalMap("attendance.events");
    this.staff = new StaffBooks(shared, tables);
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
    CheckIn checkIn = shared((CheckIn) entry);
    if (checkIn.seq() > lastSeq(checkIn.eventId())) {
      book(checkIn.eventId()).add(checkIn);
      staff.add(checkIn);
      eventIdToTotal.put(checkIn.eventId(), checkIn.seq());
    }
  }

  @Override
  public Iterator<Record> live() {
    return eventIdToBook.keySet().stream().<Record>flatMap(this::checkIns).iterator();
  }

  @Override
  public long liveCount() {
    return eventIdToTotal.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The check-ins that readers may see: those with a {@code seq} up to here. */
  long total(String eventId) {
    return eventIdToTotal.get(eventId).orElse(0L);
  }

  /** The last {@code seq} that was given, stored or not. */
  long lastSeq(String eventId) {
    return eventIdToTotal.draft(eventId).orElse(0L);
  }

  Optional<EventBook> find(String eventId) {
    return Optional.ofNullable(eventIdToBook.get(eventId));
  }

  private EventBook book(String eventId) {
    return eventIdToBook.computeIfAbsent(eventId, id -> new EventBook(shared, tables, id));
  }

  private Stream<CheckIn> checkIns(String eventId) {
    EventBook book = eventIdToBook.get(eventId);
    return LongStream.rangeClosed(1, total(eventId)).mapToObj(book::checkIn);
  }

  /** With the one copy of each name that many check-ins have in common. */
  private CheckIn shared(CheckIn c) {
    return new CheckIn(
        name(c.eventId()),
        c.ticketId(),
        name(c.checkedInBy()),
        c.checkedInAt(),
        name(c.gate()),
        name(c.deviceId()),
        c.seq());
  }

  private String name(String text) {
    return names.computeIfAbsent(text, t -> t);
  }
}
