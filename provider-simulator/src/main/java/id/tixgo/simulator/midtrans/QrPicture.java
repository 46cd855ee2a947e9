package id.tixgo.simulator.midtrans;

import id.tixgo.common.qr.QrCode;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** {@code GET /v2/qris/{id}/qr-code}: what a buyer scans, as SVG, for anybody who knows the id. */
final class QrPicture {
  private QrPicture() {}

  static void answer(RoutingContext context, MidtransBook book) {
    Optional<String> svg =
        book.transaction(context.pathParam("id"))
            .filter(transaction -> transaction.method().hasQrCode())
            .map(transaction -> QrCode.forScreen(transaction.code()).svg());
    context
        .response()
        .setStatusCode(svg.isPresent() ? 200 : 404)
        .putHeader("Content-Type", "image/svg+xml")
        .end(svg.orElse(""));
  }
}
