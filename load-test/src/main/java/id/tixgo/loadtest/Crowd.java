package id.tixgo.loadtest;

import static java.util.Objects.requireNonNull;

import id.tixgo.loadtest.ImpatientBuyers.Wish;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Buyers of one ticket type, and what they were told. For one event loop. */
final class Crowd {
  private static final long LONGEST_MICROS = TimeUnit.SECONDS.toMicros(60);
  private static final long PATIENCE_MILLIS = 1000;
  private static final int MOST_ATTEMPTS = 20;

  private final Context loop;
  private final Wish wish;
  private final Runnable whenSoldOut;
  private final HttpClientAgent client;
  private final Histogram latency = new Histogram(LONGEST_MICROS, 3);
  private long beganNanos;
  private long endedNanos;
  private int buyers;
  private int gone;
  private int held;
  private int paid;
  private int repeated;
  private int wrong;

  private record Told(int status, Buffer body) {
    boolean isSoldOut() {
      return isConflict("SOLD_OUT");
    }

    /** Who hung up may have paid, and hears so when he asks again. */
    boolean isPaidAlready() {
      return isConflict("NOT_PAYABLE");
    }

    private boolean isConflict(String code) {
      return status == 409 && body.toString().contains('"' + code + '"');
    }
  }

  /**
   * @param whenSoldOut told when none of them finds a place any more
   */
  Crowd(Vertx vertx, Wish wish, Runnable whenSoldOut) {
    this.loop = vertx.getOrCreateContext();
    this.wish = requireNonNull(wish);
    this.whenSoldOut = requireNonNull(whenSoldOut);
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setTcpNoDelay(true),
            new PoolOptions().setHttp1MaxSize(wish.clients()));
  }

  void begin() {
    loop.runOnContext(
        now -> {
          beganNanos = System.nanoTime();
          for (int i = 0; i < wish.clients(); i++) {
            buy();
          }
        });
  }

  Future<String> result() {
    return Future.future(promise -> loop.runOnContext(now -> promise.complete(line())));
  }

  private void buy() {
    int buyer = ++buyers;
    ask(wish.ticketing(), "/bookings", wish.ticketTypeId() + "-" + buyer, booking(buyer))
        .onSuccess(this::booked)
        .onFailure(failure -> leave(true));
  }

  private void booked(Told told) {
    if (told.status() == 201) {
      held++;
      String booking = told.body().toJsonObject().getString("id");
      switch (wish.paid()) {
        case HOLD -> buy();
        case CASH -> payCash(booking);
        case ONLINE -> payOnline(booking);
      }
    } else {
      leave(!told.isSoldOut());
    }
  }

  private void payCash(String booking) {
    String path = "/bookings/" + booking + "/confirm-payment";
    paid(ask(wish.ticketing(), path, "", "{\"method\":\"cash\"}"), 200);
  }

  private void payOnline(String booking) {
    String body = "{\"booking_id\":\"%s\",\"payment_method\":\"qris\"}".formatted(booking);
    paid(ask(wish.payment(), "/checkout", booking, body), 201);
  }

  private void paid(Future<Told> answer, int wanted) {
    answer
        .onSuccess(
            told -> {
              if (told.status() == wanted || told.isPaidAlready()) {
                paid++;
                buy();
              } else {
                leave(true);
              }
            })
        .onFailure(failure -> leave(true));
  }

  private void leave(boolean inAnger) {
    wrong += inAnger ? 1 : 0;
    if (++gone == wish.clients()) {
      endedNanos = System.nanoTime();
      whenSoldOut.run();
    }
  }

  /** Timed from the first attempt on. */
  private Future<Told> ask(URI service, String path, String key, String body) {
    long began = System.nanoTime();
    return attempt(options(service, path, key), body, 1)
        .onSuccess(
            told -> {
              long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began);
              latency.recordValue(Math.min(LONGEST_MICROS, micros));
            });
  }

  private Future<Told> attempt(RequestOptions options, String body, int attempts) {
    return client
        .request(options)
        .compose(request -> request.send(body))
        .compose(answer -> answer.body().map(text -> new Told(answer.statusCode(), text)))
        .recover(
            failure -> {
              repeated++;
              return attempts == MOST_ATTEMPTS
                  ? Future.failedFuture(failure)
                  : attempt(options, body, attempts + 1);
            });
  }

  private RequestOptions options(URI service, String path, String key) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setHost(service.getHost())
            .setPort(service.getPort())
            .setURI(path)
            .setIdleTimeout(PATIENCE_MILLIS)
            .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
            .putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + wish.token());
    return key.isEmpty() ? options : options.putHeader("Idempotency-Key", key);
  }

  private String booking(int buyer) {
    return "{\"event_id\":\"%s\",\"ticket_type_id\":\"%s\",\"quantity\":1,\"buyer\":{\"name\":\"Buyer %d\"}}"
        .formatted(wish.eventId(), wish.ticketTypeId(), buyer);
  }

  private String line() {
    return "RESULT held=%d paid=%d repeated=%d wrong=%d answers=%d duration_us=%d p50=%d p99=%d max=%d"
        .formatted(
            held,
            paid,
            repeated,
            wrong,
            latency.getTotalCount(),
            TimeUnit.NANOSECONDS.toMicros(endedNanos - beganNanos),
            latency.getValueAtPercentile(50),
            latency.getValueAtPercentile(99),
            latency.getMaxValue());
  }
}
