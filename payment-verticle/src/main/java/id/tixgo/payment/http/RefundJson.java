package id.tixgo.payment.http;

import id.tixgo.payment.domain.Refund;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Money that is given back. */
record RefundJson(
    long id,
    long paymentId,
    long transactionId,
    long orderId,
    BigDecimal amount,
    String currency,
    String status,
    String channel,
    List<String> tickets,
    String reason,
    String refundKey,
    String reference,
    String processedBy,
    String note,
    Instant createdAt,
    Instant updatedAt) {
  /** For staff. */
  static RefundJson of(Refund refund) {
    return of(refund, true);
  }

  /** A payer isn't told who of the staff did it, nor what they and gateways have noted. */
  static RefundJson of(Refund refund, boolean forStaff) {
    return new RefundJson(
        refund.id(),
        refund.paymentId(),
        refund.orderId(),
        refund.orderId(),
        refund.amount().major(),
        refund.amount().currency(),
        refund.state().name(),
        refund.channel().name().toLowerCase(Locale.ROOT),
        refund.tickets(),
        refund.reason(),
        refund.key(),
        refund.reference(),
        forStaff ? refund.by() : null,
        refund.note().filter(note -> forStaff).orElse(null),
        refund.createdAt(),
        refund.updatedAt());
  }
}
