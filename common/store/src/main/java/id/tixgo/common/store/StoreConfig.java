package id.tixgo.common.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.Env;
import id.tixgo.common.store.audit.AuditTrails;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where services keep what they know.
 *
 * @param directory the directory of all logs; empty when they aren't in files
 * @param database the database of all logs; empty when they aren't in one
 * @param synced whether an answer waits until its change is on the disk; otherwise the disk follows
 *     within {@value #LATEST_SYNC_MS} ms
 * @param retentionDays how long what has no use any more is kept; 0 for ever
 */
public record StoreConfig(
    Optional<Path> directory,
    Optional<DatabaseConfig> database,
    boolean synced,
    int retentionDays) {
  static final int LATEST_SYNC_MS = 50;

  public StoreConfig {
    requireNonNull(directory);
    requireNonNull(database);
  }

  /** One in files, or in memory. */
  public StoreConfig(Optional<Path> directory, boolean synced, int retentionDays) {
    this(directory, Optional.empty(), synced, retentionDays);
  }

  public static StoreConfig from(Env env) {
    String kind = env.choice("STORE", "file", List.of("file", "memory", "postgres"));
    Path directory = Path.of(env.text("DATA_DIR", "data"));
    return new StoreConfig(
        Optional.of(directory).filter(files -> kind.equals("file")),
        kind.equals("postgres") ? Optional.of(DatabaseConfig.from(env)) : Optional.empty(),
        env.choice("DURABILITY", "sync", List.of("sync", "async")).equals("sync"),
        env.number("RETENTION_DAYS", 0, 0, 36_500));
  }

  /** How long what has no use any more is kept; empty for ever. */
  public Optional<Duration> retention() {
    return Optional.of(Duration.ofDays(retentionDays)).filter(time -> !time.isZero());
  }

  /** Where a store's files are; empty when it has none. */
  private Optional<Path> folder(String store) {
    return directory.map(all -> all.resolve(store));
  }

  /** A store of this kind for the store; opened by whoever asked. */
  public Store store(Vertx vertx, Projection projection) {
    return store(vertx, projection, false);
  }

  /**
   * The same.
   *
   * @param alone whether one node at a time may have it, where nodes share a database
   */
  public Store store(Vertx vertx, Projection projection, boolean alone) {
    if (database.isPresent()) {
      return shared(vertx, database.get(), projection, alone);
    }
    return directory
        .<Store>map(directory -> new FileStore(vertx, directory, synced, projection))
        .orElseGet(() -> new MemoryStore(vertx, projection));
  }

  private static Store shared(
      Vertx vertx, DatabaseConfig database, Projection projection, boolean alone) {
    EntryTypes types = projection.types();
    SharedLog log = SharedLogs.find().log(vertx, database, types.store(), types.version(), alone);
    return new SharedStore(vertx, log, projection);
  }

  /** Where a store's audit is kept. */
  AuditTrails trails(Vertx vertx, String store) {
    return database
        .<AuditTrails>map(known -> () -> SharedLogs.find().trail(vertx, known, store))
        .orElseGet(() -> AuditTrails.in(folder(store)));
  }
}
