package id.tixgo.common.journal;

import id.tixgo.common.journal.Notes.Note;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** A ledger over a store that was just opened. */
final class OpenNotes implements AutoCloseable {
  final Notes notes;
  final Context context;
  final Ledger ledger;

  OpenNotes(Vertx vertx, Path folder) {
    this(vertx, folder, true, Long.MAX_VALUE);
  }

  OpenNotes(Vertx vertx, Path folder, boolean synced, long slowNs) {
    notes = new Notes(vertx, UUID.randomUUID().toString());
    context = vertx.getOrCreateContext();
    ledger = new FileLedger(vertx, folder, synced, notes, slowNs);
    ledger.open().await();
  }

  Future<Long> add(Record entry) {
    return ledger.commit(
        context,
        entries -> {
          entries.add(entry);
          return notes.counts.draft("all").orElseThrow();
        });
  }

  Map<String, String> all() {
    return notes.nameToNote.values().stream()
        .collect(Collectors.toMap(Note::name, Note::text, (a, b) -> b, TreeMap::new));
  }

  @Override
  public void close() {
    ledger.close().await();
  }
}
