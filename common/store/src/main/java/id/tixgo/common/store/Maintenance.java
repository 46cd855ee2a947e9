package id.tixgo.common.store;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Does a store's chores every minute, in small steps with pauses between. */
public final class Maintenance {
  private static final long EVERY_MS = TimeUnit.MINUTES.toMillis(1);
  private static final long PAUSE_MS = 20;

  private final Vertx vertx;
  private final Supplier<Future<Boolean>> step;
  private volatile long timer;
  private volatile boolean stopped;

  /**
   * @param step completes with whether there may be more to do at once; may fail
   */
  public Maintenance(Vertx vertx, Supplier<Future<Boolean>> step) {
    this.vertx = requireNonNull(vertx);
    this.step = requireNonNull(step);
  }

  public void start() {
    step.get().onComplete(done -> again(done.succeeded() && done.result() ? PAUSE_MS : EVERY_MS));
  }

  public void stop() {
    stopped = true;
    vertx.cancelTimer(timer);
  }

  private void again(long afterMs) {
    if (!stopped) {
      timer = vertx.setTimer(afterMs, due -> start());
    }
  }
}
