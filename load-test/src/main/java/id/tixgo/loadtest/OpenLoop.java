package id.tixgo.loadtest;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Sends requests on a schedule that doesn't wait for answers, as people at doors do, and measures
 * each from the moment it was due, so that a stalled server is charged for everyone in the queue.
 *
 * <p>Prints one line, {@code RESULT key=value …}, times in microseconds. One event loop sends.
 */
public final class OpenLoop {
  private static final int LAST_ANSWERS_SECONDS = 15;

  private OpenLoop() {}

  /** Arguments and settings: see {@link Plan}. */
  public static void main(String[] args) throws InterruptedException {
    try {
      run(Plan.from(args, System.getenv()));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static void run(Plan plan) throws InterruptedException {
    Vertx vertx =
        Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
    CountDownLatch answered = new CountDownLatch(1);
    Sender sender = new Sender(vertx, plan, answered::countDown);
    new Pacer(plan, sender::arrive).run();
    boolean all = answered.await(LAST_ANSWERS_SECONDS, TimeUnit.SECONDS);
    sender.result().map(line -> line + " complete=" + all).onSuccess(System.out::println).await();
    vertx.close();
  }
}
