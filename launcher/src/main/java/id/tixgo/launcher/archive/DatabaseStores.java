package id.tixgo.launcher.archive;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.DatabaseConfig;
import id.tixgo.common.store.LogsFilling;
import id.tixgo.common.store.LogsReading;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.SharedEntries;
import id.tixgo.common.store.SharedLogs;
import id.tixgo.common.store.audit.AuditLine;
import id.tixgo.common.store.audit.FileTrail;
import id.tixgo.common.store.wal.DirectoryLock;
import id.tixgo.common.store.wal.LogScan;
import id.tixgo.common.store.wal.WriteAheadLog;
import io.vertx.core.Vertx;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The stores of a database, as files of a temporary folder for as long as they are copied, so that
 * all is done with them that is done with files.
 */
final class DatabaseStores implements Closeable {
  private static final int BATCH = 2000;
  private static final String PREFIX = ".copy";

  private final Vertx vertx;
  private final DatabaseConfig database;
  private final Stores files;
  private final DirectoryLock lock;

  private DatabaseStores(Vertx vertx, DatabaseConfig database, Stores files, DirectoryLock lock) {
    this.vertx = requireNonNull(vertx);
    this.database = requireNonNull(database);
    this.files = requireNonNull(files);
    this.lock = requireNonNull(lock);
  }

  /**
   * @param room where there is place for the files: a container's temporary folder is small
   */
  static DatabaseStores of(Vertx vertx, DatabaseConfig database, Path room) throws IOException {
    deleteLeft(Files.createDirectories(room));
    Path folder = Files.createTempDirectory(room, PREFIX);
    DirectoryLock lock = DirectoryLock.take(folder);
    return new DatabaseStores(vertx, database, Stores.in(folder, vertx), lock);
  }

  /** What was broken off has left people's data behind; what another process copies is its own. */
  private static void deleteLeft(Path room) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(room, PREFIX + "*")) {
      for (Path folder : left) {
        Optional<DirectoryLock> ours = DirectoryLock.tryTake(folder);
        if (ours.isPresent()) {
          ours.get().close();
          Stores.delete(folder);
        }
      }
    }
  }

  /** Empty until they are fetched. */
  Stores files() {
    return files;
  }

  private interface Copying {
    /** Returns how many entries there are. */
    long copy(Projection store, SharedEntries entries) throws IOException;
  }

  /** Makes files of all that the database holds at this moment, also while services run. */
  Stores fetch() throws IOException {
    return fetch(files.all(), (store, entries) -> create(store, entries.all()));
  }

  /** The same of the audits alone. */
  Stores fetchAudits() throws IOException {
    return fetch(files.audited(), this::copyAudit);
  }

  private long copyAudit(Projection store, SharedEntries entries) throws IOException {
    long count = 0;
    try (FileTrail trail = FileTrail.open(files.folder(store))) {
      List<AuditLine> lines = new ArrayList<>(BATCH);
      Iterator<Record> all = entries.audit().iterator();
      while (all.hasNext()) {
        lines.add((AuditLine) all.next());
        if (lines.size() == BATCH || !all.hasNext()) {
          trail.append(lines);
          count += lines.size();
          lines.clear();
        }
      }
    }
    return count + create(store, entries.auditHead());
  }

  private long create(Projection store, Stream<Record> entries) throws IOException {
    return WriteAheadLog.create(files.folder(store), store.types(), entries.iterator());
  }

  private Stores fetch(List<Projection> stores, Copying copying) throws IOException {
    long count = 0;
    try (LogsReading logs = SharedLogs.find().read(vertx, database)) {
      for (Projection store : stores) {
        count += copying.copy(store, new SharedEntries(logs, store.types()));
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
    lock.close();
    Stores.delete(files.directory());
  }
}
