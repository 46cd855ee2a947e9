package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.AttendanceQueries;
import id.tixgo.common.http.Call;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Lets whoever has changed something at one node read it at another: {@code min_seq} waits until
 * this one has that change.
 */
public final class AwaitedSeq {
  private static final int LOOK_MS = 10;
  private static final long LONGEST_NS = TimeUnit.SECONDS.toNanos(2);

  private final Vertx vertx;
  private final AttendanceQueries store;

  public AwaitedSeq(Vertx vertx, AttendanceQueries store) {
    this.vertx = requireNonNull(vertx);
    this.store = requireNonNull(store);
  }

  /** Completes when the change can be read; fails when that takes too long. */
  Future<Void> inFeed(Call call, String eventId) {
    return reached(call, () -> store.counts(eventId).lastSeq());
  }

  /** The same for the event's numbers, in which a change is counted a moment later. */
  Future<Void> inStats(Call call, String eventId) {
    return inFeed(call, eventId)
        .compose(read -> reached(call, () -> store.stats(eventId).counts().lastSeq()));
  }

  private Future<Void> reached(Call call, LongSupplier last) {
    long wanted = call.query("min_seq").map(Long::valueOf).orElse(0L);
    if (wanted == 0 || wanted <= last.getAsLong()) {
      return Future.succeededFuture();
    }
    Promise<Void> here = Promise.promise();
    look(wanted, last, System.nanoTime(), here);
    return here.future();
  }

  private void look(long wanted, LongSupplier last, long since, Promise<Void> here) {
    if (wanted <= last.getAsLong()) {
      here.complete();
    } else if (System.nanoTime() - since > LONGEST_NS) {
      here.fail(notHere());
    } else {
      vertx.setTimer(LOOK_MS, due -> look(wanted, last, since, here));
    }
  }

  private static Problem notHere() {
    return Problem.of(
        ProblemKind.OVERLOADED,
        "NOT_HERE_YET",
        "This node does not have that change yet. Try again.");
  }
}
