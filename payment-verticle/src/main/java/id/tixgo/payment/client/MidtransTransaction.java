package id.tixgo.payment.client;

import id.tixgo.common.money.Money;
import id.tixgo.payment.domain.GatewayAnswer;
import id.tixgo.payment.domain.GatewayRefund;
import id.tixgo.payment.domain.GatewayState;
import id.tixgo.payment.domain.PaymentMethod;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Midtrans' Core API tells of a transaction, in our words. */
record MidtransTransaction(GatewayJson body) {
  static final String NAME = "Midtrans";
  private static final String OK = "200";

  /** A bank took a part back: the rest is paid. What it took stands among the refunds. */
  private static final String PARTLY_CHARGED_BACK = "partial_chargeback";

  private static final String CHARGED_BACK = "CHARGED_BACK";

  /** One that was given back was paid; a dispute's money was, too. */
  private static final Set<GatewayState> RECEIVED =
      Set.of(GatewayState.PAID, GatewayState.CHARGED_BACK);

  /** Throws {@link NoAnswer} when Midtrans says what we don't know. */
  GatewayAnswer.Known known() {
    GatewayState state = state();
    boolean received = RECEIVED.contains(state);
    return new GatewayAnswer.Known(
        state,
        body.text("transaction_id"),
        received ? taken().less(fee()) : nothing(),
        received ? fee() : nothing(),
        method(),
        refunds(),
        body.redacted());
  }

  private GatewayState state() {
    return switch (status()) {
      case "pending", "authorize" -> GatewayState.PENDING;
      case "capture", "settlement" -> checked();
      case "refund", "partial_refund", PARTLY_CHARGED_BACK -> GatewayState.PAID;
      case "deny", "failure" -> GatewayState.DENIED;
      case "expire" -> GatewayState.EXPIRED;
      case "cancel" -> GatewayState.CANCELLED;
      case "chargeback" -> GatewayState.CHARGED_BACK;
      default -> throw NoAnswer.unreadable(NAME);
    };
  }

  private String status() {
    return lower("transaction_status").orElse("");
  }

  private Optional<String> lower(String name) {
    return body.text(name).map(text -> text.toLowerCase(Locale.ROOT));
  }

  /** Money is paid once fraud detection has accepted it, and the code says so as well. */
  private GatewayState checked() {
    return switch (lower("fraud_status").orElse("accept")) {
      case "accept" -> paid();
      case "deny" -> GatewayState.DENIED;
      default -> GatewayState.REVIEW;
    };
  }

  private GatewayState paid() {
    if (!body.text("status_code").equals(Optional.of(OK))) {
      throw NoAnswer.unreadable(NAME);
    }
    return GatewayState.PAID;
  }

  private String currency() {
    return body.text("currency").map(text -> text.toUpperCase(Locale.ROOT)).orElse("IDR");
  }

  /** An account without a fixed amount may have got less or more than it was made for. */
  private Money taken() {
    List<GatewayJson> payments = body.objects("payment_amounts");
    return payments.isEmpty() ? gross() : money(sum(payments));
  }

  private static BigDecimal sum(List<GatewayJson> payments) {
    return payments.stream()
        .map(payment -> payment.number("amount").orElseThrow(MidtransTransaction::unreadable))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Money money(BigDecimal amount) {
    return Money.of(amount, currency()).orElseThrow(MidtransTransaction::unreadable);
  }

  private Money gross() {
    return body.money("gross_amount", currency()).orElseThrow(MidtransTransaction::unreadable);
  }

  /** Where the buyer bears Midtrans' fee, the gross amount is the price with the fee on it. */
  private Money fee() {
    return body.object("metadata")
        .object("extra_info")
        .object("gross_amount_info")
        .money("original_amount", currency())
        .map(price -> gross().less(price))
        .orElse(Money.zero(currency()));
  }

  private Optional<PaymentMethod> method() {
    return switch (lower("payment_type").orElse("")) {
      case "credit_card" -> Optional.of(PaymentMethod.CREDIT_CARD);
      case "bank_transfer", "echannel" -> Optional.of(PaymentMethod.BANK_TRANSFER);
      case "qris" -> Optional.of(PaymentMethod.QRIS);
      case "gopay", "shopeepay", "dana", "ovo" -> Optional.of(PaymentMethod.EWALLET);
      case "cstore" -> Optional.of(PaymentMethod.CONVENIENCE_STORE);
      default -> Optional.empty();
    };
  }

  /** A refund is told of again once the bank has confirmed it: it is one all the same. */
  private List<GatewayRefund> refunds() {
    Map<String, GatewayRefund> keyToRefund = new LinkedHashMap<>();
    body.objects("refunds").stream()
        .map(this::refund)
        .forEach(refund -> keyToRefund.putIfAbsent(refund.key(), refund));
    if (status().equals(PARTLY_CHARGED_BACK)) {
      unlisted(keyToRefund.values()).ifPresent(rest -> keyToRefund.put(rest.key(), rest));
    }
    if (keyToRefund.isEmpty() && tellsOfRefunds()) {
      throw unreadable();
    }
    return List.copyOf(keyToRefund.values());
  }

  private boolean tellsOfRefunds() {
    return status().endsWith("refund") || status().equals(PARTLY_CHARGED_BACK);
  }

  /**
   * What a bank took may stand in the sum of what is back alone, and in the list later. It is
   * called by that sum, which is another one when a bank takes more.
   */
  private Optional<GatewayRefund> unlisted(Collection<GatewayRefund> listed) {
    Money known = listed.stream().map(GatewayRefund::amount).reduce(Money::plus).orElse(nothing());
    return body.money("refund_amount", currency())
        .filter(all -> all.minor() > known.minor())
        .map(all -> taken(CHARGED_BACK + "-" + all.minor(), all.less(known)));
  }

  private static GatewayRefund taken(String key, Money amount) {
    return back(key, Optional.empty(), amount, Optional.of(CHARGED_BACK));
  }

  /** What merchants give back has a key; what a bank took has a number alone. */
  private GatewayRefund refund(GatewayJson refund) {
    Optional<String> id = refund.text("refund_chargeback_id");
    Optional<String> key = refund.text("refund_key");
    boolean taken = key.isEmpty() && status().equals(PARTLY_CHARGED_BACK);
    return back(
        key.or(() -> id.map(number -> "midtrans-" + number))
            .orElseThrow(MidtransTransaction::unreadable),
        id,
        refund.money("refund_amount", currency()).orElseThrow(MidtransTransaction::unreadable),
        taken ? Optional.of(CHARGED_BACK) : Optional.empty());
  }

  private static GatewayRefund back(
      String key, Optional<String> id, Money amount, Optional<String> reason) {
    return new GatewayRefund(key, id, amount, GatewayRefund.State.SUCCEEDED, reason);
  }

  private Money nothing() {
    return Money.zero(currency());
  }

  private static NoAnswer unreadable() {
    return NoAnswer.unreadable(NAME);
  }
}
