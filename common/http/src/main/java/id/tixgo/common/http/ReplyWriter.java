package id.tixgo.common.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/**
 * Writes a reply, and 304 instead of a resource that the client has already. What is large is made
 * smaller for who takes it so.
 */
final class ReplyWriter {
  /** What is larger would hold up its event loop for milliseconds. */
  private static final int LARGEST_HERE = 64 * 1024;

  private ReplyWriter() {}

  static Future<Void> write(Call call, Reply reply) {
    HttpServerResponse response = call.request().response();
    reply.headers().forEach(response::putHeader);
    if (reply.tagged()) {
      String tag = ETags.of(reply.body());
      response.putHeader(HttpHeaders.ETAG, tag);
      if (ETags.names(call.header("If-None-Match"), tag)) {
        return response.setStatusCode(304).end();
      }
    }
    response.setStatusCode(reply.status());
    if (reply.status() == 204) {
      Headers.leaveOutLength(response);
    }
    if (reply.body().length() == 0) {
      return response.end();
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, reply.contentType());
    return Coding.choose(call.request(), response, reply.contentType(), reply.body().length())
        .map(coding -> coded(coding, reply.body()).compose(response::end))
        .orElseGet(() -> response.end(reply.body()));
  }

  private static Future<Buffer> coded(Coding coding, Buffer body) {
    return body.length() <= LARGEST_HERE
        ? Future.succeededFuture(coding.whole(body))
        : Vertx.currentContext().executeBlocking(() -> coding.whole(body), false);
  }
}
