package id.tixgo.common.store;

import io.vertx.core.Vertx;
import io.vertx.core.shareddata.Shareable;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A small store for tests: texts by name, and how many there are. */
public final class Notes implements Projection {
  private final EntryTypes types = entryTypes(this::note, this::removed);

  private final StagedMaps maps;
  final StagedMap<Note> nameToNote;
  final StagedMap<Long> counts;

  public record Note(String name, String text) implements Shareable {}

  record Removed(String name) {}

  /** For files alone. */
  public static EntryTypes entryTypes() {
    return entryTypes(note -> {}, removed -> {});
  }

  private static EntryTypes entryTypes(Consumer<Note> note, Consumer<Removed> removed) {
    return new EntryTypes("notes", 1, "{\"note\":{\"name\":\"\",\"text\":\"\"}}\n")
        .with("note", Note.class, note)
        .with("removed", Removed.class, removed);
  }

  Notes(Vertx vertx, String mapPrefix) {
    this.maps = new StagedMaps(vertx.sharedData());
    this.nameToNote = maps.open(mapPrefix + ".notes");
    this.counts = maps.open(mapPrefix + ".counts");
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
  public Iterator<Record> snapshot() {
    return Stream.<Record>concat(Stream.empty(), nameToNote.values().stream()).iterator();
  }

  @Override
  public long snapshotSize() {
    return nameToNote.size();
  }

  long count() {
    return counts.get("all").orElse(0L);
  }

  private void note(Note note) {
    count(nameToNote.staged(note.name()).isEmpty() ? 1 : 0);
    nameToNote.put(note.name(), note);
  }

  private void removed(Removed removed) {
    count(nameToNote.staged(removed.name()).isEmpty() ? 0 : -1);
    nameToNote.remove(removed.name());
  }

  private void count(int more) {
    counts.put("all", counts.staged("all").orElse(0L) + more);
  }
}
