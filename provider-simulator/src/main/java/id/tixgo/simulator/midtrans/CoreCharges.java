package id.tixgo.simulator.midtrans;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.gateway.MoveDetails;
import id.tixgo.simulator.gateway.WireCall;
import id.tixgo.simulator.gateway.WireReply;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** Core: begins a payment by a method that the merchant names. */
final class CoreCharges {
  private final MidtransDesk desk;
  private final CoreAttempts attempts;
  private final MidtransBank bank;

  CoreCharges(MidtransDesk desk, CoreAttempts attempts, MidtransBank bank) {
    this.desk = requireNonNull(desk);
    this.attempts = requireNonNull(attempts);
    this.bank = requireNonNull(bank);
  }

  /** {@code POST /v2/charge}. */
  WireReply charge(WireCall call) {
    JsonObject body = call.json();
    List<String> wrong = TermsRules.check(body);
    if (!wrong.isEmpty()) {
      throw CoreErrors.invalid(wrong);
    }
    SnapTerms terms = TermsReader.read(call, body, desk.usualUrl());
    call.isAbout(terms.orderId());
    SnapMethod method = method(body);
    if (desk.book().isTaken(terms.orderId())) {
      throw CoreErrors.duplicate();
    }
    CoreTransaction begun = attempts.begin(terms, method, expiry(body));
    proceed(begun, body);
    return CoreErrors.reply(answer(begun, call.baseUrl()));
  }

  private void proceed(CoreTransaction begun, JsonObject body) {
    String token = body.getJsonObject("credit_card", new JsonObject()).getString("token_id", "");
    boolean isCard = begun.method() == SnapMethod.CREDIT_CARD;
    if (isCard && token.contains("challenge")) {
      begun.isHeld();
      desk.teller().tell(begun);
    } else if (isCard && token.contains("deny")) {
      begun.becomes(CoreStatus.DENY);
      desk.teller().tell(begun);
    } else if (isCard || desk.stage().switches().isAutoPay()) {
      bank.pays(begun, MoveDetails.NONE);
    } else {
      desk.teller().tell(begun);
    }
  }

  private static SnapMethod method(JsonObject body) {
    String type = body.getString("payment_type", "");
    JsonObject more = body.getJsonObject(type, new JsonObject());
    String issuer = more.getString("bank", more.getString("store", ""));
    SnapMethod method =
        SnapMethod.ofCharge(type, issuer)
            .orElseThrow(() -> CoreErrors.invalid(List.of("payment_type is invalid")));
    if (method == SnapMethod.CREDIT_CARD && more.getString("token_id", "").isEmpty()) {
      throw CoreErrors.refusal(411, "Token id is missing, invalid, or timed out");
    }
    return method;
  }

  private Instant expiry(JsonObject body) {
    try {
      Instant now = desk.now();
      return MidtransExpiry.end(
              body.getJsonObject("custom_expiry"), "order_time", "expiry_duration", now)
          .orElse(now.plus(MidtransExpiry.USUAL));
    } catch (IllegalArgumentException e) {
      throw CoreErrors.invalid(List.of(e.getMessage()));
    }
  }

  private JsonObject answer(CoreTransaction begun, String baseUrl) {
    JsonObject body = desk.bodies().charged(begun, message(begun));
    String url = baseUrl + "/v2/qris/" + begun.id() + "/qr-code";
    return switch (begun.method()) {
      case QRIS ->
          body.put("qr_string", begun.code()).put("actions", action("generate-qr-code", url));
      case GOPAY -> body.put("actions", action("generate-qr-code", url));
      case SHOPEEPAY, DANA, OVO ->
          body.put(
              "actions", action("deeplink-redirect", baseUrl + "/_sim/payments/" + begun.id()));
      default -> body;
    };
  }

  private static JsonArray action(String name, String url) {
    JsonObject action = new JsonObject().put("name", name).put("method", "GET").put("url", url);
    return new JsonArray().add(action);
  }

  private static String message(CoreTransaction begun) {
    return begun.is(CoreStatus.DENY)
        ? "Deny by bank"
        : "Success, " + begun.method().label() + " transaction is successful";
  }
}
