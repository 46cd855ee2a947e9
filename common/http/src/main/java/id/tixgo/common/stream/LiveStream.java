package id.tixgo.common.stream;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;
import java.util.function.Supplier;

/** One client's {@code text/event-stream} of a source. For one event loop. */
final class LiveStream {
  private static final int QUEUE_BYTES = 1 << 18;

  private final StreamSource source;
  private final HttpServerResponse response;
  private final Supplier<Future<Boolean>> welcome;
  private final Promise<Void> ended = Promise.promise();
  private long sent;

  private record Expired(String code, String detail) {}

  /**
   * @param welcome whether its reader may still hear of everything; fails when nobody can tell
   */
  LiveStream(StreamSource source, HttpServerResponse response, Supplier<Future<Boolean>> welcome) {
    this.source = requireNonNull(source);
    this.response = requireNonNull(response);
    this.welcome = requireNonNull(welcome);
    response.setWriteQueueMaxSize(QUEUE_BYTES);
    response.closeHandler(closed -> ended.tryComplete());
  }

  /**
   * From after a number; without one with how things stand, and from now on. So too when the source
   * can't go on from there, once the client has been told.
   */
  void begin(Optional<Long> after) {
    sent = after.orElse(0L);
    response.write(Buffer.buffer("retry: 2000\n\n").appendBuffer(beginning(after)));
  }

  private Buffer beginning(Optional<Long> after) {
    Optional<Problem> expired = after.flatMap(source::expired);
    if (after.isPresent() && expired.isEmpty()) {
      return Buffer.buffer();
    }
    StreamText now = source.now();
    sent = now.last();
    return expired
        .map(why -> StreamText.none(sent).with("feed_expired", sent, json(why)).text())
        .orElseGet(Buffer::buffer)
        .appendBuffer(now.text());
  }

  private static Buffer json(Problem why) {
    return JsonFormat.encode(new Expired(why.code(), why.getMessage()));
  }

  /**
   * Sends what happened since. A client that doesn't keep up is let go: it comes back with the last
   * {@code id} that it read.
   */
  void catchUp(StreamPages pages) {
    StreamText page = pages.after(sent);
    while (page.last() > sent && !response.ended() && !response.closed()) {
      if (response.writeQueueFull()) {
        letGo();
        return;
      }
      response.write(page.text());
      sent = page.last();
      page = pages.after(sent);
    }
  }

  /** A client that was gone before the stream began is found out here. */
  void beat() {
    if (response.writeQueueFull() || response.closed()) {
      letGo();
    } else {
      response.write(": still here\n\n");
    }
  }

  /** Ends when its reader is welcome no more. */
  void check() {
    welcome
        .get()
        .onSuccess(
            still -> {
              if (!still) {
                end();
              }
            });
  }

  /** With its connection: an end that waits to be read would wait for ever. */
  private void letGo() {
    response.reset();
    ended.tryComplete();
  }

  /** Its reader comes back when it likes to. */
  void end() {
    if (!response.ended() && !response.closed()) {
      response.end();
    }
    ended.tryComplete();
  }

  Future<Void> ended() {
    return ended.future();
  }
}
