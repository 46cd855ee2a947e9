package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * Refuses bytes that are no HTTP request, before the router: 414, 431 or 400. Where the next
 * request would begin can't be told, so that the connection ends.
 */
final class UnreadableRequest implements Handler<HttpServerRequest> {
  /** Who still sends would lose the answer to a reset connection. */
  private static final long LINGER_MS = 100;

  private final Vertx vertx;

  UnreadableRequest(Vertx vertx) {
    this.vertx = requireNonNull(vertx);
  }

  @Override
  public void handle(HttpServerRequest request) {
    String requestId = RequestContext.requestId(request);
    HttpServerResponse response = request.response();
    response.putHeader(Headers.REQUEST_ID, requestId);
    LastAnswer.announce(response);
    ProblemWriter.send(response, requestId, problem(request.decoderResult().cause()));
    vertx.setTimer(LINGER_MS, late -> request.connection().close());
  }

  private static Problem problem(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return Problem.of(ProblemKind.URI_TOO_LONG, "The address is too long.");
    }
    return cause instanceof TooLongHttpHeaderException
        ? Problem.of(ProblemKind.HEADERS_TOO_LARGE, "The headers are too large.")
        : problem();
  }

  static Problem problem() {
    return problem("The request can't be understood.");
  }

  static Problem problem(String detail) {
    return Problem.of(ProblemKind.UNREADABLE_REQUEST, ProblemKind.BAD_REQUEST.name(), detail);
  }
}
