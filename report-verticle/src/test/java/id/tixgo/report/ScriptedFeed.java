package id.tixgo.report;

import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.store.feed.FeedPage;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A neighbour that has nothing but a feed, of which a test says what it tells. */
final class ScriptedFeed {
  private final HttpServer server;
  private final List<FeedMessage> told = new CopyOnWriteArrayList<>();
  private volatile String id = "first";
  volatile boolean away;

  ScriptedFeed(Vertx vertx) {
    server = vertx.createHttpServer().requestHandler(this::answer).listen(0, "127.0.0.1").await();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  void tell(String type, Instant at, Record facts) {
    told.add(new FeedMessage(told.size() + 1L, type, at, JsonFormat.encode(facts).toString()));
  }

  /** Its store was emptied. */
  void beginAnew() {
    id = "second";
    told.clear();
  }

  /** All that it has told, or a part of it. */
  FeedPage page(int after, int upTo) {
    Optional<Instant> at = after == 0 ? Optional.empty() : Optional.of(told.get(after - 1).at());
    return new FeedPage(id, told.size(), at, told.subList(after, upTo));
  }

  int size() {
    return told.size();
  }

  private void answer(HttpServerRequest request) {
    int after = Math.min(Integer.parseInt(request.getParam("after")), told.size());
    int limit = Integer.parseInt(request.getParam("limit"));
    request
        .response()
        .setStatusCode(away ? 503 : 200)
        .putHeader("Content-Type", "application/json")
        .end(JsonFormat.encode(page(after, Math.min(told.size(), after + limit))));
  }
}
