package id.tixgo.loadtest;

import static java.util.Objects.requireNonNull;

import id.tixgo.loadtest.Listeners.Task;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.parsetools.RecordParser;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Streams that are open, and scanners whose scans they should hear. For one event loop. */
final class Audience {
  private static final long LONGEST_MICROS = TimeUnit.SECONDS.toMicros(60);

  private final Vertx vertx;
  private final Context loop;
  private final Task task;
  private final Runnable whenReady;
  private final Runnable whenDone;
  private final HttpClientAgent streams;
  private final HttpClientAgent scanners;
  private final Histogram latency = new Histogram(LONGEST_MICROS, 3);
  private final long[] answeredNanos;
  private final long[] lastNanos;
  private final int[] ears;
  private int opened;
  private int sent;
  private int complete;
  private long heard;
  private int wrong;

  /**
   * @param whenReady told when all streams are open
   * @param whenDone told when all have heard everything
   */
  Audience(Vertx vertx, Task task, Runnable whenReady, Runnable whenDone) {
    this.vertx = requireNonNull(vertx);
    this.loop = vertx.getOrCreateContext();
    this.task = requireNonNull(task);
    this.whenReady = requireNonNull(whenReady);
    this.whenDone = requireNonNull(whenDone);
    this.streams = client(task.listeners());
    this.scanners = client(task.scanners());
    this.answeredNanos = new long[task.scans() + 1];
    this.lastNanos = new long[task.scans() + 1];
    this.ears = new int[task.scans() + 1];
  }

  void open() {
    loop.runOnContext(
        now -> {
          for (int i = 0; i < task.listeners(); i++) {
            listen();
          }
        });
  }

  /** Each scan is due at its time, whatever came of those before. */
  void scan() {
    long everyMillis = Math.max(1, 1000L / task.rate());
    loop.runOnContext(
        now ->
            vertx.setPeriodic(
                everyMillis,
                timer -> {
                  if (sent == task.scans()) {
                    vertx.cancelTimer(timer);
                  } else {
                    scanOne(++sent);
                  }
                }));
  }

  Future<String> result() {
    return Future.future(promise -> loop.runOnContext(now -> promise.complete(line())));
  }

  private HttpClientAgent client(int connections) {
    return vertx.createHttpClient(
        new HttpClientOptions().setTcpNoDelay(true),
        new PoolOptions().setHttp1MaxSize(connections));
  }

  private void listen() {
    String path = "/attendance/" + task.eventId() + "/stream";
    streams
        .request(options(HttpMethod.GET, path))
        .compose(HttpClientRequest::send)
        .onSuccess(response -> response.handler(new Listener()::take));
  }

  /** One stream; knows what it heard last. */
  private final class Listener {
    private final RecordParser events = RecordParser.newDelimited("\n\n", this::event);
    private long last;

    void take(Buffer bytes) {
      events.handle(bytes);
    }

    private void event(Buffer event) {
      String text = event.toString();
      if (text.startsWith("event: stats")) {
        begun();
      } else if (text.startsWith("event: ")) {
        long seq =
            Long.parseLong(text.substring(text.indexOf("\nid: ") + 5, text.indexOf("\ndata: ")));
        wrong += seq == last + 1 ? 0 : 1;
        last = seq;
        hear((int) seq);
      }
    }
  }

  private void begun() {
    if (++opened == task.listeners()) {
      whenReady.run();
    }
  }

  private void hear(int seq) {
    heard++;
    ears[seq]++;
    lastNanos[seq] = System.nanoTime();
    finish(seq);
  }

  private void scanOne(int number) {
    JsonObject body =
        new JsonObject().put("event_id", task.eventId()).put("ticket_id", "T" + number);
    scanners
        .request(
            options(HttpMethod.POST, "/checkins").putHeader("Content-Type", "application/json"))
        .compose(request -> request.send(body.toBuffer()))
        .compose(response -> response.body())
        .map(answer -> answer.toJsonObject().getJsonObject("record").getInteger("seq"))
        .onSuccess(this::answered)
        .onFailure(failure -> wrong++);
  }

  private void answered(int seq) {
    answeredNanos[seq] = System.nanoTime();
    finish(seq);
  }

  private void finish(int seq) {
    if (answeredNanos[seq] != 0 && ears[seq] == task.listeners()) {
      long micros = TimeUnit.NANOSECONDS.toMicros(lastNanos[seq] - answeredNanos[seq]);
      if (seq > task.rate() * task.warmUp()) {
        latency.recordValue(Math.min(LONGEST_MICROS, Math.max(0, micros)));
      }
      if (++complete == task.scans()) {
        whenDone.run();
      }
    }
  }

  private String line() {
    return "RESULT scans=%d heard=%d wrong=%d p50=%d p99=%d max=%d"
        .formatted(
            latency.getTotalCount(),
            heard,
            wrong,
            latency.getValueAtPercentile(50),
            latency.getValueAtPercentile(99),
            latency.getMaxValue());
  }

  private RequestOptions options(HttpMethod method, String path) {
    return new RequestOptions()
        .setMethod(method)
        .setHost(task.url().getHost())
        .setPort(task.url().getPort())
        .setURI(path)
        .putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + task.token());
  }
}
