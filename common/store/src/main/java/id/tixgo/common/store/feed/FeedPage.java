package id.tixgo.common.store.feed;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A part of a feed.
 *
 * @param id the feed's, made when it began; a store that was emptied has another
 * @param last the {@code seq} of the newest message of all
 * @param afterAt when the message was told after which the page begins. A consumer that knows
 *     another time has read another history: the store was put back to an earlier state, and has
 *     gone on from there.
 * @param messages what follows, without a gap
 */
public record FeedPage(
    String id, long last, Optional<Instant> afterAt, List<FeedMessage> messages) {
  public FeedPage {
    requireNonNull(id);
    requireNonNull(afterAt);
    messages = List.copyOf(messages);
  }
}
