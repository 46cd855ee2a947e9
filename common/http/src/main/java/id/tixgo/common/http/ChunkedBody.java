package id.tixgo.common.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Writes a long body bit by bit: the next chunk is asked for when the client has taken the last,
 * and other requests have their turn between two chunks.
 */
public final class ChunkedBody {
  private ChunkedBody() {}

  /** Where the chunks come from. */
  @FunctionalInterface
  public interface Source {
    /** The next chunk, or empty after the last. */
    Future<Optional<Buffer>> next();
  }

  /**
   * Completes when all is written; fails when the source does or the client goes away. Its type has
   * been set.
   */
  public static Future<Void> write(
      Vertx vertx, HttpServerRequest request, HttpServerResponse response, Source source) {
    response.setChunked(true);
    String type = String.valueOf(response.headers().get(HttpHeaders.CONTENT_TYPE));
    return step(
        vertx,
        response,
        Coding.choose(request, response, type, Long.MAX_VALUE)
            .map(coding -> coded(source, coding.begin()))
            .orElse(source));
  }

  /** The end of the source gives what the coder still holds, then is the end. */
  private static Source coded(Source source, Coding.Coded coded) {
    boolean[] ended = {false};
    return () ->
        ended[0]
            ? Future.succeededFuture(Optional.empty())
            : source
                .next()
                .map(
                    chunk -> {
                      ended[0] = chunk.isEmpty();
                      return Optional.of(chunk.map(coded::next).orElseGet(coded::end));
                    });
  }

  private static Future<Void> step(Vertx vertx, HttpServerResponse response, Source source) {
    return source
        .next()
        .compose(
            chunk ->
                chunk.isEmpty()
                    ? response.end()
                    : response
                        .write(chunk.get())
                        .compose(written -> turn(vertx))
                        .compose(turn -> step(vertx, response, source)));
  }

  /**
   * A timer and not {@code runOnContext}: Netty runs dozens of tasks that follow one another before
   * it looks at its sockets again, and other requests waited a second for a list of 100,000.
   */
  private static Future<Void> turn(Vertx vertx) {
    return vertx.timer(1, TimeUnit.MILLISECONDS).mapEmpty();
  }
}
