package id.tixgo.loadtest;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Opens streams of an event, lets scanners scan, and measures how long after a scan's answer the
 * last stream has it.
 *
 * <p>Prints one line, {@code RESULT key=value …}, times in microseconds. One event loop does all.
 */
public final class Listeners {
  private static final int PATIENCE_SECONDS = 30;
  private static final String USAGE =
      "usage: Listeners URL LISTENERS SCANNERS SCANS_A_SECOND SECONDS"
          + " (environment: TOKEN, EVENT_ID, WARM_UP_SECONDS)";

  /**
   * What to do.
   *
   * @param url Attendance
   * @param rate scans a second, of all scanners
   * @param warmUp seconds at that rate before those that count
   */
  record Task(
      URI url,
      String token,
      String eventId,
      int listeners,
      int scanners,
      int rate,
      int warmUp,
      int seconds) {
    Task {
      requireNonNull(url);
      requireNonNull(token);
      requireNonNull(eventId);
    }

    int scans() {
      return rate * (warmUp + seconds);
    }
  }

  private Listeners() {}

  public static void main(String[] args) throws InterruptedException {
    if (args.length != 5) {
      System.err.println(USAGE);
      System.exit(2);
    }
    run(
        new Task(
            URI.create(args[0]),
            System.getenv().getOrDefault("TOKEN", ""),
            System.getenv().getOrDefault("EVENT_ID", "listeners"),
            Integer.parseInt(args[1]),
            Integer.parseInt(args[2]),
            Integer.parseInt(args[3]),
            Integer.parseInt(System.getenv().getOrDefault("WARM_UP_SECONDS", "0")),
            Integer.parseInt(args[4])));
  }

  private static void run(Task task) throws InterruptedException {
    Vertx vertx =
        Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
    CountDownLatch ready = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Audience audience = new Audience(vertx, task, ready::countDown, done::countDown);
    audience.open();
    if (!ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("Not all streams could be opened.");
    }
    audience.scan();
    boolean all = done.await(task.warmUp() + task.seconds() + PATIENCE_SECONDS, TimeUnit.SECONDS);
    audience.result().map(line -> line + " complete=" + all).onSuccess(System.out::println).await();
    vertx.close();
  }
}
