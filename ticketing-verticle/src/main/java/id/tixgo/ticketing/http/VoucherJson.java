package id.tixgo.ticketing.http;

import id.tixgo.common.money.Money;
import id.tixgo.ticketing.domain.Voucher;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A voucher as staff see it.
 *
 * @param value the percentage, or an amount in {@code currency}
 */
record VoucherJson(
    String code,
    String eventId,
    String kind,
    BigDecimal value,
    String currency,
    List<String> ticketTypeIds,
    int maxUses,
    int used,
    Instant validFrom,
    Instant validUntil,
    Instant createdAt) {
  static VoucherJson of(Voucher voucher, int used) {
    BigDecimal amount = voucher.money().map(Money::major).orElse(null);
    return new VoucherJson(
        voucher.code(),
        voucher.eventId(),
        voucher.kind().json(),
        voucher.percent().map(BigDecimal::valueOf).orElse(amount),
        voucher.money().map(Money::currency).orElse(null),
        voucher.ticketTypeIds(),
        voucher.maxUses(),
        used,
        voucher.validFrom().orElse(null),
        voucher.validUntil().orElse(null),
        voucher.createdAt());
  }
}
