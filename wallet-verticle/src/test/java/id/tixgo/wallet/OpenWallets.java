package id.tixgo.wallet;

import id.tixgo.common.clients.identity.UserFacts;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.store.Store;
import id.tixgo.common.store.StoreConfig;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.store.wal.WriteAheadLog;
import id.tixgo.wallet.store.StoredWallets;
import id.tixgo.wallet.store.ToldUsers;
import id.tixgo.wallet.store.WalletBooks;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/** Wallet's store in a folder, with what changes and reads it. */
final class OpenWallets implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final Path folder;
  private final Clock clock;
  private final WalletBooks projection;
  private final Store store;
  private final Context context;
  final StoredWallets wallets;

  OpenWallets(Path folder, Clock clock) {
    JsonFormat.install();
    this.folder = folder;
    this.clock = clock;
    this.projection = new WalletBooks(vertx);
    this.store = new StoreConfig(Optional.of(folder), true, 0).store(vertx, projection);
    store.open().await();
    this.context = vertx.getOrCreateContext();
    this.wallets = new StoredWallets(projection, store, context, () -> {}, clock);
  }

  /** As Identity's feed tells. */
  void identityTells(String type, long id, String name) {
    UserFacts facts =
        new UserFacts(id, name, "user", Optional.empty(), Optional.empty(), Optional.empty());
    String json = JsonFormat.encode(facts).toString();
    FeedMessage message = new FeedMessage(1, type, clock.instant(), json);
    store
        .commit(
            context,
            entries -> {
              new ToldUsers(projection).apply(message, entries);
              return message;
            })
        .await();
  }

  /** Entries that make the same wallet. */
  Iterator<Record> snapshot() {
    return projection.snapshot();
  }

  /** Closed and opened. */
  OpenWallets restarted() {
    close();
    return new OpenWallets(folder, clock);
  }

  /** What is on the disk now, opened; this one is gone. */
  OpenWallets crashed() {
    Path copy = newFolder();
    try {
      copy(folder.resolve("wallet"), copy.resolve("wallet"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    close();
    return new OpenWallets(copy, clock);
  }

  /** What a snapshot would keep, opened; this one is gone. */
  OpenWallets compacted() {
    Path copy = newFolder();
    try {
      WriteAheadLog.create(copy.resolve("wallet"), projection.types(), projection.snapshot());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    close();
    return new OpenWallets(copy, clock);
  }

  @Override
  public void close() {
    store.close().compose(closed -> vertx.close()).await();
  }

  static Path newFolder() {
    try {
      return Files.createTempDirectory("tixgo");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectory(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(f -> !f.endsWith("lock")).toList()) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    }
  }
}
