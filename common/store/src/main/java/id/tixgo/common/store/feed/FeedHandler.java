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
   * @param begin begins the feed, when whoever asks is the first
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
    Future<Void> begun = feed.hasBegun() ? Future.succeededFuture() : begin.get();
    return begun.map(known -> Reply.json(200, feed.page(after, Page.limit(call))));
  }
}
