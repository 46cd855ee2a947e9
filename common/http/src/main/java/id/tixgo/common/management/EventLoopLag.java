package id.tixgo.common.management;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Measures how late its event loop is: what is due waits behind whatever holds it up. */
final class EventLoopLag extends VerticleBase {
  private static final long EVERY_MS = 100;

  private final LongConsumer lag;
  private long seenAt;

  /**
   * @param lag takes nanoseconds
   */
  EventLoopLag(LongConsumer lag) {
    this.lag = requireNonNull(lag);
  }

  @Override
  public Future<?> start() {
    seenAt = System.nanoTime();
    vertx.setPeriodic(EVERY_MS, tick -> look());
    return Future.succeededFuture();
  }

  private void look() {
    long now = System.nanoTime();
    lag.accept(Math.max(0, now - seenAt - TimeUnit.MILLISECONDS.toNanos(EVERY_MS)));
    seenAt = now;
  }
}
