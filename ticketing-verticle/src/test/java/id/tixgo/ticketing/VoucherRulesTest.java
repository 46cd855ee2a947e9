package id.tixgo.ticketing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.Role;
import id.tixgo.common.money.Money;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.scope.Once;
import id.tixgo.common.test.MutableClock;
import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.Buyer;
import id.tixgo.ticketing.domain.HoldRequest;
import id.tixgo.ticketing.domain.TicketType;
import id.tixgo.ticketing.domain.TicketTypeDetails;
import id.tixgo.ticketing.domain.Voucher;
import id.tixgo.ticketing.domain.VoucherKind;
import id.tixgo.ticketing.domain.WantedPlaces;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What vouchers change, and how often. */
class VoucherRulesTest {
  private static final Caller SITI = OpenSales.caller(7, Role.USER);
  private static final Caller STAFF = OpenSales.caller(1, Role.COMMITTEE);

  private final MutableClock clock = new MutableClock(Instant.parse("2030-01-01T00:00:00Z"));
  private OpenSales open;
  private TicketType regular;

  @BeforeEach
  void start() {
    open = OpenSales.inMemory(clock);
    open.tell("e1", "published", 100);
    regular = open.type("e1", "REGULAR", 15_000_100, 50);
  }

  @AfterEach
  void stop() {
    open.close();
  }

  private Voucher make(VoucherKind kind, int percent, long money, int uses, String... types) {
    Voucher voucher =
        new Voucher(
            kind.name(),
            "e1",
            kind,
            Optional.of(percent).filter(p -> p > 0),
            Optional.of(new Money(money, "IDR")).filter(m -> m.minor() > 0),
            List.of(types),
            uses,
            Optional.empty(),
            Optional.of(clock.instant().plus(Duration.ofDays(1))),
            clock.instant());
    return open.vouchers.create(List.of(voucher), Once.eachTime()).await().get(0);
  }

  private Future<Booking> hold(TicketType type, int quantity, String voucher) {
    Buyer buyer = new Buyer(SITI.id(), SITI.username(), Optional.empty());
    WantedPlaces wanted = new WantedPlaces(type.id(), quantity, List.of());
    return open.bookings.hold(
        new HoldRequest("e1", List.of(wanted), buyer, false, Optional.of(voucher)),
        Once.eachTime());
  }

  private static void refused(String code, Future<?> step) {
    assertEquals(code, assertThrows(Problem.class, step::await).code());
  }

  @Test
  void eachKindShouldMakeItsPrice() {
    make(VoucherKind.PERCENT, 25, 0, 9);
    make(VoucherKind.AMOUNT, 0, 5_000_000, 9);
    make(VoucherKind.FIXED, 0, 1_000_000, 9);
    assertEquals(22_500_200, hold(regular, 2, "percent").await().total().minor());
    assertEquals(20_000_200, hold(regular, 2, "Amount").await().total().minor());
    assertEquals(2_000_000, hold(regular, 2, "FIXED").await().total().minor());
  }

  @Test
  void anAmountAboveThePriceShouldMakeItFree() {
    make(VoucherKind.AMOUNT, 0, 99_000_000, 9);
    assertEquals(0, hold(regular, 1, "AMOUNT").await().total().minor());
  }

  @Test
  void eachPlaceShouldBeAUseAndHeldOnesCount() {
    make(VoucherKind.PERCENT, 100, 0, 3);
    refused("VOUCHER_USED_UP", hold(regular, 4, "PERCENT"));
    Booking held = hold(regular, 2, "PERCENT").await();
    refused("VOUCHER_USED_UP", hold(regular, 2, "PERCENT"));
    open.bookings.cancel(held.id(), SITI, Optional.empty(), false).await();
    assertEquals(0, open.sales.usesOf("PERCENT"));
    hold(regular, 3, "PERCENT").await();
    clock.advance(Duration.ofMinutes(15));
    hold(regular, 3, "PERCENT").await();
  }

  @Test
  void aLatePaymentShouldNotUseWhatOthersHave() {
    make(VoucherKind.PERCENT, 100, 0, 1);
    Booking late = hold(regular, 1, "PERCENT").await();
    clock.advance(Duration.ofMinutes(15));
    hold(regular, 1, "PERCENT").await();
    refused("VOUCHER_USED_UP", open.bookings.confirm(late.id(), STAFF, "cash", Optional.empty()));
  }

  @Test
  void aVoucherShouldBeGoodForItsTypesAndTimeAlone() {
    TicketType vip = open.type("e1", "VIP", 0, 5);
    make(VoucherKind.PERCENT, 50, 0, 9, vip.id());
    refused("VOUCHER_NOT_VALID", hold(regular, 1, "PERCENT"));
    refused("NOT_FOUND", hold(regular, 1, "OTHER"));
    hold(vip, 1, "PERCENT").await();
    clock.advance(Duration.ofDays(1));
    refused("VOUCHER_NOT_VALID", hold(vip, 1, "PERCENT"));
  }

  @Test
  void whatIsForVouchersAloneShouldBeUnlocked() {
    TicketTypeDetails d = regular.details();
    TicketTypeDetails locked =
        new TicketTypeDetails(
            "CLUB",
            "Club",
            d.description(),
            d.price(),
            5,
            d.salesStart(),
            d.salesEnd(),
            1,
            10,
            List.of(),
            false,
            true,
            true);
    TicketType club = open.types.create("e1", locked, Once.eachTime()).await();
    make(VoucherKind.UNLOCK, 0, 0, 1, club.id());
    Buyer buyer = new Buyer(SITI.id(), SITI.username(), Optional.empty());
    WantedPlaces wanted = new WantedPlaces(club.id(), 1, List.of());
    refused(
        "VOUCHER_REQUIRED",
        open.bookings.hold(
            new HoldRequest("e1", List.of(wanted), buyer, false, Optional.empty()),
            Once.eachTime()));
    assertEquals(d.price(), hold(club, 1, "UNLOCK").await().total());
  }

  @Test
  void aDeletedVoucherShouldChangeNoBooking() {
    make(VoucherKind.PERCENT, 50, 0, 9);
    Booking held = hold(regular, 1, "PERCENT").await();
    open.vouchers.delete("PERCENT").await();
    refused("NOT_FOUND", hold(regular, 1, "PERCENT"));
    assertEquals(
        held.total(),
        open.bookings
            .confirm(held.id(), STAFF, "cash", Optional.empty())
            .await()
            .receipt()
            .orElseThrow()
            .amount());
  }
}
