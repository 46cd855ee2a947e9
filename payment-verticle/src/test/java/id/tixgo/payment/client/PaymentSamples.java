package id.tixgo.payment.client;

import id.tixgo.common.money.Money;
import id.tixgo.payment.domain.KnownPayment;
import id.tixgo.payment.domain.PaymentMethod;
import id.tixgo.payment.domain.PaymentRequest;
import id.tixgo.payment.domain.PaymentRequest.Item;
import id.tixgo.payment.domain.RefundRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Payments and refunds of 300,000 rupiah that tests ask for. */
final class PaymentSamples {
  static final String REFERENCE = "TIX-8F2K4M7Q3D~1";
  static final String REFERENCE_IN_PATHS = "TIX-8F2K4M7Q3D%7E1";
  static final Instant MADE = Instant.parse("2026-11-26T17:30:05.123456Z");

  private PaymentSamples() {}

  static Money rupiah(long amount) {
    return new Money(amount * 100, "IDR");
  }

  static PaymentRequest request(PaymentMethod method) {
    return request(method, rupiah(300_000), List.of(item(2, 150_000)), Duration.ofMinutes(15));
  }

  static PaymentRequest request(
      PaymentMethod method, Money amount, List<Item> items, Duration time) {
    return new PaymentRequest(
        REFERENCE,
        method,
        amount,
        7,
        items,
        "siti",
        Optional.of("siti@tixgo.example"),
        MADE,
        MADE.plus(time),
        Optional.of("https://tixgo.example/orders/1"));
  }

  static Item item(int quantity, long price) {
    return new Item("regular", "Regular", quantity, rupiah(price));
  }

  static KnownPayment known() {
    return new KnownPayment(REFERENCE, Optional.empty());
  }

  static KnownPayment known(String gatewayId) {
    return new KnownPayment(REFERENCE, Optional.of(gatewayId));
  }

  static RefundRequest refund(KnownPayment payment) {
    return new RefundRequest(payment, 7, "TIX-8F2K4M7Q3D-r7", rupiah(100_000), false, "Rained out");
  }

  static RefundRequest wholeRefund(KnownPayment payment) {
    return new RefundRequest(payment, 7, "TIX-8F2K4M7Q3D-r8", rupiah(300_000), true, "Rained out");
  }
}
