package id.tixgo.launcher.archive;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.Projection;
import id.tixgo.common.store.RestoreMarker;
import id.tixgo.common.store.audit.AuditFiles;
import id.tixgo.common.store.audit.FileTrail;
import id.tixgo.common.store.wal.DirectoryLock;
import id.tixgo.launcher.ServiceRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All stores under one data directory, empty in memory until something is applied to them.
 *
 * @param all in the order in which a backup reads them: a store that follows another's feed comes
 *     before it, so that its position is never beyond the feed
 */
record Stores(Path directory, List<Projection> all) {
  private static final String DRAFT = ".draft";

  Stores {
    requireNonNull(directory);
    all = List.copyOf(all);
  }

  static Stores in(Path directory, Vertx vertx) {
    List<Projection> all = new ArrayList<>();
    ServiceRegistry.stored().forEach(service -> all.add(0, service.projection(vertx)));
    return new Stores(directory, all);
  }

  static String name(Projection store) {
    return store.types().store();
  }

  Path folder(Projection store) {
    return directory.resolve(name(store));
  }

  Optional<Projection> find(String name) {
    return all.stream().filter(store -> name(store).equals(name)).findFirst();
  }

  /** Those that are audited, the one first that gathers the audits of the others. */
  List<Projection> audited() {
    List<Projection> audited = new ArrayList<>(all);
    Collections.reverse(audited);
    audited.removeIf(store -> store.audit().isEmpty());
    return audited;
  }

  /** Keeps every service away; fails with a sentence when one runs. */
  List<DirectoryLock> lock() throws IOException {
    List<DirectoryLock> locks = new ArrayList<>();
    for (Projection store : all) {
      locks.add(DirectoryLock.take(folder(store)));
    }
    return locks;
  }

  /** Fails with a sentence when nothing is stored. */
  void expectSome() throws IOException {
    for (Projection store : all) {
      if (!files(folder(store)).isEmpty()) {
        return;
      }
    }
    throw new IOException(directory + " holds nothing of TixGo: is DATA_DIR right?");
  }

  /** How much they take on the disk. */
  long bytes() throws IOException {
    long bytes = 0;
    for (Projection store : all) {
      for (Path file : files(folder(store))) {
        bytes += size(file);
      }
    }
    return bytes;
  }

  /** A running service may have replaced it meanwhile. */
  private static long size(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  /** Writes a file of all that is stored; not while that is being replaced. */
  void write(Path file, Draft.Writing writing) throws IOException {
    Draft.write(
        file,
        draft -> {
          RestoreMarker.expectNone(directory);
          writing.write(draft);
          RestoreMarker.expectNone(directory);
        });
  }

  /** Fails with a sentence when anything is stored and that isn't meant to be replaced. */
  void expectEmpty(boolean force) throws IOException {
    for (Projection store : all) {
      if (!force && !files(folder(store)).isEmpty()) {
        throw new IOException(
            folder(store) + " holds data already: use --force to replace all of it.");
      }
    }
  }

  /**
   * Puts the stores of a draft in the place of these. When that is cut off, no service starts on
   * the half that is left.
   */
  void replaceWith(Path draft) throws IOException {
    delete(RestoreMarker.in(directory));
    Path fresh = RestoreMarker.begin(directory, draft);
    for (Projection store : all) {
      for (Path old : files(folder(store))) {
        putAway(old);
      }
      for (Path file : files(fresh.resolve(name(store)))) {
        Files.move(file, folder(store).resolve(file.getFileName()));
      }
      RestoreMarker.sync(folder(store));
    }
    delete(fresh);
  }

  /** Nothing of an audit is ever lost: one that is replaced lies beside the other from then on. */
  private static void putAway(Path old) throws IOException {
    if (AuditFiles.isReplaced(old)) {
      return;
    }
    if (old.endsWith(FileTrail.NAME)) {
      Files.move(old, AuditFiles.replaced(old));
    } else {
      Files.delete(old);
    }
  }

  /** Fails with a sentence when a store that holds data would be replaced by nothing. */
  void expectAllIn(Path source, Path draft) throws IOException {
    for (Projection store : all) {
      if (files(draft.resolve(name(store))).isEmpty() && !files(folder(store)).isEmpty()) {
        throw new IOException(
            source + " holds nothing of the store " + name(store) + ". Nothing was changed.");
      }
    }
  }

  /** A folder beside the stores for what isn't checked yet. */
  Path draft() throws IOException {
    Files.createDirectories(directory);
    deleteDraft();
    return Files.createDirectory(directory.resolve(DRAFT));
  }

  void deleteDraft() throws IOException {
    delete(directory.resolve(DRAFT));
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Whether there is anything of a store in a folder. */
  static boolean holds(Path folder) throws IOException {
    return !files(folder).isEmpty();
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.endsWith("lock")).toList();
    }
  }
}
