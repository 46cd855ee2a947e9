package id.tixgo.report.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.Appender;
import id.tixgo.common.store.Store;
import id.tixgo.common.store.feed.FeedClient;
import id.tixgo.common.time.Timestamps;
import id.tixgo.report.domain.Fact;
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
import java.util.Set;

/**
 * Makes all figures anew from the first messages of all feeds. They are read beside what is
 * followed, and what differs is put right at their end, in small steps: whoever asks while they are
 * made sees some of it. One at a time: who asks for another gets the one that goes on.
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

  /** One transaction of what is put right. */
  private interface Step<R> {
    R make(SyncSettlement settlement, Appender entries);
  }

  /**
   * What came of a step.
   *
   * @param behind the feeds that are to be read on before; then there is no result
   */
  private record Made<R>(Optional<R> result, Set<String> behind) {
    static <R> Made<R> of(SyncSettlement settlement, Step<R> step, Appender entries) {
      Set<String> behind = settlement.behind();
      return behind.isEmpty()
          ? new Made<>(Optional.of(step.make(settlement, entries)), behind)
          : new Made<>(Optional.empty(), behind);
    }
  }

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

  private Future<Synced> settle(SyncSettlement settlement) {
    return context
        .executeBlocking(settlement::steps)
        .compose(steps -> putAll(settlement, steps))
        .compose(put -> step(settlement, this::finish))
        .map(Optional::orElseThrow);
  }

  private Future<Void> putAll(SyncSettlement settlement, List<List<Fact>> steps) {
    Future<Void> all = Future.succeededFuture();
    for (List<Fact> facts : steps) {
      all = all.compose(before -> step(settlement, put(facts))).mapEmpty();
    }
    return all;
  }

  private static Step<Optional<Synced>> put(List<Fact> facts) {
    return (settlement, entries) -> {
      settlement.put(facts, entries);
      return Optional.empty();
    };
  }

  private Optional<Synced> finish(SyncSettlement settlement, Appender entries) {
    return Optional.of(settlement.finish(entries, Timestamps.now(clock)));
  }

  /** Where what is followed is ahead by now, it reads on first. */
  private <R> Future<R> step(SyncSettlement settlement, Step<R> step) {
    return store
        .commit(context, entries -> Made.of(settlement, step, entries))
        .compose(
            made ->
                made.result()
                    .map(Future::succeededFuture)
                    .orElseGet(
                        () ->
                            readOn(settlement, made.behind())
                                .compose(read -> step(settlement, step))));
  }

  /** A feed that has no more was put back. */
  private Future<Void> readOn(SyncSettlement settlement, Set<String> behind) {
    long before = settlement.read(behind);
    return toEnd()
        .onSuccess(
            read -> {
              if (settlement.read(behind) == before) {
                settlement.end(behind);
              }
            });
  }
}
