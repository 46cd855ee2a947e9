package id.tixgo.common.journal;

import io.vertx.core.Vertx;
import io.vertx.core.shareddata.Shareable;
import java.util.Iterator;
import java.util.stream.Stream;

/** A small store for tests: texts by name, and how many there are. */
final class Notes implements Fold {
  private final EntryTypes types =
      new EntryTypes("notes", 1).with("note", Note.class).with("removed", Removed.class);

  private final Tables tables;
  final Table<Note> nameToNote;
  final Table<Long> counts;

  record Note(String name, String text) implements Shareable {}

  record Removed(String name) {}

  Notes(Vertx vertx, String mapPrefix) {
    this.tables = new Tables(vertx.sharedData());
    this.nameToNote = tables.open(mapPrefix + ".notes");
    this.counts = tables.open(mapPrefix + ".counts");
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
    if (entry instanceof Note note) {
      count(nameToNote.draft(note.name()).isEmpty() ? 1 : 0);
      nameToNote.put(note.name(), note);
    } else if (entry instanceof Removed removed) {
      count(nameToNote.draft(removed.name()).isEmpty() ? 0 : -1);
      nameToNote.remove(removed.name());
    }
  }

  @Override
  public Iterator<Record> live() {
    return Stream.<Record>concat(Stream.empty(), nameToNote.values().stream()).iterator();
  }

  @Override
  public long liveCount() {
    return nameToNote.size();
  }

  long count() {
    return counts.get("all").orElse(0L);
  }

  private void count(int more) {
    counts.put("all", counts.draft("all").orElse(0L) + more);
  }
}
