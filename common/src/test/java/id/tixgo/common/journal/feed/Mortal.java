package id.tixgo.common.journal.feed;

import id.tixgo.common.journal.FileLedger;
import id.tixgo.common.journal.Fold;
import id.tixgo.common.journal.Ledger;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A store in files that can die at any moment and be opened again. */
final class Mortal<S extends Fold> implements AutoCloseable {
  private final Vertx vertx;
  private final Path folder;
  private final Function<Vertx, S> kind;
  final S store;
  final Ledger ledger;
  final Context context;

  Mortal(Vertx vertx, Path folder, Function<Vertx, S> kind) {
    this.vertx = vertx;
    this.folder = folder;
    this.kind = kind;
    this.store = kind.apply(vertx);
    this.ledger = new FileLedger(vertx, folder, true, store);
    this.context = vertx.getOrCreateContext();
    ledger.open().await();
  }

  /** What is in the files at this moment, opened; whatever was under way is lost, or is not. */
  Mortal<S> killed() {
    Path then = copy();
    close();
    return new Mortal<>(vertx, then, kind);
  }

  /** A copy of the files as they are now. */
  Path copy() {
    try {
      Path copy = Files.createTempDirectory("tixgo-feed");
      Path from = folder.resolve(store.types().store());
      Path to = Files.createDirectory(copy.resolve(store.types().store()));
      for (Path file : files(from)) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.endsWith("lock")).toList();
    }
  }

  @Override
  public void close() {
    ledger.close().await();
  }
}
