package id.tixgo.common.test;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Vouches for whoever asks, as {@code siti} of the committee, in the way that a test wants. */
public final class FakeIdentity {
  private final List<HttpServerRequest> held = new ArrayList<>();
  private HttpServer server;
  private int questions;
  private int status = 200;
  private OptionalInt firstStatus = OptionalInt.empty();
  private boolean holds;
  private boolean hangsUp;
  private String lastRequestId = "";
  private int lastDeadlineMs;

  public void listen(Vertx vertx, String port) {
    server =
        RunningSystem.await(
            vertx
                .createHttpServer()
                .requestHandler(this::take)
                .listen(Integer.parseInt(port), "127.0.0.1"));
  }

  public void goAway() {
    RunningSystem.await(server.close());
  }

  public synchronized int questions() {
    return questions;
  }

  public synchronized void answer(int newStatus) {
    status = newStatus;
  }

  /** The next question alone gets this status. */
  public synchronized void answerFirst(int newStatus) {
    firstStatus = OptionalInt.of(newStatus);
  }

  /** Keeps questions waiting until {@link #release()}. */
  public synchronized void hold() {
    holds = true;
  }

  public synchronized void release() {
    holds = false;
    held.forEach(this::answer);
    held.clear();
  }

  public synchronized void hangUp(boolean does) {
    hangsUp = does;
  }

  public synchronized String lastRequestId() {
    return lastRequestId;
  }

  public synchronized int lastDeadlineMs() {
    return lastDeadlineMs;
  }

  private synchronized void take(HttpServerRequest request) {
    questions++;
    lastRequestId = request.getHeader("X-Request-Id");
    lastDeadlineMs = Integer.parseInt(request.getHeader("X-Deadline-Ms"));
    if (hangsUp) {
      request.connection().close();
    } else if (holds) {
      held.add(request);
    } else {
      answer(request);
    }
  }

  private void answer(HttpServerRequest request) {
    JsonObject body =
        new JsonObject()
            .put("valid", true)
            .put("id", 2)
            .put("sub", "siti")
            .put("role", "committee")
            .put("exp", 1);
    request.response().setStatusCode(firstStatus.orElse(status)).end(body.toBuffer());
    firstStatus = OptionalInt.empty();
  }
}
