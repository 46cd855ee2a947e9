package id.tixgo.loadtest;

import static java.util.Objects.requireNonNull;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Sends each arrival on the connection that has rested longest, so that all of them, and with them
 * all of the server's event loops, get their share. An arrival that finds none free waits.
 */
final class Sender {
  private static final int MOST_WAITING = 50_000;
  private static final long ANSWER_MILLIS = 10_000;

  private final Context loop;
  private final Plan plan;
  private final Runnable whenAllAnswered;
  private final Connections connections;
  private final Deque<Arrival> waiting = new ArrayDeque<>();
  private final Tally tally = new Tally();
  private int finished;

  private record Arrival(int number, long dueNanos) {}

  Sender(Vertx vertx, Plan plan, Runnable whenAllAnswered) {
    this.loop = vertx.getOrCreateContext();
    this.plan = requireNonNull(plan);
    this.whenAllAnswered = requireNonNull(whenAllAnswered);
    this.connections = new Connections(vertx, plan, this::serveNext);
    loop.runOnContext(nothing -> connections.open());
  }

  /** Takes arrivals from any thread. */
  void arrive(long startNanos, int first, int end) {
    loop.runOnContext(
        nothing -> {
          for (int i = first; i < end; i++) {
            admit(new Arrival(i, startNanos + plan.dueNanos(i)));
          }
        });
  }

  /** What was measured, as one line. */
  Future<String> result() {
    return Future.future(
        promise -> loop.runOnContext(nothing -> promise.complete(tally.line(plan))));
  }

  private void admit(Arrival arrival) {
    if (waiting.size() >= MOST_WAITING) {
      tally.dropped();
      finish();
    } else {
      waiting.addLast(arrival);
      serveNext();
    }
  }

  private void serveNext() {
    while (!waiting.isEmpty() && connections.hasIdle()) {
      send(waiting.pollFirst(), connections.take());
    }
  }

  private void send(Arrival arrival, HttpClientConnection connection) {
    boolean measured = arrival.number() >= plan.firstMeasured();
    if (measured) {
      tally.sent(System.nanoTime() - arrival.dueNanos());
    }
    request(arrival, connection)
        .onComplete(
            answer -> {
              connections.giveBack(connection, answer.succeeded());
              if (measured) {
                count(arrival, answer);
              }
              finish();
              serveNext();
            });
  }

  private void count(Arrival arrival, AsyncResult<Integer> answer) {
    if (answer.succeeded()) {
      tally.answered(answer.result(), arrival.dueNanos(), System.nanoTime());
    } else {
      tally.failed(answer.cause());
    }
  }

  private Future<Integer> request(Arrival arrival, HttpClientConnection connection) {
    return connection
        .request(options())
        .compose(r -> plan.checkIns() ? r.send(plan.body(arrival.number())) : r.send())
        .compose(response -> response.end().map(response.statusCode()));
  }

  private RequestOptions options() {
    RequestOptions options =
        new RequestOptions()
            .setMethod(plan.checkIns() ? HttpMethod.POST : HttpMethod.GET)
            .setURI(Connections.target(plan.url()))
            .setIdleTimeout(ANSWER_MILLIS)
            .putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + plan.token());
    return plan.checkIns()
        ? options.putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        : options;
  }

  private void finish() {
    finished++;
    if (finished == plan.arrivals()) {
      whenAllAnswered.run();
    }
  }
}
