package id.tixgo.common.http;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.scope.Deadline;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * Reads a request's body up to a limit and within a time: vertx-web's BodyHandler has no deadline,
 * and would hold a connection for as long as its client trickles.
 */
final class BodyReader {
  private final Vertx vertx;
  private final int limitBytes;

  BodyReader(Vertx vertx, int limitBytes) {
    this.vertx = vertx;
    this.limitBytes = limitBytes;
  }

  /** Fails with {@code BODY_TOO_LARGE} or {@code REQUEST_TIMEOUT}. */
  Future<Buffer> read(HttpServerRequest request, Deadline deadline) {
    if (declaredLength(request) > limitBytes) {
      return Future.failedFuture(tooLarge());
    }
    Promise<Buffer> body = Promise.promise();
    Buffer read = Buffer.buffer(256);
    long timer = vertx.setTimer(deadline.remainingMs(), id -> body.tryFail(tooSlow()));
    request.handler(chunk -> append(read, chunk, body));
    request.exceptionHandler(body::tryFail);
    request.endHandler(end -> body.tryComplete(read));
    return body.future().onComplete(done -> vertx.cancelTimer(timer));
  }

  private void append(Buffer read, Buffer chunk, Promise<Buffer> body) {
    if (read.length() + chunk.length() > limitBytes) {
      body.tryFail(tooLarge());
    } else {
      read.appendBuffer(chunk);
    }
  }

  private static long declaredLength(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  private Problem tooLarge() {
    return Problem.of(
        ProblemKind.BODY_TOO_LARGE, "The body is larger than " + limitBytes + " bytes.");
  }

  private static Problem tooSlow() {
    return Problem.of(ProblemKind.REQUEST_TIMEOUT, "The body did not arrive in time.");
  }
}
