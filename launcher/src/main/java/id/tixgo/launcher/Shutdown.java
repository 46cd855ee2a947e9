package id.tixgo.launcher;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.HttpEdge;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * On SIGTERM and Ctrl-C: lets requests in flight end, closes the stores, then exits with 0; with 1
 * if they couldn't. Members of the cluster that don't answer any more may hold up what tells them,
 * and nobody waits for them.
 */
final class Shutdown extends Thread {
  private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);
  private static final long LONGEST_DRAIN_MS = TimeUnit.SECONDS.toMillis(HttpEdge.DRAIN_SECONDS);
  private static final long LONGEST_MS = 12_000;
  private static final long LONGEST_LEAVE_MS = 1_500;

  private final Launch launch;
  private final Future<Vertx> vertx;

  Shutdown(Launch launch, Future<Vertx> vertx) {
    super("shutdown");
    this.launch = requireNonNull(launch);
    this.vertx = requireNonNull(vertx);
  }

  @Override
  public void run() {
    long begin = System.nanoTime();
    boolean undeployed = isDone(vertx.compose(launch::undeploy), LONGEST_DRAIN_MS);
    boolean drained = undeployed || isDrained();
    boolean stored = isDone(launch.close(), LONGEST_MS - msSince(begin));
    if (!drained) {
      LOG.warn("requests in flight were cut off");
    } else if (!undeployed || !isDone(vertx.compose(Vertx::close), LONGEST_LEAVE_MS)) {
      LOG.info("left without waiting for the cluster");
    }
    Logs.flush();
    Runtime.getRuntime().halt(drained && stored ? 0 : 1);
  }

  private static long msSince(long begin) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
  }

  private boolean isDrained() {
    return vertx.succeeded() && HttpEdge.isDrained(vertx.result());
  }

  private static boolean isDone(Future<?> step, long longestMs) {
    try {
      step.await(longestMs, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | RuntimeException e) {
      return false;
    }
  }
}
