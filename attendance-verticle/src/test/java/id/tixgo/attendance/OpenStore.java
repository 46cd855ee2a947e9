package id.tixgo.attendance;

import id.tixgo.attendance.domain.EventPolicy;
import id.tixgo.attendance.store.AttendanceState;
import id.tixgo.attendance.store.FeedRetention;
import id.tixgo.attendance.store.StoredAttendance;
import id.tixgo.attendance.store.StoredCheckIns;
import id.tixgo.attendance.store.StoredTickets;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.Retention;
import id.tixgo.common.store.Store;
import id.tixgo.common.store.StoreConfig;
import id.tixgo.common.store.feed.FeedInbox;
import id.tixgo.common.store.wal.WriteAheadLog;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Attendance's store in a folder, or in memory, with all that changes and reads it. */
final class OpenStore implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final Optional<Path> folder;
  private final Clock clock;
  private final Optional<Duration> kept;
  private final AttendanceState state;
  private final Store store;
  final StoredCheckIns doors;
  final StoredTickets tickets;
  final StoredAttendance book;
  final FeedRetention retention;

  OpenStore(Optional<Path> folder, Clock clock, Optional<Duration> kept) {
    JsonFormat.install();
    this.folder = folder;
    this.clock = clock;
    this.kept = kept;
    this.state = new AttendanceState(vertx);
    this.store = new StoreConfig(folder, true, 0).store(vertx, state);
    store.open().await();
    this.doors = new StoredCheckIns(state, store, vertx.getOrCreateContext(), EventPolicy.ANY);
    this.tickets = new StoredTickets(state, store, vertx.getOrCreateContext());
    this.book = new StoredAttendance(state, clock);
    this.retention =
        new FeedRetention(state, new Retention(store, vertx.getOrCreateContext()), kept);
  }

  /** A store whose journal has these entries, as a version before wrote them. */
  static OpenStore ofEntries(Clock clock, String... entries) {
    JsonFormat.install();
    Vertx vertx = Vertx.vertx();
    EntryTypes types = new AttendanceState(vertx).types();
    Path folder = newFolder();
    try {
      List<Record> old = new ArrayList<>();
      for (String entry : entries) {
        old.add(types.parse(entry));
      }
      WriteAheadLog.create(folder.resolve("attendance"), types, old.iterator());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    vertx.close().await();
    return new OpenStore(Optional.of(folder), clock, Optional.empty());
  }

  /** Where Ticketing's feed arrives. */
  FeedInbox sales() {
    return new FeedInbox("ticketing", state.positions, state.sold, store, context());
  }

  Context context() {
    return vertx.getOrCreateContext();
  }

  /** Forgets all that is old. */
  void forget() {
    while (retention.step(clock.instant()).await()) {}
  }

  /** How many keys and nonces are kept. */
  int keys() {
    var shared = vertx.sharedData();
    return shared.getLocalMap("attendance.keys").size()
        + shared.getLocalMap("attendance.nonces").size();
  }

  /** Closed and opened. */
  OpenStore restarted() {
    close();
    return new OpenStore(folder, clock, kept);
  }

  /** What is on the disk now, opened; this one is gone. */
  OpenStore crashed() {
    Path copy = newFolder();
    try {
      copy(folder.orElseThrow().resolve("attendance"), copy.resolve("attendance"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    close();
    delete(folder.orElseThrow());
    return new OpenStore(Optional.of(copy), clock, kept);
  }

  /** What a snapshot would keep, opened; this one is gone. */
  OpenStore compacted() {
    Path copy = newFolder();
    try {
      WriteAheadLog.create(copy.resolve("attendance"), state.types(), state.snapshot());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    close();
    folder.ifPresent(OpenStore::delete);
    return new OpenStore(Optional.of(copy), clock, kept);
  }

  @Override
  public void close() {
    store.close().compose(closed -> vertx.close()).await();
  }

  void closeAndDelete() {
    close();
    folder.ifPresent(OpenStore::delete);
  }

  static Path newFolder() {
    try {
      return Files.createTempDirectory("tixgo");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectory(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(f -> !f.endsWith("lock")).toList()) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : all) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
