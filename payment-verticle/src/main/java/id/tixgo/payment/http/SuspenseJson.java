package id.tixgo.payment.http;

import id.tixgo.payment.domain.Suspense;
import id.tixgo.payment.domain.Suspense.Resolution;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;

/** Something about money that an admin must look at. */
record SuspenseJson(
    long id,
    String reason,
    String gateway,
    String reference,
    Long orderId,
    Long paymentId,
    BigDecimal amount,
    String currency,
    Instant createdAt,
    String outcome,
    String note,
    String resolvedBy,
    Instant resolvedAt) {
  static SuspenseJson of(Suspense item) {
    return new SuspenseJson(
        item.id(),
        item.reason(),
        item.gateway(),
        item.reference(),
        item.orderId().orElse(null),
        item.paymentId().orElse(null),
        item.amount().major(),
        item.amount().currency(),
        item.createdAt(),
        item.resolution().map(r -> r.outcome().name().toLowerCase(Locale.ROOT)).orElse(null),
        item.resolution().map(Resolution::note).orElse(null),
        item.resolution().map(Resolution::by).orElse(null),
        item.resolution().map(Resolution::at).orElse(null));
  }
}
