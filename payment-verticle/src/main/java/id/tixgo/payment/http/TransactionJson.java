package id.tixgo.payment.http;

import id.tixgo.common.caller.Caller;
import id.tixgo.payment.domain.Books;
import id.tixgo.payment.domain.Order;
import id.tixgo.payment.domain.Order.OrderTransaction;
import id.tixgo.payment.domain.OrderAccess;
import id.tixgo.payment.domain.Payment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The face of an order's money. */
record TransactionJson(
    long id,
    long userId,
    long orderId,
    String orderNumber,
    String transactionType,
    BigDecimal amount,
    BigDecimal paidAmount,
    BigDecimal refundedAmount,
    String currency,
    String status,
    String paymentMethod,
    String paymentGateway,
    String gatewayTransactionId,
    Map<String, String> metadata,
    PaymentJson payment,
    List<RefundJson> refunds,
    Instant createdAt,
    Instant updatedAt) {
  /** Of an order that has one; with the attempt that paid it, else the newest. */
  static TransactionJson of(Order order, Books books, Caller caller) {
    boolean isStaff = OrderAccess.isAdmin(caller);
    List<Payment> payments = books.payments(order);
    OrderTransaction transaction = order.transaction().orElseThrow();
    Optional<Payment> shown =
        payments.stream()
            .filter(Payment::counted)
            .findFirst()
            .or(() -> payments.stream().reduce((older, newer) -> newer));
    return new TransactionJson(
        transaction.id(),
        order.offer().payer().userId(),
        order.id(),
        order.number(),
        order.offer().serviceType().name(),
        order.total().major(),
        order.paid().major(),
        order.refunded().major(),
        order.total().currency(),
        order.transactionStatus(payments.stream().anyMatch(p -> p.state().isOpen())).name(),
        shown.map(p -> p.method().word()).orElse(null),
        shown.map(Payment::gateway).orElse(null),
        shown.flatMap(Payment::gatewayId).orElse(null),
        transaction.metadata(),
        shown.map(payment -> PaymentJson.of(payment, isStaff)).orElse(null),
        payments.stream()
            .flatMap(payment -> books.refunds(payment).stream())
            .map(refund -> RefundJson.of(refund, isStaff))
            .toList(),
        transaction.createdAt(),
        order.updatedAt());
  }
}
