package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.scope.KeptAnswer;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer that is ready to be written.
 *
 * @param body the bytes, empty for none
 * @param contentType the body's type; unused when there is no body
 * @param tagged whether it carries an {@code ETag} of its bytes and answers conditional reads
 */
public record Reply(
    int status, String contentType, Buffer body, Map<String, String> headers, boolean tagged) {
  private static final String JSON = "application/json";

  public Reply {
    requireNonNull(body);
    headers = Map.copyOf(headers);
  }

  public static Reply json(int status, Object value) {
    return new Reply(status, JSON, JsonFormat.encode(value), Map.of(), false);
  }

  /** 200 with an {@code ETag}; 304 when the client has it already. */
  public static Reply resource(Object value) {
    return resource(JSON, JsonFormat.encode(value));
  }

  /** The same of any media type. */
  public static Reply resource(String contentType, Buffer body) {
    return new Reply(200, contentType, body, Map.of(), true);
  }

  public static Reply noContent() {
    return new Reply(204, "", Buffer.buffer(), Map.of(), false);
  }

  public static Reply html(String page) {
    return resource("text/html; charset=utf-8", Buffer.buffer(page));
  }

  public static Reply bytes(int status, String contentType, Buffer body) {
    return new Reply(status, contentType, body, Map.of(), false);
  }

  public Reply withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, contentType, body, more, tagged);
  }

  /** What is kept of it, to be answered again. */
  KeptAnswer kept() {
    return new KeptAnswer(status, contentType, headers, body.toString());
  }

  /** Writes itself as the call's answer. */
  public Future<Void> writeTo(Call call) {
    return ReplyWriter.write(call, this);
  }
}
