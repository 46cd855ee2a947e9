package id.tixgo.common.store;

import id.tixgo.common.store.Notes.Note;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A node with a store over a log that it shares. */
final class SharedNotes implements AutoCloseable {
  final Notes notes;
  final SharedLog log;
  final SharedStore store;
  private final Context context;

  /** One whose changes wait for so long while the log is away. */
  SharedNotes(Vertx vertx, SharedLog log, long patienceMs) {
    this.notes = new Notes(vertx, UUID.randomUUID().toString());
    this.log = log;
    this.context = vertx.getOrCreateContext();
    this.store = new SharedStore(vertx, log, notes, TimeUnit.MILLISECONDS.toNanos(patienceMs));
  }

  SharedNotes open() {
    store.open().await();
    return this;
  }

  /** Completes with how many notes there are then. */
  Future<Long> add(String name) {
    return store.commit(
        context,
        entries -> {
          entries.add(new Note(name, ""));
          return notes.counts.staged("all").orElseThrow();
        });
  }

  /** Completes with whether nobody had taken the name before. */
  Future<Boolean> claim(String name) {
    return store.commit(
        context,
        entries -> {
          boolean free = notes.nameToNote.staged(name).isEmpty();
          if (free) {
            entries.add(new Note(name, ""));
          }
          return free;
        });
  }

  boolean sees(String name) {
    return notes.nameToNote.get(name).isPresent();
  }

  @Override
  public void close() {
    store.close().await();
  }
}
