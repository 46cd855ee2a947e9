package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.scope.Once;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.UnaryOperator;

/** The rules of vouchers. */
public final class Vouchers {
  private final Sales sales;

  public Vouchers(Sales sales) {
    this.sales = requireNonNull(sales);
  }

  /** Makes all, or none; fails with {@code NOT_FOUND} or {@code VOUCHER_EXISTS}. */
  public Future<List<Voucher>> create(List<Voucher> vouchers, Once<List<Voucher>> once) {
    return sales.make(
        once,
        (desk, now) -> {
          vouchers.forEach(voucher -> check(desk, voucher));
          vouchers.forEach(desk::put);
          return vouchers;
        });
  }

  private static void check(Desk desk, Voucher voucher) {
    if (desk.event(voucher.eventId()).isEmpty()) {
      throw Refusals.eventNotFound();
    }
    if (desk.voucher(voucher.code()).isPresent()) {
      throw Refusals.voucherExists(voucher.code());
    }
    boolean known =
        voucher.ticketTypeIds().stream()
            .allMatch(id -> desk.ticketType(id).filter(voucher::covers).isPresent());
    if (!known) {
      throw Refusals.ticketTypeNotFound();
    }
  }

  /** Fails with {@code NOT_FOUND}. */
  public Voucher find(String code) {
    return sales.voucher(code).orElseThrow(Refusals::voucherNotFound);
  }

  /** Bookings keep the price that they were held at; fails with {@code NOT_FOUND}. */
  public Future<Voucher> change(String code, UnaryOperator<Voucher> change) {
    return sales.make(
        Once.eachTime(),
        (desk, now) -> {
          Voucher current = desk.voucher(code).orElseThrow(Refusals::voucherNotFound);
          Voucher changed = change.apply(current);
          desk.put(changed);
          return changed;
        });
  }

  /** Fails with {@code NOT_FOUND}. */
  public Future<Voucher> delete(String code) {
    return sales.make(
        Once.eachTime(),
        (desk, now) -> {
          Voucher current = desk.voucher(code).orElseThrow(Refusals::voucherNotFound);
          desk.remove(current);
          return current;
        });
  }
}
