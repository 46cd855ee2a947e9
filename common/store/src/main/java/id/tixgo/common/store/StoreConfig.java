package id.tixgo.common.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.Env;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where services keep what they know.
 *
 * @param directory the directory of all logs; empty when nothing is kept
 * @param synced whether an answer waits until its change is on the disk; otherwise the disk follows
 *     within {@value #LATEST_SYNC_MS} ms
 * @param retentionDays how long what has no use any more is kept; 0 for ever
 */
public record StoreConfig(Optional<Path> directory, boolean synced, int retentionDays) {
  static final int LATEST_SYNC_MS = 50;

  public StoreConfig {
    requireNonNull(directory);
  }

  public static StoreConfig from(Env env) {
    boolean file = env.choice("STORE", "file", List.of("file", "memory")).equals("file");
    Path directory = Path.of(env.text("DATA_DIR", "data"));
    return new StoreConfig(
        file ? Optional.of(directory) : Optional.empty(),
        env.choice("DURABILITY", "sync", List.of("sync", "async")).equals("sync"),
        env.number("RETENTION_DAYS", 0, 0, 36_500));
  }

  /** How long what has no use any more is kept; empty for ever. */
  public Optional<Duration> retention() {
    return Optional.of(Duration.ofDays(retentionDays)).filter(time -> !time.isZero());
  }

  /** Where a store's files are; empty when nothing is kept. */
  Optional<Path> folder(String store) {
    return directory.map(all -> all.resolve(store));
  }

  /** A store of this kind for the store; opened by whoever asked. */
  public Store store(Vertx vertx, Projection projection) {
    return directory
        .<Store>map(directory -> new FileStore(vertx, directory, synced, projection))
        .orElseGet(() -> new MemoryStore(vertx, projection));
  }
}
