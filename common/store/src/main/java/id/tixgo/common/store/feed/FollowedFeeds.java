package id.tixgo.common.store.feed;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.FeedReport;
import id.tixgo.common.http.Reply;
import id.tixgo.common.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;

/**
 * The feeds that a service follows. {@code POST /internal/feeds/{feed}/restart} is an operator's
 * word on one that isn't followed any more: it is read anew from its first message.
 */
public record FollowedFeeds(List<FeedConsumer> consumers) {
  public FollowedFeeds {
    consumers = List.copyOf(consumers);
  }

  public void register(Api api) {
    api.on("restartFeed", this::restart);
  }

  public void start() {
    consumers.forEach(FeedConsumer::start);
  }

  public void stop() {
    consumers.forEach(FeedConsumer::stop);
  }

  /** How it is doing with each. */
  public List<FeedReport> reports() {
    return consumers.stream().map(FeedConsumer::report).toList();
  }

  private Future<Reply> restart(Call call) {
    String feed = call.path("feed");
    return consumers.stream()
        .filter(consumer -> consumer.report().feed().equals(feed))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("This service follows no feed of that name."))
        .beginAnew(Vertx.currentContext())
        .map(report -> Reply.json(200, report));
  }
}
