package id.tixgo.common.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;

/**
 * Answers one operation by writing to the response itself, bit by bit. A failure before the first
 * byte becomes a problem; one after it closes the connection, so that no client takes a part for
 * the whole.
 */
@FunctionalInterface
public interface StreamEndpoint {
  Future<?> handle(Call call, HttpServerResponse response);
}
