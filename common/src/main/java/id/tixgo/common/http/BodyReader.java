package id.tixgo.common.http;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.scope.Deadline;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    if (Headers.contentLength(request) > limitBytes) {
      return Future.failedFuture(tooLarge());
    }
    Reading reading = new Reading(deadline);
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
    private final Deadline deadline;
    private final List<Buffer> chunks = new ArrayList<>(1);
    private int length;

    Reading(Deadline deadline) {
      this.deadline = deadline;
    }

    void append(Buffer chunk) {
      length += chunk.length();
      if (length > limitBytes) {
        fail(tooLarge());
      } else {
        chunks.add(chunk);
      }
    }

    void complete() {
      underWay.remove(this);
      body.tryComplete(chunks.size() == 1 ? chunks.get(0) : joined());
    }

    private Buffer joined() {
      Buffer all = Buffer.buffer(length);
      chunks.forEach(all::appendBuffer);
      return all;
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
