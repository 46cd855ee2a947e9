package id.tixgo.payment.http;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.payment.domain.Checkout.Choice;
import id.tixgo.payment.domain.PaymentMethod;
import id.tixgo.payment.domain.ServiceType;
import java.util.Optional;

/** What requests say of what is paid for, and how. Members that aren't said are null. */
record PayBody(
    String bookingId,
    String serviceType,
    String serviceId,
    Long orderId,
    Long transactionId,
    String paymentMethod,
    String paymentGateway,
    String returnUrl) {
  ServiceType type() {
    return serviceType == null ? ServiceType.EVENT : ServiceType.valueOf(serviceType);
  }

  /** What is paid for; fails with {@code VALIDATION_ERROR}. */
  String sold() {
    return Optional.ofNullable(bookingId)
        .or(() -> Optional.ofNullable(serviceId))
        .orElseThrow(
            () ->
                Problem.of(
                    ProblemKind.VALIDATION_ERROR,
                    "Say what is paid for: a booking_id, or a service_type and its service_id."));
  }

  boolean saysMethod() {
    return paymentMethod != null;
  }

  Choice choice() {
    return new Choice(
        PaymentMethod.of(paymentMethod).orElseThrow(),
        Optional.ofNullable(paymentGateway),
        Optional.ofNullable(returnUrl));
  }
}
