package id.tixgo.launcher.archive;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.Projection;
import id.tixgo.common.store.Replay;
import id.tixgo.common.store.wal.DirectoryLock;
import id.tixgo.common.store.wal.WriteAheadLog;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes stores of an {@link Export}. Nothing is replaced before all of it has been checked. */
final class Import {
  private final Stores stores;
  private final Consumer<String> say;

  /** A line of the file; the entry's JSON and which store it is of. */
  private record Line(String store, String entry) {}

  Import(Stores stores, Consumer<String> say) {
    this.stores = requireNonNull(stores);
    this.say = requireNonNull(say);
  }

  /**
   * Fails with a sentence that names the line.
   *
   * @param source what whoever asks calls the file
   */
  void read(Path file, Path source, boolean force) throws IOException {
    List<DirectoryLock> locks = stores.lock();
    try {
      stores.expectEmpty(force);
      Path draft = stores.draft();
      long all = 0;
      for (Projection store : stores.all()) {
        long count = write(store, file, draft);
        say.accept(Stores.name(store) + ": " + count + " records imported");
        all += count;
      }
      if (all == 0) {
        throw new IOException(file + " holds no record. Nothing was changed.");
      }
      RestoredAudit.tell(stores, draft, "store.imported", source);
      stores.replaceWith(draft);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      stores.deleteDraft();
      for (DirectoryLock lock : locks) {
        lock.close();
      }
    }
  }

  private long write(Projection store, Path file, Path draft) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      int[] number = new int[1];
      Replay filling = new Replay(store);
      Iterator<Record> entries =
          lines
              .lines()
              .map(text -> entry(store, filling, file, ++number[0], text))
              .flatMap(Optional::stream)
              .iterator();
      return WriteAheadLog.create(draft.resolve(Stores.name(store)), store.types(), entries);
    }
  }

  /**
   * Applies the entry too: one that lacks what it builds on would keep the service from starting.
   */
  private Optional<Record> entry(
      Projection store, Replay filling, Path file, int number, String text) {
    try {
      Line line = line(text);
      if (!line.store().equals(Stores.name(store))) {
        return Optional.empty();
      }
      Record entry = store.types().parse(line.entry());
      filling.take(entry);
      return Optional.of(entry);
    } catch (IOException | RuntimeException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new UncheckedIOException(new IOException(file + ", line " + number + ": " + why));
    }
  }

  private Line line(String text) throws IOException {
    JsonObject line = new JsonObject(text);
    Projection store =
        stores
            .find(line.getString("store", ""))
            .orElseThrow(() -> new IOException("names no store that there is"));
    if (line.getInteger("v", 0) != store.types().version()) {
      throw new IOException("has a version that this TixGo doesn't read");
    }
    return new Line(Stores.name(store), line.getJsonObject("entry", new JsonObject()).encode());
  }
}
