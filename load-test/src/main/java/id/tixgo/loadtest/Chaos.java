package id.tixgo.loadtest;

import static java.util.Objects.requireNonNull;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A door and a sale at one address, on a schedule that waits for nobody, while somebody else kills
 * and restarts what is behind it. Nobody asks twice, so that each answer is what a user saw.
 *
 * <p>Arguments: {@code URL SECONDS EVENT TICKET_TYPE}; {@code TOKEN}, {@code RUN} and the rates
 * {@code CHECK_INS}, {@code READS} and {@code BOOKINGS} a second are environment. Prints CSV, a
 * line a second and kind of user, and at last {@code RESULT key=value …}.
 */
public final class Chaos {
  private static final Logger IO_LOG = Logger.getLogger("io.vertx.core.net");
  private static final int TICK_MS = 10;
  private static final int TICKS = 1000 / TICK_MS;
  private static final int CONNECTIONS = 512;
  private static final int ANSWER_MS = 12_000;

  private final Vertx vertx;
  private final HttpClient client;
  private final URI url;
  private final String event;
  private final String type;
  private final SecondBySecond seen;
  private final CountDownLatch done = new CountDownLatch(1);
  private int asked;
  private int open;
  private boolean isOver;

  private Chaos(Vertx vertx, String[] arguments) {
    this.vertx = requireNonNull(vertx);
    this.url = URI.create(arguments[0]);
    this.seen = new SecondBySecond(Integer.parseInt(arguments[1]));
    this.event = requireNonNull(arguments[2]);
    this.type = requireNonNull(arguments[3]);
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setTcpNoDelay(true),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS));
  }

  public static void main(String[] arguments) throws InterruptedException {
    IO_LOG.setLevel(Level.OFF); // Connections that break are counted.
    Vertx vertx =
        Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
    Chaos chaos = new Chaos(vertx, arguments);
    vertx.runOnContext(start -> chaos.begin());
    chaos.done.await();
    chaos.seen.print(System.out);
    vertx.close();
  }

  private void begin() {
    long start = System.nanoTime();
    int[] ticks = {0};
    vertx.setPeriodic(
        TICK_MS,
        timer -> {
          long due = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / TICK_MS;
          while (ticks[0] < due && ticks[0] < seen.seconds() * TICKS) {
            tick(ticks[0]++, start);
          }
          if (ticks[0] == seen.seconds() * TICKS) {
            vertx.cancelTimer(timer);
            isOver = true;
            endIfDone();
          }
        });
  }

  private void tick(int tick, long start) {
    long dueNanos = start + TimeUnit.MILLISECONDS.toNanos((long) tick * TICK_MS);
    int second = tick / TICKS;
    for (int i = due("CHECK_INS", 100, tick); i > 0; i--) {
      send("door", second, dueNanos, post("/checkins"), checkIn());
    }
    for (int i = due("BOOKINGS", 10, tick); i > 0; i--) {
      send("sale", second, dueNanos, post("/bookings"), booking());
    }
    for (int i = due("READS", 50, tick); i > 0; i--) {
      String path = "/shop/events/" + event + "/availability";
      send("sale", second, dueNanos, options(HttpMethod.GET, path), "");
    }
  }

  /** How many of a kind are due in a tick, so that a second has as many as wanted. */
  private static int due(String variable, int usual, int tick) {
    String wanted = System.getenv().getOrDefault(variable, String.valueOf(usual));
    int rate = Integer.parseInt(wanted);
    int of = tick % TICKS;
    return (of + 1) * rate / TICKS - of * rate / TICKS;
  }

  private void send(String kind, int second, long dueNanos, RequestOptions options, String body) {
    open++;
    answer(options, body)
        .onComplete(
            status -> {
              seen.add(kind, second, status(status), System.nanoTime() - dueNanos);
              open--;
              endIfDone();
            });
  }

  private Future<Integer> answer(RequestOptions options, String body) {
    return client
        .request(options)
        .compose(request -> body.isEmpty() ? request.send() : request.send(body))
        .compose(answer -> answer.end().map(answer.statusCode()));
  }

  /** 0 where there was no answer. */
  private static int status(AsyncResult<Integer> answer) {
    return answer.succeeded() ? answer.result() : 0;
  }

  private void endIfDone() {
    if (isOver && open == 0) {
      done.countDown();
    }
  }

  private RequestOptions post(String path) {
    return options(HttpMethod.POST, path).putHeader("Content-Type", "application/json");
  }

  private RequestOptions options(HttpMethod method, String path) {
    return new RequestOptions()
        .setMethod(method)
        .setHost(url.getHost())
        .setPort(url.getPort())
        .setURI(path)
        .setConnectTimeout(ANSWER_MS)
        .setIdleTimeout(ANSWER_MS)
        .putHeader("Authorization", "Bearer " + System.getenv("TOKEN"));
  }

  private String checkIn() {
    return "{\"event_id\":\"chaos\",\"ticket_id\":\"%s-%d\",\"gate\":\"north\"}"
        .formatted(System.getenv("RUN"), ++asked);
  }

  private String booking() {
    return "{\"event_id\":\"%s\",\"ticket_type_id\":\"%s\",\"quantity\":1,\"buyer\":{\"name\":\"%s-%d\"}}"
        .formatted(event, type, System.getenv("RUN"), ++asked);
  }
}
