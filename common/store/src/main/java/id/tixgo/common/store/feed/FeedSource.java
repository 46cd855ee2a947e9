package id.tixgo.common.store.feed;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/**
 * A service's own feed, to be told to others than services.
 *
 * @param positions of the store that the feed is in
 * @param correlation what messages of one matter have in common: an order's id
 */
public record FeedSource(
    String service,
    ServiceFeed feed,
    FeedPositions positions,
    Function<FeedMessage, String> correlation) {
  public FeedSource {
    requireNonNull(service);
    requireNonNull(feed);
    requireNonNull(positions);
    requireNonNull(correlation);
  }
}
