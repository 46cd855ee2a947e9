package id.tixgo.common.gateway;

import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.http.Headers;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** A request's head and body on their way to the neighbour. */
final class Upload {
  private final HttpServerRequest inbound;
  private final HttpClientRequest outbound;
  private final HttpConfig config;
  private boolean headWritten;
  private boolean pumping;
  private boolean ended;

  Upload(HttpServerRequest inbound, HttpClientRequest outbound, HttpConfig config) {
    this.inbound = inbound;
    this.outbound = outbound;
    this.config = config;
  }

  /** The body is framed anew, by what Netty made of the framing that it came with. */
  void begin() {
    long length = Headers.contentLength(inbound);
    if (length < 0) {
      outbound.setChunked(true);
    } else if (inbound.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
      outbound.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(length));
    }
    if (length == 0) {
      end();
    } else if (Headers.expectsContinue(inbound)) {
      ask();
    } else {
      pump();
    }
  }

  boolean isOver() {
    return ended;
  }

  /** Whether the client is who keeps the neighbour waiting. */
  boolean waitsForClient() {
    return pumping && !ended && !outbound.writeQueueFull();
  }

  /** Takes what still comes, and sends on nothing of it. */
  void cease() {
    if (!ended && !inbound.isEnded()) {
      inbound.handler(unread -> {}).endHandler(end -> {}).resume();
    }
  }

  /** The client waits to be told to go on; whether it is, the neighbour says. */
  private void ask() {
    outbound.putHeader(HttpHeaders.EXPECT, HttpHeaders.CONTINUE);
    outbound.continueHandler(
        goOn -> {
          inbound.response().writeContinue();
          pump();
        });
    outbound.idleTimeout(config.upstreamTimeoutMs());
    headWritten = true;
    outbound.sendHead();
  }

  /** What has come already goes with the head; who waits for more has had the head. */
  private void pump() {
    pumping = true;
    outbound.idleTimeout(config.requestTimeoutMs());
    inbound.handler(this::pass).endHandler(end -> end()).exceptionHandler(brokenOff -> {});
    inbound.resume();
    if (!headWritten) {
      headWritten = true;
      outbound.sendHead();
    }
  }

  private void pass(Buffer chunk) {
    headWritten = true;
    outbound.idleTimeout(config.requestTimeoutMs());
    outbound.write(chunk);
    if (outbound.writeQueueFull()) {
      inbound.pause();
      outbound.drainHandler(drained -> inbound.resume());
    }
  }

  private void end() {
    headWritten = true;
    ended = true;
    outbound.idleTimeout(config.upstreamTimeoutMs());
    outbound.end();
  }
}
