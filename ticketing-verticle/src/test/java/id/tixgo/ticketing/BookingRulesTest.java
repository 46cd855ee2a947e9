package id.tixgo.ticketing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.Role;
import id.tixgo.common.money.Money;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.scope.Once;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.test.MutableClock;
import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.BookingStatus;
import id.tixgo.ticketing.domain.Buyer;
import id.tixgo.ticketing.domain.HoldRequest;
import id.tixgo.ticketing.domain.Holder;
import id.tixgo.ticketing.domain.IssuedTicket;
import id.tixgo.ticketing.domain.Places;
import id.tixgo.ticketing.domain.TicketType;
import id.tixgo.ticketing.domain.TicketTypeDetails;
import id.tixgo.ticketing.domain.WantedPlaces;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of a sale, on the real store and a clock that a test moves. */
class BookingRulesTest {
  private static final Caller SITI = OpenSales.caller(7, Role.USER);
  private static final Caller BUDI = OpenSales.caller(8, Role.USER);
  private static final Caller STAFF = OpenSales.caller(1, Role.COMMITTEE);

  private final MutableClock clock = new MutableClock(Instant.parse("2030-01-01T00:00:00Z"));
  private OpenSales open;
  private TicketType regular;

  @BeforeEach
  void start() {
    open = OpenSales.inMemory(clock);
    open.tell("e1", "published", 10);
    regular = open.type("e1", "REGULAR", 15_000_000, 6);
  }

  @AfterEach
  void stop() {
    open.close();
  }

  private Future<Booking> hold(Caller caller, WantedPlaces... wanted) {
    boolean staff = caller.role() != Role.USER;
    Buyer buyer = new Buyer(caller.id(), caller.username(), Optional.empty());
    return open.bookings.hold(
        new HoldRequest("e1", List.of(wanted), buyer, staff, Optional.empty()), Once.eachTime());
  }

  private Booking held(Caller caller, int quantity) {
    return hold(caller, of(regular, quantity)).await();
  }

  private static WantedPlaces of(TicketType type, int quantity) {
    return new WantedPlaces(type.id(), quantity, List.of());
  }

  private Booking confirmed(String id) {
    return open.bookings.confirm(id, STAFF, "cash", Optional.of("K-1")).await();
  }

  private Booking cancelled(String id, Caller caller, boolean refund) {
    return open.bookings.cancel(id, caller, Optional.of("ill"), refund).await();
  }

  private static void refused(String code, Future<?> step) {
    assertEquals(code, assertThrows(Problem.class, step::await).code());
  }

  private void places(int held, int sold) {
    open.sales.settle().await();
    assertEquals(new Places(held, sold), open.sales.ofType(regular.id()));
  }

  @Test
  void aHoldShouldTakePlacesAndFreezeThePrice() {
    Booking booking = held(SITI, 2);
    assertEquals(BookingStatus.PENDING, booking.status());
    assertEquals(clock.instant().plus(Duration.ofMinutes(15)), booking.expiresAt());
    open.types
        .change(
            regular.id(),
            known -> {},
            d -> OpenSales.details("REGULAR", d.price().times(2), d.quota()))
        .await();
    assertEquals(30_000_000, confirmed(booking.id()).total().minor());
    assertEquals(30_000_000, held(SITI, 1).total().minor());
    places(1, 2);
  }

  @Test
  void allItemsShouldBeHeldOrNone() {
    TicketType vip = open.type("e1", "VIP", 0, 1);
    refused("SOLD_OUT", hold(SITI, of(regular, 2), of(vip, 2)));
    places(0, 0);
    assertEquals(3, hold(SITI, of(regular, 2), of(vip, 1)).await().quantity());
    places(2, 0);
  }

  @Test
  void twoTypesShouldShareTheEventsCapacity() {
    TicketType vip = open.type("e1", "VIP", 0, 100);
    held(SITI, 6);
    refused("SOLD_OUT", hold(BUDI, of(vip, 5)));
    hold(BUDI, of(vip, 4)).await();
    refused("SOLD_OUT", hold(BUDI, of(vip, 1)));
  }

  @Test
  void aTypeThatComesTwiceShouldBeSummed() {
    open.type("e1", "MANY", 0, 100);
    refused("VALIDATION_ERROR", hold(SITI, of(regular, 6), of(regular, 5)));
    refused("SOLD_OUT", hold(SITI, of(regular, 4), of(regular, 3)));
    assertEquals(1, hold(SITI, of(regular, 3), of(regular, 3)).await().items().size());
  }

  @Test
  void aHoldShouldEndAtItsTimeEvenIfNothingRan() {
    Booking booking = held(SITI, 6);
    clock.advance(Duration.ofMinutes(15).minusNanos(1000));
    refused("SOLD_OUT", hold(BUDI, of(regular, 1)));
    clock.advance(Duration.ofNanos(1000));
    held(BUDI, 6);
    assertEquals(BookingStatus.EXPIRED, open.bookings.find(booking.id(), SITI).await().status());
    assertTrue(types().contains("booking_expired"));
    places(6, 0);
  }

  @Test
  void whoeverLooksShouldSeeNoHoldThatIsOver() {
    Booking booking = held(SITI, 2);
    clock.advance(Duration.ofMinutes(15));
    assertEquals(BookingStatus.EXPIRED, open.bookings.find(booking.id(), SITI).await().status());
    places(0, 0);
  }

  @Test
  void aLatePaymentShouldTakePlacesAgainIfThereAreAny() {
    Booking first = held(SITI, 4);
    clock.advance(Duration.ofMinutes(15));
    assertEquals(4, confirmed(first.id()).tickets().size());
    Booking second = held(SITI, 2);
    clock.advance(Duration.ofMinutes(15));
    held(BUDI, 1);
    refused("SOLD_OUT", open.bookings.confirm(second.id(), STAFF, "cash", Optional.empty()));
    places(1, 4);
  }

  @Test
  void aPaymentShouldIssueATicketForEachPlaceOnce() {
    Booking booking = held(SITI, 3);
    Booking paid = confirmed(booking.id());
    assertEquals(paid, confirmed(booking.id()));
    assertEquals(3, paid.tickets().stream().map(IssuedTicket::code).distinct().count());
    paid.tickets().forEach(t -> assertTrue(t.code().matches("[0-9BCDFGHJKMNP-TV-Z]{16}")));
    assertEquals(3, types().stream().filter("ticket_issued"::equals).count());
    places(0, 3);
  }

  @Test
  void aBuyerShouldConfirmOnlyWhatIsFree() {
    TicketType free = open.type("e1", "FREE", 0, 3);
    Booking gift = hold(SITI, of(free, 1)).await();
    Booking dear = held(SITI, 1);
    refused("PAYMENT_REQUIRED", open.bookings.confirm(dear.id(), SITI, "cash", Optional.empty()));
    Booking paid = open.bookings.confirm(gift.id(), SITI, "cash", Optional.empty()).await();
    assertEquals("free", paid.receipt().orElseThrow().method());
  }

  @Test
  void aStrangersBookingShouldNotBeFound() {
    Booking booking = held(SITI, 1);
    refused("NOT_FOUND", open.bookings.find(booking.id(), BUDI));
    refused("NOT_FOUND", open.bookings.cancel(booking.id(), BUDI, Optional.empty(), false));
    refused("NOT_FOUND", open.bookings.confirm(booking.id(), BUDI, "cash", Optional.empty()));
    String code = confirmed(booking.id()).tickets().get(0).code();
    refused("NOT_FOUND", open.bookings.findByTicket(code, BUDI));
    refused("NOT_FOUND", open.tickets.transfer(code, BUDI, Holder.UNNAMED, Once.eachTime()));
  }

  @Test
  void aCancelledBookingShouldFreeItsPlacesOnce() {
    Booking booking = held(SITI, 2);
    assertEquals(BookingStatus.CANCELLED, cancelled(booking.id(), SITI, false).status());
    assertEquals(BookingStatus.CANCELLED, cancelled(booking.id(), SITI, false).status());
    refused("NOT_PAYABLE", open.bookings.confirm(booking.id(), STAFF, "cash", Optional.empty()));
    places(0, 0);
  }

  @Test
  void staffShouldCancelWhatIsPaidAndItsTicketsBeRevoked() {
    Booking booking = held(SITI, 2);
    confirmed(booking.id());
    refused("ALREADY_PAID", open.bookings.cancel(booking.id(), SITI, Optional.empty(), false));
    Booking refunded = cancelled(booking.id(), STAFF, true);
    assertEquals(BookingStatus.REFUNDED, refunded.status());
    assertTrue(refunded.tickets().stream().allMatch(IssuedTicket::revoked));
    assertEquals(refunded, cancelled(booking.id(), STAFF, false));
    assertEquals(2, types().stream().filter("ticket_revoked"::equals).count());
    refused("TICKET_REVOKED", open.tickets.rename(refunded.tickets().get(0).code(), SITI, h -> h));
    places(0, 0);
  }

  @Test
  void aTransferShouldMakeTheOldCodeWorthless() {
    Booking booking = held(SITI, 1);
    String old = confirmed(booking.id()).tickets().get(0).code();
    Holder budi = new Holder(Optional.of("Budi"), Optional.of("budi@example.com"));
    String code = open.tickets.transfer(old, SITI, budi, Once.eachTime()).await().code();
    refused("NOT_FOUND", open.bookings.findByTicket(old, SITI));
    assertEquals(budi, open.bookings.findByTicket(code, SITI).await().ticket(code).get().holder());
    List<FeedMessage> told = open.told();
    FeedMessage revoked = told.get(told.size() - 2);
    assertEquals("ticket_revoked", revoked.type());
    assertTrue(revoked.data().contains(old) && revoked.data().contains("REISSUED"));
    FeedMessage moved = told.get(told.size() - 1);
    assertEquals("ticket_transferred", moved.type());
    assertTrue(moved.data().contains("\"code\":\"" + code), moved.data());
  }

  @Test
  void aBuyerShouldHoldThreeBookingsAtMostAndStaffForOthersMore() {
    for (int i = 0; i < 3; i++) {
      held(SITI, 1);
    }
    refused("TOO_MANY_OPEN_BOOKINGS", hold(SITI, of(regular, 1)));
    held(BUDI, 1);
    Buyer guest =
        new Buyer(
            STAFF.id(),
            STAFF.username(),
            Optional.of(new Holder(Optional.of("Ani"), Optional.empty())));
    for (int i = 0; i < 2; i++) {
      HoldRequest request =
          new HoldRequest("e1", List.of(of(regular, 1)), guest, true, Optional.empty());
      Booking booking = open.bookings.hold(request, Once.eachTime()).await();
      if (i == 1) {
        assertEquals(Optional.of("Ani"), confirmed(booking.id()).tickets().get(0).holder().name());
      }
    }
    clock.advance(Duration.ofMinutes(15));
    held(SITI, 1);
  }

  @Test
  void anEventThatIsOffOrADraftShouldSellNothing() {
    Booking booking = held(SITI, 1);
    open.tell("e1", "draft", 10);
    refused("SALES_NOT_OPEN", hold(SITI, of(regular, 1)));
    open.tell("e1", "cancelled", 10);
    refused("EVENT_CANCELLED", hold(SITI, of(regular, 1)));
    refused(
        "EVENT_CANCELLED", open.bookings.confirm(booking.id(), STAFF, "cash", Optional.empty()));
    open.tell("e1", "deleted", 10);
    refused("EVENT_CANCELLED", hold(SITI, of(regular, 1)));
    cancelled(booking.id(), SITI, false);
  }

  @Test
  void anEventThatIsOffShouldEndItsHoldsAndLeaveWhatIsPaid() {
    TicketType vip = open.type("e1", "VIP", 0, 2);
    Booking held = hold(SITI, of(regular, 2), of(vip, 1)).await();
    Booking paid = confirmed(held(BUDI, 1).id());
    Booking left = cancelled(held(BUDI, 1).id(), BUDI, false);
    open.tell("e1", "cancelled", 10);
    Booking ended = open.bookings.find(held.id(), SITI).await();
    assertEquals(BookingStatus.CANCELLED, ended.status());
    assertEquals(Optional.of("EVENT_CANCELLED"), ended.reason());
    assertEquals(paid, open.bookings.find(paid.id(), BUDI).await());
    assertEquals(left, open.bookings.find(left.id(), BUDI).await());
    assertEquals(2, types().stream().filter("booking_cancelled"::equals).count());
    places(0, 1);
    open.tell("e1", "published", 10);
    refused("NOT_PAYABLE", open.bookings.confirm(held.id(), STAFF, "cash", Optional.empty()));
    assertEquals(BookingStatus.REFUNDED, cancelled(paid.id(), STAFF, true).status());
  }

  @Test
  void aBuyerShouldNotTakeAgainWhatWasFreeOnce() {
    TicketType free = open.type("e1", "FREE", 0, 3);
    Booking gift = hold(SITI, of(free, 1)).await();
    clock.advance(Duration.ofMinutes(15));
    open.types
        .change(
            free.id(), known -> {}, d -> OpenSales.details("FREE", new Money(5_000_000, "IDR"), 3))
        .await();
    refused("NOT_PAYABLE", open.bookings.confirm(gift.id(), SITI, "cash", Optional.empty()));
    assertEquals(BookingStatus.PAID, confirmed(gift.id()).status());
  }

  @Test
  void aQuotaShouldNotFallBelowWhatIsTaken() {
    held(SITI, 3);
    refused("QUOTA_BELOW_SOLD", open.types.change(regular.id(), known -> {}, d -> quota(d, 2)));
    open.types.change(regular.id(), known -> {}, d -> quota(d, 3)).await();
    refused("SOLD_OUT", hold(BUDI, of(regular, 1)));
    refused("IN_USE", open.types.delete(regular.id(), known -> {}));
    clock.advance(Duration.ofMinutes(15));
    open.types.delete(regular.id(), known -> {}).await();
    refused("NOT_FOUND", hold(BUDI, of(regular, 1)));
  }

  private static TicketTypeDetails quota(TicketTypeDetails d, int quota) {
    return OpenSales.details(d.name(), d.price(), quota);
  }

  private List<String> types() {
    return open.told().stream().map(FeedMessage::type).toList();
  }
}
