package id.tixgo.common.store.feed;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a consumer is.
 *
 * @param feed the service that tells
 * @param id the feed's; empty before the first message
 * @param seq the last message that was applied; 0 before the first
 * @param at when that was told
 */
public record FeedPosition(String feed, String id, long seq, Optional<Instant> at)
    implements Shareable {
  public FeedPosition {
    requireNonNull(feed);
    requireNonNull(id);
    requireNonNull(at);
  }

  /** That of a feed of which nothing is read. */
  public static FeedPosition none(String feed) {
    return new FeedPosition(feed, "", 0, Optional.empty());
  }

  /**
   * The place after a message.
   *
   * @param id the feed's
   */
  public static FeedPosition after(String feed, String id, FeedMessage message) {
    return new FeedPosition(feed, id, message.seq(), Optional.of(message.at()));
  }

  FeedPosition after(FeedMessage message, String feedId) {
    return after(feed, feedId, message);
  }

  /** Whether it is a place in that feed. */
  boolean isOf(FeedPage page) {
    return seq == 0 || id.equals(page.id());
  }

  /** Why the feed isn't the one that was read so far; empty when it is. */
  Optional<String> contradiction(FeedPage page) {
    if (seq == 0) {
      return Optional.empty();
    }
    if (!isOf(page)) {
      return Optional.of("it is another feed than the one read up to message " + seq);
    }
    if (page.last() < seq) {
      return Optional.of("it ends at message " + page.last() + " and was read up to " + seq);
    }
    return at.equals(page.afterAt())
        ? Optional.empty()
        : Optional.of("its message " + seq + " is another than the one that was read");
  }
}
