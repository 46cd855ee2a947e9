package id.tixgo.common.gateway;

import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.http.Headers;
import id.tixgo.common.http.LastAnswer;
import id.tixgo.common.http.Leaving;
import id.tixgo.common.http.ProblemWriter;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * One request on its way to the neighbour, and its answer on the way back.
 *
 * <p>The neighbour has {@code UPSTREAM_TIMEOUT_MS} to begin its answer, from the end of the body
 * on; in the body, no pause may be longer than {@code REQUEST_TIMEOUT_MS}. An answer that has begun
 * may take as long as its connection isn't idle.
 *
 * <p>A connection to the neighbour on which a request or an answer stopped in the middle is closed
 * and never used again: what came next on it would be taken for the rest.
 */
final class Forwarding {
  private final RoutingContext context;
  private final HttpServerRequest inbound;
  private final HttpServerResponse reply;
  private final HttpClientRequest outbound;
  private final Mount mount;
  private final Trouble trouble;
  private final Upload upload;
  private final Optional<Runnable> again;
  private final Leaving leaving;
  private boolean isLast;
  private boolean isOver;

  /**
   * @param again sends the request once more, if it may be
   * @param leaving ends a stream, whose neighbour doesn't know that we leave
   */
  Forwarding(
      RoutingContext context,
      HttpClientRequest outbound,
      Mount mount,
      HttpConfig config,
      Trouble trouble,
      Optional<Runnable> again,
      Leaving leaving) {
    this.context = context;
    this.inbound = context.request();
    this.reply = context.response();
    this.outbound = outbound;
    this.mount = mount;
    this.trouble = trouble;
    this.upload = new Upload(inbound, outbound, config);
    this.again = again;
    this.leaving = leaving;
  }

  void begin() {
    context.addEndHandler(end -> breakOff());
    outbound.exceptionHandler(toldByTheResponse -> {});
    outbound.response().onSuccess(this::answer).onFailure(this::fail);
    upload.begin();
  }

  private void answer(HttpClientResponse answer) {
    if (answer.statusCode() < 200) {
      fail(new VertxException("An answer that announces another", true));
      return;
    }
    if (!upload.isOver()) {
      upload.cease();
      isLast = Headers.saysClose(answer.headers()) || Headers.expectsContinue(inbound);
    }
    reply.setStatusCode(answer.statusCode());
    if (answer.statusCode() == 204) {
      Headers.leaveOutLength(reply);
    }
    if (isLast) {
      LastAnswer.announce(reply);
    }
    AnswerHeaders.copy(answer.headers(), reply.headers(), mount);
    if (inbound.method().equals(HttpMethod.HEAD)) {
      finishHead();
      return;
    }
    answer.exceptionHandler(brokenOff -> breakOff());
    answer.endHandler(end -> finish());
    if (hasBody(answer)) {
      pump(answer);
      endInTime(answer);
    }
  }

  /**
   * Nothing shows whether a neighbour has ended its answer to a HEAD. On a connection of which it
   * still holds the turn, the next request would wait for ever.
   */
  private void finishHead() {
    outbound.connection().close();
    finish();
  }

  private void endInTime(HttpClientResponse answer) {
    String type = answer.headers().get(HttpHeaders.CONTENT_TYPE);
    if (type != null && type.startsWith("text/event-stream")) {
      Runnable forget = leaving.onBegin(this::finishEarly);
      context.addEndHandler(end -> forget.run());
    }
  }

  private void finishEarly() {
    if (!isOver) {
      isOver = true;
      outbound.connection().close();
      reply.end();
    }
  }

  private static boolean hasBody(HttpClientResponse answer) {
    return answer.statusCode() != 204 && answer.statusCode() != 304;
  }

  private void pump(HttpClientResponse answer) {
    if (!reply.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
      reply.setChunked(true);
    }
    answer.handler(chunk -> pass(chunk, answer));
  }

  private void pass(Buffer chunk, HttpClientResponse answer) {
    reply.write(chunk);
    if (reply.writeQueueFull()) {
      answer.pause();
      reply.drainHandler(drained -> answer.resume());
    }
  }

  private void finish() {
    isOver = true;
    if (!upload.isOver()) {
      outbound.connection().close();
    }
    if (isLast) {
      LastAnswer.close(context);
    }
    reply.end();
  }

  private void fail(Throwable failure) {
    if (isOver) {
      return;
    }
    boolean late = failure instanceof TimeoutException && upload.waitsForClient();
    isOver = true;
    outbound.connection().close();
    upload.cease();
    if (again.isPresent() && isUnanswered(failure)) {
      again.get().run();
    } else {
      ProblemWriter.write(context, late ? lateBody() : trouble.problem(failure));
    }
  }

  /** The connection ended; in time, and with nothing on it. */
  private static boolean isUnanswered(Throwable failure) {
    return failure instanceof HttpClosedException || failure instanceof IOException;
  }

  private static Problem lateBody() {
    return Problem.of(ProblemKind.REQUEST_TIMEOUT, "The body did not arrive in time.");
  }

  /** One of the two went away in the middle: the other must not take what it has for the whole. */
  private void breakOff() {
    if (!isOver) {
      isOver = true;
      outbound.connection().close();
      reply.reset();
    }
  }
}
