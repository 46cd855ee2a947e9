package id.tixgo.common.store;

import id.tixgo.common.store.Notes.Note;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** A store over a store that was just opened. */
final class OpenNotes implements AutoCloseable {
  final Notes notes;
  final Context context;
  final Store store;

  OpenNotes(Vertx vertx, Path directory) {
    this(vertx, directory, true, Long.MAX_VALUE);
  }

  OpenNotes(Vertx vertx, Path directory, boolean synced, long slowNs) {
    notes = new Notes(vertx, UUID.randomUUID().toString());
    context = vertx.getOrCreateContext();
    store = new FileStore(vertx, directory, synced, notes, slowNs);
    store.open().await();
  }

  Future<Long> add(Record entry) {
    return store.commit(
        context,
        entries -> {
          entries.add(entry);
          return notes.counts.staged("all").orElseThrow();
        });
  }

  Map<String, String> all() {
    return notes.nameToNote.values().stream()
        .collect(Collectors.toMap(Note::name, Note::text, (a, b) -> b, TreeMap::new));
  }

  @Override
  public void close() {
    store.close().await();
  }
}
