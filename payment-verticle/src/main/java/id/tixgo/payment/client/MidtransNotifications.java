package id.tixgo.payment.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import id.tixgo.payment.domain.Notice;
import id.tixgo.payment.domain.NotificationReader;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Notifications of Midtrans. The signature is of order, code and amount alone, each as it was sent;
 * state and transaction aren't signed.
 */
final class MidtransNotifications implements NotificationReader {
  private static final String SIGNATURE = "signature_key";

  private final GatewaySecret serverKey;

  MidtransNotifications(GatewaySecret serverKey) {
    this.serverKey = requireNonNull(serverKey);
  }

  @Override
  public String gateway() {
    return MidtransGateway.NAME;
  }

  @Override
  public boolean isMeant(MultiMap headers, Buffer body) {
    return GatewayJson.of(body).filter(json -> json.has(SIGNATURE)).isPresent();
  }

  @Override
  public Notice read(MultiMap headers, Buffer body) {
    return GatewayJson.of(body)
        .map(this::read)
        .orElseGet(() -> new Notice.Unreadable("A notification of Midtrans is a JSON object."));
  }

  private Notice read(GatewayJson body) {
    Optional<String> order = body.exactText("order_id");
    return order.isPresent() && isSigned(body)
        ? new Notice.About(order, body.text("transaction_id"))
        : new Notice.Forged();
  }

  private boolean isSigned(GatewayJson body) {
    Optional<String> given = body.exactText(SIGNATURE);
    Optional<String> code = body.exactText("status_code");
    Optional<String> amount = body.exactText("gross_amount");
    if (given.isEmpty() || code.isEmpty() || amount.isEmpty()) {
      return false;
    }
    String signed =
        body.exactText("order_id").orElse("") + code.get() + amount.get() + serverKey.value();
    return MessageDigest.isEqual(sha512(signed).getBytes(UTF_8), given.get().getBytes(UTF_8));
  }

  private static String sha512(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-512");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
