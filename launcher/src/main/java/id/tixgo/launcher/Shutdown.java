package id.tixgo.launcher;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** On SIGTERM and Ctrl-C: lets requests in flight end, then exits with 0; with 1 if they didn't. */
final class Shutdown extends Thread {
  private static final long LONGEST_MS = 9_500;

  private final Launch launch;
  private final Vertx vertx;

  Shutdown(Launch launch, Vertx vertx) {
    super("shutdown");
    this.launch = requireNonNull(launch);
    this.vertx = requireNonNull(vertx);
  }

  @Override
  public void run() {
    int status = 0;
    try {
      launch.stop(vertx).await(LONGEST_MS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | RuntimeException e) {
      status = 1;
    }
    Logs.flush();
    Runtime.getRuntime().halt(status);
  }
}
