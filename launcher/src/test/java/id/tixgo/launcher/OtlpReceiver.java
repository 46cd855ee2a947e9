package id.tixgo.launcher;

import id.tixgo.common.test.RunningSystem;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes spans over OTLP as a collector does, and reads of each what a test wants to know. */
final class OtlpReceiver implements AutoCloseable {
  private final List<Received> spans = new CopyOnWriteArrayList<>();
  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;

  /** One span. */
  record Received(String traceId, String spanId, String parentId, String name) {}

  OtlpReceiver() {
    server =
        RunningSystem.await(
            vertx
                .createHttpServer()
                .requestHandler(
                    request ->
                        request
                            .body()
                            .onSuccess(this::take)
                            .onSuccess(body -> request.response().end()))
                .listen(0, "127.0.0.1"));
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  List<Received> ofTrace(String traceId) {
    return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
  }

  /** Resources hold scopes, which hold spans. */
  private void take(Buffer body) {
    for (byte[] resource : fields(body.getBytes(), 1)) {
      for (byte[] scope : fields(resource, 2)) {
        fields(scope, 2).forEach(span -> spans.add(span(span)));
      }
    }
  }

  private static Received span(byte[] bytes) {
    return new Received(hex(bytes, 1), hex(bytes, 2), hex(bytes, 4), text(bytes, 5));
  }

  private static String hex(byte[] bytes, int number) {
    List<byte[]> found = fields(bytes, number);
    return found.isEmpty() ? "" : HexFormat.of().formatHex(found.get(0));
  }

  private static String text(byte[] bytes, int number) {
    return new String(fields(bytes, number).get(0), StandardCharsets.UTF_8);
  }

  /** The fields of one number in a message of protobuf. */
  private static List<byte[]> fields(byte[] message, int number) {
    List<byte[]> fields = new ArrayList<>();
    int[] at = {0};
    while (at[0] < message.length) {
      long tag = number(message, at);
      byte[] bytes = value(message, at, (int) (tag & 7));
      if (tag >>> 3 == number) {
        fields.add(bytes);
      }
    }
    return fields;
  }

  private static byte[] value(byte[] message, int[] at, int type) {
    int length =
        switch (type) {
          case 1 -> 8;
          case 5 -> 4;
          case 2 -> (int) number(message, at);
          default -> 0;
        };
    if (type == 0) {
      number(message, at);
    }
    byte[] bytes = new byte[length];
    System.arraycopy(message, at[0], bytes, 0, length);
    at[0] += length;
    return bytes;
  }

  private static long number(byte[] message, int[] at) {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = message[at[0]++];
      number |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }

  @Override
  public void close() {
    RunningSystem.await(vertx.close());
  }
}
