package id.tixgo.common.store.feed;

import id.tixgo.common.store.FileStore;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.Store;
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
final class Mortal<S extends Projection> implements AutoCloseable {
  private final Vertx vertx;
  private final Path directory;
  private final Function<Vertx, S> kind;
  final S state;
  final Store store;
  final Context context;

  Mortal(Vertx vertx, Path directory, Function<Vertx, S> kind) {
    this.vertx = vertx;
    this.directory = directory;
    this.kind = kind;
    this.state = kind.apply(vertx);
    this.store = new FileStore(vertx, directory, true, state);
    this.context = vertx.getOrCreateContext();
    store.open().await();
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
      Path from = directory.resolve(state.types().store());
      Path to = Files.createDirectory(copy.resolve(state.types().store()));
      for (Path file : files(from)) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> !file.endsWith("lock")).toList();
    }
  }

  @Override
  public void close() {
    store.close().await();
  }
}
