package id.tixgo.portal.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.qr.QrCode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** {@code POST /api/qr}: a QR code of a text. In a body, since it may be a secret. */
public final class QrHandler {
  private static final int MOST_BYTES = 500;
  private static final int MOST_FOR_PAPER = 100;

  private final Vertx vertx;

  private record Body(String text) {}

  public QrHandler(Vertx vertx) {
    this.vertx = requireNonNull(vertx);
  }

  public void register(Api api) {
    api.on("qr", this::handle);
  }

  /** On a worker: a long text takes milliseconds. */
  private Future<Reply> handle(Call call) {
    String text = call.body(Body.class).text();
    if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw Problem.invalid("body.text", "is longer than " + MOST_BYTES + " bytes", "maxLength");
    }
    return vertx
        .executeBlocking(() -> svg(text), false)
        .map(
            svg ->
                Reply.bytes(200, "image/svg+xml", Buffer.buffer(svg))
                    .withHeader("Cache-Control", "no-store"));
  }

  private static String svg(String text) {
    boolean isLong = text.length() > MOST_FOR_PAPER;
    return (isLong ? QrCode.forScreen(text) : QrCode.forPaper(text)).svg();
  }
}
