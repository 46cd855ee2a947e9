package id.tixgo.report.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.Store;
import id.tixgo.common.store.feed.FeedClient;
import id.tixgo.common.time.Timestamps;
import id.tixgo.report.domain.ReportSync;
import id.tixgo.report.domain.SyncProgress;
import id.tixgo.report.domain.SyncProgress.Synced;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes all figures anew from the first messages of all feeds. They are read beside what is
 * followed, and what differs is put right in one transaction at their end: whoever asks meanwhile
 * sees what was known before. One at a time: who asks for another gets the one that goes on.
 */
public final class Synchronisation implements ReportSync {
  private final ReportState state;
  private final Store store;
  private final Context context;
  private final Map<String, FeedClient> feedToClient;
  private final Clock clock;
  private Future<Synced> running = Future.failedFuture("there was none");
  private volatile Optional<Instant> startedAt = Optional.empty();
  private volatile List<ReadFeed> feeds = List.of();
  private volatile Optional<Synced> last = Optional.empty();
  private volatile boolean goesOn;

  /**
   * @param context where it runs
   */
  public Synchronisation(
      ReportState state,
      Store store,
      Context context,
      Map<String, FeedClient> feedToClient,
      Clock clock) {
    this.state = requireNonNull(state);
    this.store = requireNonNull(store);
    this.context = requireNonNull(context);
    this.feedToClient = Map.copyOf(feedToClient);
    this.clock = requireNonNull(clock);
  }

  @Override
  public Future<Synced> run() {
    return Future.future(done -> context.runOnContext(now -> one().onComplete(done)));
  }

  @Override
  public SyncProgress progress() {
    return new SyncProgress(
        goesOn, startedAt, feeds.stream().map(ReadFeed::progress).toList(), last);
  }

  private Future<Synced> one() {
    if (!goesOn) {
      goesOn = true;
      startedAt = Optional.of(Timestamps.now(clock));
      running = read().onSuccess(synced -> last = Optional.of(synced)).onComplete(end -> end());
    }
    return running;
  }

  private void end() {
    goesOn = false;
  }

  private Future<Synced> read() {
    RebuiltFacts rebuilt = new RebuiltFacts();
    feeds =
        ReportState.TELLERS.stream()
            .map(told -> new ReadFeed(told, feedToClient.get(told.feed()), context, rebuilt))
            .toList();
    return toEnd().compose(read -> settle(new SyncSettlement(state, rebuilt, feeds)));
  }

  private Future<Void> toEnd() {
    Future<Void> all = Future.succeededFuture();
    for (ReadFeed feed : feeds) {
      all = all.compose(before -> toEnd(feed));
    }
    return all;
  }

  /** There is nothing to be put right of a service that nothing is known of, nor may it run. */
  private Future<Void> toEnd(ReadFeed feed) {
    boolean unknown = state.positions.get(feed.feed()).seq() == 0;
    return feed.toEnd()
        .recover(
            failure ->
                unknown && feed.position().seq() == 0
                    ? Future.succeededFuture()
                    : Future.failedFuture(failure));
  }

  /** Where what is followed is ahead by now, it reads on; a feed that has no more was put back. */
  private Future<Synced> settle(SyncSettlement settlement) {
    long before = settlement.read();
    return store
        .commit(context, entries -> settlement.make(entries, false, Timestamps.now(clock)))
        .compose(
            done ->
                done.map(Future::succeededFuture)
                    .orElseGet(() -> toEnd().compose(read -> readOn(settlement, before))));
  }

  private Future<Synced> readOn(SyncSettlement settlement, long before) {
    return settlement.read() > before
        ? settle(settlement)
        : store
            .commit(context, entries -> settlement.make(entries, true, Timestamps.now(clock)))
            .map(Optional::orElseThrow);
  }
}
