package id.tixgo.payment.http;

import id.tixgo.payment.domain.PayInstructions;
import id.tixgo.payment.domain.PayInstructions.VaNumber;
import id.tixgo.payment.domain.Payment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** An attempt to pay, with what the payer is to do. */
record PaymentJson(
    long id,
    long orderId,
    long transactionId,
    String paymentMethod,
    String paymentGateway,
    BigDecimal amount,
    BigDecimal receivedAmount,
    BigDecimal refundedAmount,
    String currency,
    String status,
    String reference,
    String gatewayTransactionId,
    String redirectUrl,
    List<VaNumber> vaNumbers,
    String qrString,
    Instant expiresAt,
    String reason,
    Instant createdAt,
    Instant updatedAt,
    Instant paidAt) {
  /** For staff. */
  static PaymentJson of(Payment payment) {
    return of(payment, true);
  }

  /** A payer isn't told who of the staff took his money. */
  static PaymentJson of(Payment payment, boolean forStaff) {
    PayInstructions how = payment.instructions();
    return new PaymentJson(
        payment.id(),
        payment.orderId(),
        payment.orderId(),
        payment.method().word(),
        payment.gateway(),
        payment.amount().major(),
        payment.received().major(),
        payment.refunded().major(),
        payment.amount().currency(),
        payment.status(),
        payment.reference(),
        payment.gatewayId().orElse(null),
        how.redirectUrl().orElse(null),
        how.vaNumbers(),
        how.qrString().orElse(null),
        how.expiresAt().orElse(null),
        payment.reason().filter(reason -> forStaff || !payment.isPaid()).orElse(null),
        payment.createdAt(),
        payment.updatedAt(),
        payment.paidAt().orElse(null));
  }
}
