package id.tixgo.attendance;

import id.tixgo.attendance.domain.Direction;
import id.tixgo.attendance.domain.EventPolicy;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.Staff;
import id.tixgo.attendance.store.AttendanceState;
import id.tixgo.attendance.store.StoredCheckIns;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.scope.Once;
import id.tixgo.common.store.FileStore;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.Store;
import id.tixgo.event.domain.Event;
import id.tixgo.event.domain.EventDetails;
import id.tixgo.event.domain.EventPlace;
import id.tixgo.event.domain.EventStatus;
import id.tixgo.event.store.EventState;
import id.tixgo.event.store.StoredEvents;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Writes the data directory of a system that has run for a while. */
final class StoredHistory {
  private static final Instant NOW = Instant.parse("2026-12-31T12:00:00Z");
  private static final Staff SITI = new Staff(2, "siti", Optional.empty());
  private static final int AT_ONCE = 10_000;

  private StoredHistory() {}

  /** One event with so many check-ins, {@code T1} and on. */
  static void write(Path folder, String eventId, int checkIns) {
    JsonFormat.install();
    Vertx vertx = Vertx.vertx();
    EventState events = new EventState(vertx);
    through(vertx, folder, events, store -> addEvent(vertx, events, store, eventId));
    AttendanceState state = new AttendanceState(vertx);
    through(vertx, folder, state, store -> addCheckIns(vertx, state, store, eventId, checkIns));
    vertx.close().await();
  }

  private static void through(
      Vertx vertx, Path folder, Projection fold, Function<Store, Future<?>> changes) {
    Store store = new FileStore(vertx, folder, true, fold);
    store.open().compose(open -> changes.apply(store)).compose(done -> store.close()).await();
  }

  private static Future<?> addEvent(Vertx vertx, EventState state, Store store, String id) {
    EventDetails details =
        new EventDetails(
            "Besar",
            Optional.empty(),
            Optional.empty(),
            NOW,
            Optional.empty(),
            Optional.empty(),
            EventStatus.PUBLISHED,
            EventPlace.UNKNOWN,
            Optional.empty(),
            Optional.empty(),
            false);
    return new StoredEvents(state, store, vertx.getOrCreateContext())
        .add(new Event(id, details, "admin", NOW, NOW), Once.eachTime());
  }

  private static Future<?> addCheckIns(
      Vertx vertx, AttendanceState state, Store store, String event, int count) {
    StoredCheckIns checkIns =
        new StoredCheckIns(state, store, vertx.getOrCreateContext(), EventPolicy.ANY);
    Future<?> done = Future.succeededFuture();
    for (int from = 1; from <= count; from += AT_ONCE) {
      int first = from;
      int last = Math.min(count, from + AT_ONCE - 1);
      done = done.compose(before -> addSome(checkIns, event, first, last));
    }
    return done;
  }

  private static Scan scan(String event, int i) {
    return new Scan(event, "T" + i, "A", "", Direction.IN, SITI, NOW, Optional.empty());
  }

  private static Future<?> addSome(StoredCheckIns store, String event, int first, int last) {
    List<Future<?>> some =
        IntStream.rangeClosed(first, last)
            .<Future<?>>mapToObj(i -> store.scan(scan(event, i)))
            .toList();
    return Future.all(some);
  }
}
