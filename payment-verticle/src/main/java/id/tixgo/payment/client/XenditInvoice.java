package id.tixgo.payment.client;

import id.tixgo.common.money.Money;
import id.tixgo.common.time.Timestamps;
import id.tixgo.payment.domain.GatewayAnswer;
import id.tixgo.payment.domain.GatewayRefund;
import id.tixgo.payment.domain.GatewayState;
import id.tixgo.payment.domain.PaymentMethod;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What Xendit tells of an invoice, in our words. */
record XenditInvoice(GatewayJson body) {
  static final String TITLE = "Xendit";

  /** Throws {@link NoAnswer} when Xendit says what we don't know. */
  GatewayAnswer.Known known(List<GatewayRefund> refunds) {
    GatewayState state = state();
    Money nothing = Money.zero(currency());
    return new GatewayAnswer.Known(
        state,
        Optional.of(id()),
        state == GatewayState.PAID ? paid() : nothing,
        nothing,
        method(),
        refunds,
        body.redacted());
  }

  String id() {
    return body.text("id").orElseThrow(XenditInvoice::unreadable);
  }

  boolean isOf(String reference) {
    return body.text("external_id").equals(Optional.of(reference));
  }

  /** Money that comes after the end leaves an invoice expired: it has come all the same. */
  GatewayState state() {
    return switch (status()) {
      case "PENDING" -> GatewayState.PENDING;
      case "PAID", "SETTLED" -> GatewayState.PAID;
      case "EXPIRED" -> hasMoney() ? GatewayState.PAID : GatewayState.EXPIRED;
      default -> throw unreadable();
    };
  }

  private String status() {
    return upper("status");
  }

  private String upper(String name) {
    return body.text(name).map(text -> text.toUpperCase(Locale.ROOT)).orElse("");
  }

  private boolean hasMoney() {
    return body.number("paid_amount").filter(amount -> amount.signum() > 0).isPresent();
  }

  Instant created() {
    return body.text("created").flatMap(Timestamps::parse).orElse(Instant.EPOCH);
  }

  private String currency() {
    return body.text("currency").isPresent() ? upper("currency") : "IDR";
  }

  private Money paid() {
    String name = body.number("paid_amount").isPresent() ? "paid_amount" : "amount";
    return body.money(name, currency()).orElseThrow(XenditInvoice::unreadable);
  }

  private Optional<PaymentMethod> method() {
    return switch (upper("payment_method")) {
      case "BANK_TRANSFER" -> Optional.of(PaymentMethod.BANK_TRANSFER);
      case "RETAIL_OUTLET" -> Optional.of(PaymentMethod.CONVENIENCE_STORE);
      case "EWALLET" -> Optional.of(PaymentMethod.EWALLET);
      case "QR_CODE", "QRIS" -> Optional.of(PaymentMethod.QRIS);
      case "CREDIT_CARD" -> Optional.of(PaymentMethod.CREDIT_CARD);
      default -> Optional.empty();
    };
  }

  static NoAnswer unreadable() {
    return NoAnswer.unreadable(TITLE);
  }
}
