package id.tixgo.common.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** Writes a reply, and 304 instead of a resource that the client has already. */
final class ReplyWriter {
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
    return response.putHeader(HttpHeaders.CONTENT_TYPE, reply.contentType()).end(reply.body());
  }
}
