package id.tixgo.report.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.Store;
import id.tixgo.common.store.feed.FeedClient;
import id.tixgo.common.store.feed.FeedConsumer;
import id.tixgo.common.store.feed.FeedInbox;
import id.tixgo.common.store.feed.FollowedFeeds;
import id.tixgo.report.domain.ReportSync;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Map;

/**
 * The feeds that facts come from.
 *
 * @param context where pages are taken
 * @param feedToClient one for each
 */
public record ReportFeeds(
    Vertx vertx,
    Context context,
    ReportState state,
    Store store,
    Map<String, FeedClient> feedToClient) {
  public ReportFeeds {
    requireNonNull(vertx);
    requireNonNull(context);
    requireNonNull(state);
    requireNonNull(store);
    feedToClient = Map.copyOf(feedToClient);
  }

  /** Follows them all. */
  public FollowedFeeds followed(long everyMs) {
    return new FollowedFeeds(
        ReportState.TELLERS.stream().map(told -> follow(told, everyMs)).toList());
  }

  private FeedConsumer follow(Teller told, long everyMs) {
    FeedClient client = requireNonNull(feedToClient.get(told.feed()));
    return new FeedConsumer(vertx, context, client, inbox(told), everyMs);
  }

  /** What applies the feed of this name. */
  public FeedInbox inbox(String feed) {
    return ReportState.TELLERS.stream()
        .filter(told -> told.feed().equals(feed))
        .map(this::inbox)
        .findFirst()
        .orElseThrow();
  }

  private FeedInbox inbox(Teller told) {
    return new FeedInbox(told.feed(), state.positions, new ToldFacts(state, told), store, context);
  }

  /** Reads them anew when somebody asks. */
  public ReportSync synchronisation(Clock clock) {
    return new Synchronisation(state, store, context, feedToClient, clock);
  }
}
