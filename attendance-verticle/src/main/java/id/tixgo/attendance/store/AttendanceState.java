package id.tixgo.attendance.store;

import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.Resolution;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Undo;
import id.tixgo.attendance.store.Entry.OldCheckIn;
import id.tixgo.common.metrics.Meters;
import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StoreParts;
import id.tixgo.common.store.audit.Audit;
import id.tixgo.common.store.feed.FeedPositions;
import id.tixgo.common.store.key.RequestKeys;
import io.vertx.core.Vertx;
import java.util.Iterator;
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
  private final EventAggregates books;
  private final StringPool names = new StringPool();
  private final CheckInMeters meters;
  final CheckInsByStaff staff;
  final IdempotencyKeys keys;
  public final KnownEvents events;
  public final SoldTickets sold;
  public final FeedPositions positions;
  public final RequestKeys requestKeys;
  public final Audit audit;

  public AttendanceState(Vertx vertx) {
    this.maps = new StagedMaps(vertx.sharedData());
    this.staff = new CheckInsByStaff(vertx.sharedData());
    this.books = new EventAggregates(vertx.sharedData(), maps, staff);
    this.keys = new IdempotencyKeys(maps);
    this.meters = new CheckInMeters(Meters.of(vertx));
    this.events = new KnownEvents(maps);
    this.sold = new SoldTickets(books, names);
    this.positions = new FeedPositions(maps, "attendance");
    this.requestKeys = new RequestKeys(maps, "attendance", keys::isUsed);
    this.audit = new Audit(maps, "attendance", AttendanceAudit.rules(this));
    this.parts = StoreParts.of(events, positions, requestKeys, audit);
    this.types = parts.register(sold.register(new ListEntries(books, names).register(changes())));
  }

  private EntryTypes changes() {
    return new EntryTypes("attendance", 3, DICTIONARY)
        .with("scan", ScanRecord.class, this::add, this::count)
        .with("undo", Undo.class, this::add, this::count)
        .with("resolution", Resolution.class, this::add, this::count)
        .with("forgotten", RetentionMark.class, this::forget, this::count)
        .with("check_in", OldCheckIn.class, this::add, old -> count(old.migrated()));
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
  public Optional<Audit> audit() {
    return Optional.of(audit);
  }

  @Override
  public Iterator<Record> snapshot() {
    return Stream.concat(parts.snapshot(), books.snapshot()).iterator();
  }

  @Override
  public long snapshotSize() {
    return parts.snapshotSize() + books().mapToLong(EventAggregate::size).sum();
  }

  @Override
  public void counted(Record entry) {
    if (entry instanceof ScanRecord scan) {
      meters.count(scan);
    }
  }

  Optional<EventAggregate> find(String eventId) {
    return books.find(eventId);
  }

  Stream<EventAggregate> books() {
    return books.all();
  }

  EventAggregate book(String eventId) {
    return books.get(eventId);
  }

  private void add(ScanRecord entry) {
    ScanRecord scan = names.share(entry);
    if (book(scan.eventId()).passages.add(scan)) {
      keys.add(scan);
    }
  }

  private void add(OldCheckIn old) {
    add(old.migrated());
  }

  private void add(Undo undo) {
    book(undo.eventId()).passages.add(undo);
  }

  private void add(Resolution resolution) {
    book(resolution.eventId()).passages.add(resolution);
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
}
