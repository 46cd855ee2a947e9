package id.tixgo.common.http;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.scope.Deadline;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads a request's body up to a limit and within a time: vertx-web's BodyHandler has no deadline,
 * and would hold a connection for as long as its client trickles. One timer looks after all bodies
 * that are on their way; a timer for each was measured to cost more than reading it.
 *
 * <p>Belongs to one verticle instance and its event loop.
 */
final class BodyReader {
  private static final long LOOK_EVERY_MS = 250;

  private final int limitBytes;
  private final Set<Reading> underWay = new HashSet<>();

  BodyReader(Vertx vertx, int limitBytes) {
    this.limitBytes = limitBytes;
    vertx.setPeriodic(LOOK_EVERY_MS, id -> List.copyOf(underWay).forEach(Reading::failIfLate));
  }

  /** Fails with {@code BODY_TOO_LARGE} or {@code REQUEST_TIMEOUT}. */
  Future<Buffer> read(HttpServerRequest request, Deadline deadline) {
    return read(request, new Reading(() -> deadline));
  }

  /** The same for a long body: it may take as long as no pause in it is longer than this. */
  Future<Buffer> readWithPauses(HttpServerRequest request, long longestMs) {
    return read(request, new Reading(() -> Deadline.in(longestMs)));
  }

  private Future<Buffer> read(HttpServerRequest request, Reading reading) {
    if (Headers.contentLength(request) > limitBytes) {
      return Future.failedFuture(tooLarge());
    }
    if (Headers.expectsContinue(request)) {
      request.response().writeContinue();
    }
    underWay.add(reading);
    request.handler(reading::append);
    request.exceptionHandler(reading::fail);
    request.endHandler(end -> reading.complete());
    return reading.body.future();
  }

  private Problem tooLarge() {
    return Problem.of(
        ProblemKind.BODY_TOO_LARGE, "The body is larger than " + limitBytes + " bytes.");
  }

  private final class Reading {
    private final Promise<Buffer> body = Promise.promise();
    private final Supplier<Deadline> nextDeadline;
    private Buffer all = Buffer.buffer();
    private Deadline deadline;

    Reading(Supplier<Deadline> nextDeadline) {
      this.nextDeadline = nextDeadline;
      this.deadline = nextDeadline.get();
    }

    /** A list of all chunks would take a hundred bytes for each of a million of one byte. */
    void append(Buffer chunk) {
      if (all.length() + chunk.length() > limitBytes) {
        fail(tooLarge());
      } else {
        all = all.length() == 0 ? chunk : all.appendBuffer(chunk);
        deadline = nextDeadline.get();
      }
    }

    void complete() {
      underWay.remove(this);
      body.tryComplete(all);
    }

    void fail(Throwable failure) {
      underWay.remove(this);
      body.tryFail(failure);
    }

    void failIfLate() {
      if (deadline.isOver()) {
        fail(Problem.of(ProblemKind.REQUEST_TIMEOUT, "The body did not arrive in time."));
      }
    }
  }
}
