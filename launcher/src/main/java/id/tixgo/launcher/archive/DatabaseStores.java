package id.tixgo.launcher.archive;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.DatabaseConfig;
import id.tixgo.common.store.LogsFilling;
import id.tixgo.common.store.LogsReading;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.SharedEntries;
import id.tixgo.common.store.SharedLogs;
import id.tixgo.common.store.wal.LogScan;
import id.tixgo.common.store.wal.WriteAheadLog;
import io.vertx.core.Vertx;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The stores of a database, as files of a temporary folder for as long as they are copied, so that
 * all is done with them that is done with files.
 */
final class DatabaseStores implements Closeable {
  private static final int BATCH = 2000;

  private final Vertx vertx;
  private final DatabaseConfig database;
  private final Stores files;

  private DatabaseStores(Vertx vertx, DatabaseConfig database, Stores files) {
    this.vertx = requireNonNull(vertx);
    this.database = requireNonNull(database);
    this.files = requireNonNull(files);
  }

  /**
   * @param room where there is place for the files: a container's temporary folder is small
   */
  static DatabaseStores of(Vertx vertx, DatabaseConfig database, Path room) throws IOException {
    Path folder = Files.createTempDirectory(Files.createDirectories(room), ".copy");
    return new DatabaseStores(vertx, database, Stores.in(folder, vertx));
  }

  /** Empty until they are fetched. */
  Stores files() {
    return files;
  }

  /** Makes files of all that the database holds at this moment, also while services run. */
  Stores fetch() throws IOException {
    return fetch(SharedEntries::all);
  }

  /** The same of the audits alone. */
  Stores fetchAudits() throws IOException {
    return fetch(SharedEntries::audit);
  }

  private Stores fetch(Function<SharedEntries, Stream<Record>> part) throws IOException {
    long count = 0;
    try (LogsReading logs = SharedLogs.find().read(vertx, database)) {
      for (Projection store : files.all()) {
        Stream<Record> entries = part.apply(new SharedEntries(logs, store.types()));
        count += WriteAheadLog.create(files.folder(store), store.types(), entries.iterator());
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (count == 0) {
      throw new IOException("The database holds nothing of TixGo: is DATABASE_URL right?");
    }
    return files;
  }

  /** Fails with a sentence when the database holds anything, or somebody uses it. */
  void expectEmpty() throws IOException {
    SharedLogs.find().fill(vertx, database).close();
  }

  /** Puts into the database what the files hold, all or nothing; returns how many entries. */
  long store() throws IOException {
    long count = 0;
    try (LogsFilling logs = SharedLogs.find().fill(vertx, database)) {
      for (Projection store : files.all()) {
        count += store(store, logs);
      }
      logs.commit();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return count;
  }

  private long store(Projection store, LogsFilling logs) throws IOException {
    List<String> lines = new ArrayList<>(BATCH);
    long count =
        LogScan.read(files.folder(store), store.types(), entry -> add(store, entry, lines, logs))
            .entries();
    flush(store, lines, logs);
    return count;
  }

  private static void add(Projection store, Record entry, List<String> lines, LogsFilling logs) {
    try {
      lines.add(store.types().text(entry));
      if (lines.size() == BATCH) {
        flush(store, lines, logs);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void flush(Projection store, List<String> lines, LogsFilling logs)
      throws IOException {
    if (!lines.isEmpty()) {
      logs.append(Stores.name(store), store.types().version(), lines);
      lines.clear();
    }
  }

  @Override
  public void close() throws IOException {
    Stores.delete(files.directory());
  }
}
