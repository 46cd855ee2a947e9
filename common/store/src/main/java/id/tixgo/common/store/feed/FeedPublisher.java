package id.tixgo.common.store.feed;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.bus.Bus;
import id.tixgo.common.bus.FeedBell;
import id.tixgo.common.http.FeedReport;
import id.tixgo.common.http.FeedReport.State;
import id.tixgo.common.store.Store;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes a service's own feed to a RabbitMQ broker, from its first message on. The position in
 * the same store moves when the broker has confirmed all up to there, so that nothing is lost,
 * whichever of the two crashes; what was on its way then is sent again, and marked. The client
 * blocks, and so has a thread; none of it is loaded where there is no broker.
 */
public final class FeedPublisher {
  private static final Logger LOG = LoggerFactory.getLogger(FeedPublisher.class);

  /** What its position and its report are called. */
  private static final String NAME = "rabbitmq";

  /** So many are on their way at most. */
  private static final int BATCH = 500;

  private static final long FIRST_PAUSE_MS = 200;
  private static final long LONGEST_PAUSE_MS = 5_000;
  private static final long LONGEST_STOP_MS = 3_000;

  private final RabbitConfig config;
  private final FeedSource source;
  private final Store store;
  private final Vertx vertx;
  private final Context context;
  private final long everyMs;
  private final Thread thread;
  private final Semaphore bell = new Semaphore(0);
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Promise<Void> ended = Promise.promise();

  /** The last message that may have been sent. */
  private long sent;

  private long pauseMs = FIRST_PAUSE_MS;
  private Optional<State> told = Optional.empty();
  private volatile FeedReport report = new FeedReport(NAME, State.WAITING, 0, "");

  /**
   * @param everyMs how often it looks when nobody rings
   */
  public FeedPublisher(
      RabbitConfig config,
      FeedSource source,
      Store store,
      Vertx vertx,
      Context context,
      long everyMs) {
    this.config = requireNonNull(config);
    this.source = requireNonNull(source);
    this.store = requireNonNull(store);
    this.vertx = requireNonNull(vertx);
    this.context = requireNonNull(context);
    this.everyMs = everyMs;
    this.thread = new Thread(this::run, "rabbitmq-" + source.service());
    thread.setDaemon(true);
  }

  /** Call once the feed has begun. Until then nobody knows what was sent before: all may have. */
  public void start() {
    sent = source.feed().page(0, 1).last();
    new Bus(vertx).listen(FeedBell.address(source.service()), FeedBell.class, rung -> ring());
    thread.start();
  }

  /** Once is enough, however often it rings while the broker is away. */
  private void ring() {
    if (bell.availablePermits() == 0) {
      bell.release();
    }
  }

  /** Completes when what was on its way is confirmed, or didn't come to that in time. */
  public Future<Void> stop() {
    stopping.countDown();
    bell.release();
    if (!thread.isAlive()) {
      return Future.succeededFuture();
    }
    return ended
        .future()
        .timeout(LONGEST_STOP_MS, TimeUnit.MILLISECONDS)
        .otherwiseEmpty()
        .onComplete(over -> thread.interrupt());
  }

  /** How it is doing; any thread may ask. */
  public FeedReport report() {
    return report;
  }

  private void run() {
    try {
      do {
        publishWhileConnected();
      } while (!stopping.await(pause(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      LOG.debug("stopped before all was confirmed", e);
    } finally {
      ended.complete();
    }
  }

  private void publishWhileConnected() throws InterruptedException {
    try (RabbitExchange exchange = RabbitExchange.open(config, source.service())) {
      while (stopping.getCount() > 0) {
        publishNext(exchange);
      }
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      say(State.WAITING, RabbitExchange.reason(e));
    }
  }

  /** The next messages, or a wait for some. */
  private void publishNext(RabbitExchange exchange)
      throws IOException, InterruptedException, TimeoutException {
    FeedPosition position = source.positions().get(NAME);
    FeedPage page = source.feed().page(position.seq(), BATCH);
    if (page.messages().isEmpty()) {
      exchange.check();
      connected();
      bell.tryAcquire(everyMs, TimeUnit.MILLISECONDS);
      bell.drainPermits();
    } else {
      publish(exchange, page.messages());
      keep(position.after(page.messages().get(page.messages().size() - 1), page.id()));
      connected();
    }
  }

  private void publish(RabbitExchange exchange, List<FeedMessage> messages)
      throws IOException, InterruptedException, TimeoutException {
    for (FeedMessage message : messages) {
      boolean again = message.seq() <= sent;
      sent = Math.max(sent, message.seq());
      exchange.send(message, source.correlation().apply(message), again);
    }
    exchange.awaitConfirms();
  }

  /** What is confirmed isn't sent again because the disk is full: only this is tried again. */
  private void keep(FeedPosition position) throws InterruptedException {
    while (!isKept(position)) {
      if (stopping.await(pause(), TimeUnit.MILLISECONDS)) {
        return;
      }
    }
  }

  private boolean isKept(FeedPosition position) {
    try {
      write(position).await();
      return true;
    } catch (RuntimeException e) {
      say(State.WAITING, "how far it is can't be written: " + e.getMessage());
      return false;
    }
  }

  private Future<Void> write(FeedPosition position) {
    return store.commit(
        context,
        entries -> {
          entries.add(position);
          return null;
        });
  }

  private void connected() {
    pauseMs = FIRST_PAUSE_MS;
    say(State.FOLLOWING, "");
  }

  private long pause() {
    long now = pauseMs;
    pauseMs = Math.min(2 * now, LONGEST_PAUSE_MS);
    return now;
  }

  /** The log has a line whenever the state is another, not whenever it is tried. */
  private void say(State state, String detail) {
    report = new FeedReport(NAME, state, source.positions().get(NAME).seq(), detail);
    if (told.equals(Optional.of(state))) {
      return;
    }
    told = Optional.of(state);
    if (state == State.FOLLOWING) {
      LOG.info("the feed of {} is published at {}", source.service(), config);
    } else {
      LOG.warn("the feed of {} isn't published at {}: {}", source.service(), config, detail);
    }
  }
}
