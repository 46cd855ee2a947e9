package id.tixgo.ticketing.document;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.shareddata.Shareable;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The few threads on which tickets are signed and their pages made, however many ask at once. */
public final class DocumentWorkers {
  private static final String NAME = "ticketing.documents";
  private static final int AT_ONCE = 2;
  private static final int MOST_WAITING = 62;
  private static final int LONGEST_SECONDS = 60;

  private final WorkerExecutor workers;
  private final Semaphore free;

  private record Slots(Semaphore free) implements Shareable {}

  public DocumentWorkers(Vertx vertx) {
    this.workers =
        vertx.createSharedWorkerExecutor(NAME, AT_ONCE, LONGEST_SECONDS, TimeUnit.SECONDS);
    this.free =
        vertx
            .sharedData()
            .<String, Slots>getLocalMap(NAME)
            .computeIfAbsent("all", name -> new Slots(new Semaphore(AT_ONCE + MOST_WAITING)))
            .free();
  }

  /** Does the work; fails with {@code OVERLOADED} when too much of it waits. */
  public <T> Future<T> make(Callable<T> work) {
    requireNonNull(work);
    if (!free.tryAcquire()) {
      return Future.failedFuture(
          Problem.of(ProblemKind.OVERLOADED, "Too many tickets are being made; try again."));
    }
    return workers.executeBlocking(work, false).onComplete(made -> free.release());
  }
}
