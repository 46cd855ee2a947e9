package id.tixgo.event.http;

import id.tixgo.common.http.IdempotentReplay;
import id.tixgo.common.http.Reply;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;

/** Attendance's answer as our own: status, body and the headers that belong to them. */
final class Forwarded {
  private static final List<String> HEADERS =
      List.of(
          "ETag",
          IdempotentReplay.HEADER,
          "Link",
          "Retry-After",
          "WWW-Authenticate",
          "X-Total-Count");

  private Forwarded() {}

  static Reply reply(HttpResponse<Buffer> answer) {
    Buffer body = answer.body() == null ? Buffer.buffer() : answer.body();
    String type = answer.headers().get("Content-Type");
    Reply reply = Reply.bytes(answer.statusCode(), type == null ? "" : type, body);
    for (String name : HEADERS) {
      String value = answer.getHeader(name);
      reply = value == null ? reply : reply.withHeader(name, value);
    }
    return reply;
  }
}
