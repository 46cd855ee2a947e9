package id.tixgo.report;

import id.tixgo.common.config.Env;
import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.store.Store;
import id.tixgo.common.store.StoreConfig;
import id.tixgo.common.store.feed.FeedClient;
import id.tixgo.common.store.feed.FeedInbox;
import id.tixgo.common.store.wal.WriteAheadLog;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.report.domain.ReportSync;
import id.tixgo.report.store.ReportFeeds;
import id.tixgo.report.store.ReportState;
import id.tixgo.report.store.StoredEventReports;
import id.tixgo.report.store.StoredUserReports;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Report's store in a folder, with what fills and reads it. */
final class OpenReports implements AutoCloseable {
  private static final HttpConfig HTTP =
      HttpConfig.from(new Env(Map.of("JWT_SECRET", RunningSystem.SECRET)));

  private final Vertx vertx = Vertx.vertx();
  private final Path folder;
  private final Map<String, ScriptedFeed> feeds;
  private final ReportState state;
  private final Store store;
  final CountedStore counted;
  private final ReportFeeds followed;
  final StoredUserReports users;
  final StoredEventReports events;
  final ReportSync sync;

  /**
   * @param feeds by their names
   */
  OpenReports(Path folder, Map<String, ScriptedFeed> feeds) {
    JsonFormat.install();
    this.folder = folder;
    this.feeds = feeds;
    this.state = new ReportState(vertx);
    this.store = new StoreConfig(Optional.of(folder), true, 0).store(vertx, state);
    this.counted = new CountedStore(store);
    store.open().await();
    Context context = vertx.getOrCreateContext();
    this.followed = new ReportFeeds(vertx, context, state, counted, clients());
    this.users = new StoredUserReports(state, store, context);
    this.events = new StoredEventReports(state, context);
    this.sync = followed.synchronisation(Clock.systemUTC());
  }

  private Map<String, FeedClient> clients() {
    return feeds.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                feed ->
                    new FeedClient(
                        new UpstreamClient(vertx, feed.getKey(), feed.getValue().uri(), HTTP),
                        HTTP)));
  }

  /** Takes a part of a feed, which may be known already. */
  void take(String feed, int after, int upTo) {
    inbox(feed).take(feeds.get(feed).page(after, upTo)).await();
  }

  /** Takes all of it that isn't known. */
  void takeAll(String feed) {
    take(feed, read(feed), feeds.get(feed).size());
  }

  /** How far it is with a feed. */
  int read(String feed) {
    return (int) inbox(feed).seq();
  }

  private FeedInbox inbox(String feed) {
    return followed.inbox(feed);
  }

  /** Closed and opened. */
  OpenReports restarted() {
    close();
    return new OpenReports(folder, feeds);
  }

  /** What a snapshot would keep, opened; this one is gone. */
  OpenReports compacted() {
    Path copy = RunningSystem.newFolder();
    try {
      WriteAheadLog.create(copy.resolve("report"), state.types(), state.snapshot());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    close();
    return new OpenReports(copy, feeds);
  }

  @Override
  public void close() {
    store.close().compose(closed -> vertx.close()).await();
  }
}
