package id.tixgo.loadtest;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Clients who buy one place after the other, as fast as answers come, until there is none left. Who
 * has no answer within a second hangs up and asks again, under the same key.
 *
 * <p>Prints one line, {@code RESULT key=value …}, times in microseconds. One event loop does all.
 */
public final class ImpatientBuyers {
  private static final int PATIENCE_MINUTES = 10;
  private static final String USAGE =
      "usage: ImpatientBuyers TICKETING PAYMENT EVENT TICKET_TYPE CLIENTS hold|cash|online"
          + " (environment: TOKEN, staff's)";

  /** What a buyer does with a place. */
  enum Payment {
    /** Holds it, and no more. */
    HOLD,
    /** Pays at the box office. */
    CASH,
    /** Begins to pay at a gateway, which takes it to be paid at once. */
    ONLINE
  }

  /**
   * What to buy.
   *
   * @param token of staff, who book for somebody else each time, as a buyer may hold few bookings
   */
  record Wish(
      URI ticketing,
      URI payment,
      String token,
      String eventId,
      String ticketTypeId,
      int clients,
      Payment paid) {
    Wish {
      requireNonNull(ticketing);
      requireNonNull(payment);
      requireNonNull(token);
      requireNonNull(eventId);
      requireNonNull(ticketTypeId);
      requireNonNull(paid);
    }
  }

  private ImpatientBuyers() {}

  public static void main(String[] args) throws InterruptedException {
    if (args.length != 6) {
      System.err.println(USAGE);
      System.exit(2);
    }
    run(
        new Wish(
            URI.create(args[0]),
            URI.create(args[1]),
            System.getenv().getOrDefault("TOKEN", ""),
            args[2],
            args[3],
            Integer.parseInt(args[4]),
            Payment.valueOf(args[5].toUpperCase(Locale.ROOT))));
  }

  private static void run(Wish wish) throws InterruptedException {
    Vertx vertx =
        Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
    CountDownLatch done = new CountDownLatch(1);
    Crowd crowd = new Crowd(vertx, wish, done::countDown);
    crowd.begin();
    boolean all = done.await(PATIENCE_MINUTES, TimeUnit.MINUTES);
    crowd.result().map(line -> line + " complete=" + all).onSuccess(System.out::println).await();
    vertx.close();
  }
}
