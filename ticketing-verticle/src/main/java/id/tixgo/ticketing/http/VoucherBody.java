package id.tixgo.ticketing.http;

import static java.util.Objects.requireNonNullElse;

import id.tixgo.common.money.Money;
import id.tixgo.common.problem.Problem;
import id.tixgo.ticketing.domain.Voucher;
import id.tixgo.ticketing.domain.VoucherKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What {@code POST /vouchers} takes.
 *
 * @param count how many are made with codes of the service's own
 * @param prefix with which those begin
 */
record VoucherBody(
    String eventId,
    String code,
    Integer count,
    String prefix,
    String kind,
    BigDecimal value,
    String currency,
    List<String> ticketTypeIds,
    Integer maxUses,
    String validFrom,
    String validUntil) {
  private static final String CURRENCY = "IDR";
  private static final int WHOLE = 100;

  Voucher voucher(String itsCode, EventTimes times, Instant now) {
    VoucherKind what = VoucherKind.of(kind);
    return new Voucher(
        itsCode,
        eventId,
        what,
        what == VoucherKind.PERCENT ? Optional.of(percent()) : Optional.empty(),
        what == VoucherKind.AMOUNT || what == VoucherKind.FIXED
            ? Optional.of(money())
            : Optional.empty(),
        requireNonNullElse(ticketTypeIds, List.of()),
        requireNonNullElse(maxUses, 1),
        times.body("valid_from", validFrom),
        times.body("valid_until", validUntil),
        now);
  }

  private int percent() {
    return Optional.ofNullable(value)
        .filter(part -> part.stripTrailingZeros().scale() <= 0 && part.signum() > 0)
        .filter(part -> part.compareTo(BigDecimal.valueOf(WHOLE)) <= 0)
        .map(BigDecimal::intValue)
        .orElseThrow(
            () -> Problem.invalid("body.value", "must be a whole number from 1 to 100", "value"));
  }

  private Money money() {
    String unit = requireNonNullElse(currency, CURRENCY);
    return Optional.ofNullable(value)
        .flatMap(amount -> Money.of(amount, unit))
        .orElseThrow(() -> Problem.invalid("body.value", "is no amount in " + unit, "currency"));
  }
}
