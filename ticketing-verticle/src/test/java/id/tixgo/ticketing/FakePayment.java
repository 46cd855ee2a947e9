package id.tixgo.ticketing;

import id.tixgo.common.config.ServiceToken;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.time.Timestamps;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells in Payment's feed what a test wants it to. */
final class FakePayment extends VerticleBase {
  private final int port;
  private final List<JsonObject> messages = new CopyOnWriteArrayList<>();

  FakePayment(int port) {
    this.port = port;
  }

  @Override
  public Future<?> start() {
    return vertx.createHttpServer().requestHandler(this::answer).listen(port, "127.0.0.1");
  }

  void tell(String type, Instant at, JsonObject data) {
    messages.add(
        new JsonObject()
            .put("seq", messages.size() + 1)
            .put("type", type)
            .put("at", Timestamps.format(at))
            .put("data", data));
  }

  int told() {
    return messages.size();
  }

  private void answer(HttpServerRequest request) {
    boolean known = RunningSystem.SERVICE_TOKEN.equals(request.getHeader(ServiceToken.HEADER));
    int after = Math.min(Integer.parseInt(request.getParam("after", "0")), messages.size());
    JsonObject page =
        new JsonObject()
            .put("id", "payments")
            .put("last", messages.size())
            .put("after_at", after == 0 ? null : messages.get(after - 1).getString("at"))
            .put("messages", new JsonArray(messages.stream().skip(after).toList()));
    request
        .response()
        .setStatusCode(known && request.path().equals("/internal/feed") ? 200 : 401)
        .putHeader("Content-Type", "application/json")
        .end(page.toBuffer());
  }
}
