package id.tixgo.launcher;

import id.tixgo.attendance.domain.Direction;
import id.tixgo.attendance.domain.EventPolicy;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.Staff;
import id.tixgo.attendance.store.AttendanceState;
import id.tixgo.attendance.store.StoredDoors;
import id.tixgo.common.journal.FileLedger;
import id.tixgo.common.journal.Fold;
import id.tixgo.common.journal.Ledger;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.scope.Once;
import id.tixgo.event.domain.Event;
import id.tixgo.event.domain.EventDetails;
import id.tixgo.event.domain.EventStatus;
import id.tixgo.event.store.EventState;
import id.tixgo.event.store.StoredEvents;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Writes the data directory of a system that has run for a while. */
public final class StoredHistory {
  private static final Instant NOW = Instant.parse("2026-12-31T12:00:00Z");
  private static final Staff SITI = new Staff(2, "siti", Optional.empty());
  private static final int AT_ONCE = 10_000;

  private StoredHistory() {}

  public static Path newFolder() {
    try {
      return Files.createTempDirectory("tixgo");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One event with so many check-ins, {@code T1} and on. */
  public static void write(Path folder, String eventId, int checkIns) {
    JsonFormat.install();
    Vertx vertx = Vertx.vertx();
    EventState events = new EventState(vertx);
    through(vertx, folder, events, ledger -> addEvent(vertx, events, ledger, eventId));
    AttendanceState state = new AttendanceState(vertx);
    through(vertx, folder, state, ledger -> addCheckIns(vertx, state, ledger, eventId, checkIns));
    vertx.close().await();
  }

  private static void through(
      Vertx vertx, Path folder, Fold fold, Function<Ledger, Future<?>> changes) {
    Ledger ledger = new FileLedger(vertx, folder, true, fold);
    ledger.open().compose(open -> changes.apply(ledger)).compose(done -> ledger.close()).await();
  }

  private static Future<?> addEvent(Vertx vertx, EventState state, Ledger ledger, String id) {
    EventDetails details =
        new EventDetails(
            "Besar",
            Optional.empty(),
            Optional.empty(),
            NOW,
            Optional.empty(),
            Optional.empty(),
            EventStatus.PUBLISHED);
    return new StoredEvents(state, ledger, vertx.getOrCreateContext())
        .add(new Event(id, details, "admin", NOW, NOW), Once.eachTime());
  }

  private static Future<?> addCheckIns(
      Vertx vertx, AttendanceState state, Ledger ledger, String event, int count) {
    StoredDoors store = new StoredDoors(state, ledger, vertx.getOrCreateContext(), EventPolicy.ANY);
    Future<?> done = Future.succeededFuture();
    for (int from = 1; from <= count; from += AT_ONCE) {
      int first = from;
      int last = Math.min(count, from + AT_ONCE - 1);
      done = done.compose(before -> addSome(store, event, first, last));
    }
    return done;
  }

  private static Scan scan(String event, int i) {
    return new Scan(event, "T" + i, "A", "", Direction.IN, SITI, NOW, Optional.empty());
  }

  private static Future<?> addSome(StoredDoors store, String event, int first, int last) {
    List<Future<?>> some =
        IntStream.rangeClosed(first, last)
            .<Future<?>>mapToObj(i -> store.scan(scan(event, i)))
            .toList();
    return Future.all(some);
  }
}
