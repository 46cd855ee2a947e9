package id.tixgo.payment.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.payment.domain.GatewayAnswer;
import id.tixgo.payment.domain.KnownPayment;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Midtrans' Core API. Its answers have their code in the body, whatever HTTP's status is. A
 * transaction is named by its own id once that is known: DANA's has no other name.
 */
final class MidtransCore {
  static final String UNAUTHORIZED = "Midtrans does not accept our server key.";
  private static final String TITLE = MidtransTransaction.NAME;

  private final GatewayHttp http;

  MidtransCore(GatewayHttp http) {
    this.http = requireNonNull(http);
  }

  static String id(KnownPayment payment) {
    return payment.gatewayId().orElse(payment.reference());
  }

  Future<GatewayAnswer> status(String id) {
    return NoAnswer.as(
        GatewayAnswer.Unknown::new, http.get(path(id, "status")).map(reply -> told(reply.json())));
  }

  static String path(String id, String what) {
    return "/v2/" + UpstreamClient.segment(id) + '/' + what;
  }

  private static GatewayAnswer told(GatewayJson body) {
    return switch (code(body)) {
      case "200", "201", "202", "407" -> new MidtransTransaction(body).known();
      case "404" -> new GatewayAnswer.NotFound();
      case "401" -> throw new NoAnswer(UNAUTHORIZED);
      default -> throw NoAnswer.unreadable(TITLE);
    };
  }

  static String code(GatewayJson body) {
    return body.text("status_code").orElse("");
  }

  /** Empty when the transaction is in a state that must be asked for: settled, or over already. */
  Future<Optional<GatewayAnswer>> cancel(String id) {
    return NoAnswer.as(
        why -> Optional.of(new GatewayAnswer.Unknown(why)),
        http.post(path(id, "cancel")).map(reply -> cancelled(reply.json())));
  }

  private static Optional<GatewayAnswer> cancelled(GatewayJson body) {
    String code = code(body);
    return switch (code) {
      case "200" -> Optional.of(new MidtransTransaction(body).known());
      case "404" -> Optional.of(new GatewayAnswer.NotFound());
      case "407", "412" -> Optional.empty();
      default -> Optional.of(new GatewayAnswer.Refused(reason(refusal(code)), body.redacted()));
    };
  }

  /** Throws {@link NoAnswer} for codes that refuse nothing. */
  static String refusal(String code) {
    if (!code.matches("4\\d\\d") || code.equals("429")) {
      throw NoAnswer.unreadable(TITLE);
    }
    return code;
  }

  static String reason(String code) {
    return switch (code) {
      case "401" -> UNAUTHORIZED;
      case "402" -> "Our account at Midtrans isn't allowed to do this.";
      case "404" -> "Midtrans has no such payment.";
      case "406" -> "Midtrans has a refund of this name already.";
      case "412" ->
          "Midtrans can't give back this payment: it isn't settled yet, which takes cards a day,"
              + " or its method has no refunds.";
      case "414" ->
          "Midtrans refuses the refund: it is more than is left of the payment, or than the"
              + " account holds.";
      default -> "Midtrans refuses it with code " + code + ".";
    };
  }
}
