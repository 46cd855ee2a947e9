package id.tixgo.payment.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.payment.domain.Notice;
import id.tixgo.payment.domain.NotificationReader;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * Notifications of Xendit: of invoices, and of refunds, which name the invoice. A token that only
 * the two of us know comes with each; the body isn't signed.
 */
final class XenditNotifications implements NotificationReader {
  private static final String TOKEN = "x-callback-token";
  private static final String DATA = "data";

  private final GatewaySecret callbackToken;

  XenditNotifications(GatewaySecret callbackToken) {
    this.callbackToken = requireNonNull(callbackToken);
  }

  @Override
  public String gateway() {
    return XenditGateway.NAME;
  }

  @Override
  public boolean isMeant(MultiMap headers, Buffer body) {
    return headers.contains(TOKEN);
  }

  @Override
  public Notice read(MultiMap headers, Buffer body) {
    String given = headers.get(TOKEN);
    if (given == null || !callbackToken.matches(given)) {
      return new Notice.Forged();
    }
    return GatewayJson.of(body)
        .flatMap(XenditNotifications::about)
        .orElseGet(() -> new Notice.Unreadable("It tells of no invoice and of no refund of one."));
  }

  private static Optional<Notice> about(GatewayJson body) {
    return body.has(DATA) ? ofRefund(body) : ofInvoice(body);
  }

  private static Optional<Notice> ofInvoice(GatewayJson invoice) {
    return Optional.<Notice>of(new Notice.About(invoice.text("external_id"), invoice.text("id")))
        .filter(about -> invoice.text("external_id").or(() -> invoice.text("id")).isPresent());
  }

  /** Xendit's own example has the envelope twice. */
  private static Optional<Notice> ofRefund(GatewayJson body) {
    GatewayJson outer = body.object(DATA);
    GatewayJson refund = outer.has(DATA) ? outer.object(DATA) : outer;
    return refund.text("invoice_id").map(id -> new Notice.About(Optional.empty(), Optional.of(id)));
  }
}
