package id.tixgo.common.store.feed;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import io.vertx.core.Future;
import java.util.function.Supplier;

/** {@code GET /internal/feed}: what this service tells others. */
public final class FeedHandler {
  private final ServiceFeed feed;
  private final Supplier<Future<Void>> begin;

  /**
   * @param begin begins the feed, when whoever asks is the first, by a transaction: by any, a node
   *     hears what others have stored before it
   */
  public FeedHandler(ServiceFeed feed, Supplier<Future<Void>> begin) {
    this.feed = requireNonNull(feed);
    this.begin = requireNonNull(begin);
  }

  public void register(Api api) {
    api.on("feed", this::page);
  }

  private Future<Reply> page(Call call) {
    long after = call.query("after").map(Long::valueOf).orElse(0L);
    boolean known = feed.hasBegun() && after <= feed.last();
    Future<Void> begun = known ? Future.succeededFuture() : begin.get();
    return begun.map(done -> Reply.json(200, feed.page(after, Page.limit(call))));
  }
}
