package id.tixgo.launcher;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** On SIGTERM and Ctrl-C: lets requests in flight end, then exits with 0; with 1 if they didn't. */
final class Shutdown extends Thread {
  private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);
  private static final long LONGEST_MS = 8_000;
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
    int status = 0;
    try {
      vertx.compose(launch::stop).await(LONGEST_MS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | RuntimeException e) {
      status = 1;
    }
    leave();
    Logs.flush();
    Runtime.getRuntime().halt(status);
  }

  /** All is answered and stored. Members whose names are gone already may hold up the last ones. */
  private void leave() {
    try {
      vertx.compose(Vertx::close).await(LONGEST_LEAVE_MS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | RuntimeException e) {
      LOG.info("left without waiting for the cluster");
    }
  }
}
