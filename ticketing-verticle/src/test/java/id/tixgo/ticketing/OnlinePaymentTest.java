package id.tixgo.ticketing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.Role;
import id.tixgo.common.clients.payment.PaymentFacts;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.money.Money;
import id.tixgo.common.scope.Once;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.test.MutableClock;
import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.BookingStatus;
import id.tixgo.ticketing.domain.Buyer;
import id.tixgo.ticketing.domain.HoldRequest;
import id.tixgo.ticketing.domain.LatePayment;
import id.tixgo.ticketing.domain.Places;
import id.tixgo.ticketing.domain.Receipt;
import id.tixgo.ticketing.domain.TicketType;
import id.tixgo.ticketing.domain.TicketTypeDetails;
import id.tixgo.ticketing.domain.WantedPlaces;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of bookings when Payment tells that they are paid. */
class OnlinePaymentTest {
  private static final Caller STAFF = OpenSales.caller(1, Role.ADMIN);
  private static final Caller SITI = OpenSales.caller(2, Role.USER);
  private static final Caller BUDI = OpenSales.caller(3, Role.USER);
  private static final Duration HOLD = Duration.ofMinutes(15);

  private final MutableClock clock = new MutableClock(Instant.parse("2030-01-01T00:00:00Z"));
  private OpenSales open;
  private TicketType regular;

  @BeforeEach
  void open() {
    open = OpenSales.inMemory(clock);
    open.tell("e1", "published", 10);
    regular = open.type("e1", "REGULAR", 15_000_000, 2);
  }

  @AfterEach
  void close() {
    open.close();
  }

  private Booking held(Caller caller, int quantity) {
    List<WantedPlaces> wanted = List.of(new WantedPlaces(regular.id(), quantity, List.of()));
    Buyer buyer = new Buyer(caller.id(), caller.username(), Optional.empty());
    return open.bookings
        .hold(new HoldRequest("e1", wanted, buyer, false, Optional.empty()), Once.eachTime())
        .await();
  }

  private Booking now(Booking booking) {
    return open.bookings.find(booking.id(), STAFF).await();
  }

  private void paid(Booking booking, long paymentId) {
    paidAt(clock.instant(), booking, paymentId, LatePayment.RETAKE);
  }

  private void paidAt(Instant at, Booking booking, long paymentId, LatePayment late) {
    open.tell(PaymentNews.paid(at, booking.id(), paymentId, booking.total()), late).await();
  }

  private List<JsonObject> told(String type) {
    return open.told().stream()
        .filter(message -> message.type().equals(type))
        .map(message -> new JsonObject(message.data()))
        .toList();
  }

  private void refused(Booking booking, long paymentId, String reason) {
    JsonObject refusal =
        new JsonObject()
            .put("booking_id", booking.id())
            .put("payment_id", paymentId)
            .put("reason", reason);
    assertEquals(List.of(refusal), told("payment_refused"));
  }

  private void places(int held, int sold) {
    assertEquals(new Places(held, sold), open.sales.ofType(regular.id()));
  }

  @Test
  void aPaymentShouldIssueTheTicketsOnce() {
    Booking booking = held(SITI, 2);
    paid(booking, 12);
    Booking paid = now(booking);
    assertEquals(BookingStatus.PAID, paid.status());
    assertEquals(2, paid.tickets().size());
    Receipt receipt =
        new Receipt(
            "qris",
            Optional.of("ORD-1"),
            booking.total(),
            clock.instant(),
            "midtrans",
            Optional.of(12L));
    assertEquals(Optional.of(receipt), paid.receipt());
    assertEquals(12, told("booking_paid").get(0).getInteger("payment_id"));
    clock.advance(Duration.ofDays(7));
    paid(booking, 12);
    assertEquals(paid, now(booking));
    assertEquals(2, told("ticket_issued").size());
    assertEquals(List.of(), told("payment_refused"));
    places(0, 2);
  }

  @Test
  void latePaymentsShouldTakePlacesAgainWhateverIsOnSaleNow() {
    Booking booking = held(SITI, 2);
    clock.advance(HOLD);
    TicketTypeDetails details = regular.details();
    open.types.change(regular.id(), known -> {}, d -> closed(details)).await();
    paid(booking, 12);
    assertEquals(2, now(booking).tickets().size());
    places(0, 2);
  }

  /** It was sold until a minute ago, and is dearer since. */
  private TicketTypeDetails closed(TicketTypeDetails details) {
    return new TicketTypeDetails(
        details.name(),
        details.title(),
        details.description(),
        details.price().times(2),
        details.quota(),
        Optional.empty(),
        Optional.of(clock.instant().minusSeconds(60)),
        details.minPerBooking(),
        1,
        details.gates(),
        details.hidden(),
        details.voucherOnly(),
        details.showAvailability());
  }

  @Test
  void aLatePaymentWithoutPlacesShouldBeRefusedForGood() {
    Booking late = held(SITI, 2);
    clock.advance(HOLD);
    Booking other = held(BUDI, 1);
    paid(late, 12);
    refused(late, 12, "SOLD_OUT");
    open.bookings.cancel(other.id(), STAFF, Optional.empty(), false).await();
    paid(late, 12);
    refused(late, 12, "SOLD_OUT");
    assertEquals(BookingStatus.EXPIRED, now(late).status());
    paid(late, 13);
    assertEquals(BookingStatus.PAID, now(late).status());
  }

  @Test
  void aPaymentInTimeShouldWinOverAnExpiryThatNobodyNoticed() {
    Booking booking = held(SITI, 2);
    open.waiting.join(regular.id(), 1, BUDI, Once.eachTime()).await();
    Instant inTime = booking.expiresAt().minusNanos(1000);
    clock.advance(HOLD.plusHours(1));
    paidAt(inTime, booking, 12, LatePayment.REFUND);
    assertEquals(BookingStatus.PAID, now(booking).status());
    places(0, 2);
  }

  @Test
  void lateMoneyShouldBeGivenBackIfTheOrganiserWantsItSo() {
    Booking booking = held(SITI, 2);
    clock.advance(HOLD);
    assertEquals(BookingStatus.EXPIRED, now(booking).status());
    paidAt(booking.expiresAt(), booking, 12, LatePayment.REFUND);
    refused(booking, 12, "BOOKING_EXPIRED");
    places(0, 0);
    paidAt(booking.expiresAt().minusNanos(1000), booking, 13, LatePayment.REFUND);
    assertEquals(BookingStatus.PAID, now(booking).status());
  }

  @Test
  void lateMoneyForAnEventThatIsOverShouldBeRefused() {
    Booking booking = held(SITI, 2);
    JsonObject over =
        new JsonObject()
            .put("id", "e1")
            .put("title", "Concert")
            .put("start_time", "2030-01-01T00:00:00Z")
            .put("end_time", "2030-01-01T00:10:00Z")
            .put("status", "published");
    open.tell(over);
    clock.advance(HOLD);
    paid(booking, 12);
    refused(booking, 12, "BOOKING_EXPIRED");
  }

  @Test
  void aSecondPaymentShouldBeRefused() {
    Booking booking = held(SITI, 1);
    paid(booking, 12);
    paid(booking, 13);
    refused(booking, 13, "ALREADY_PAID");
    assertEquals(1, now(booking).tickets().size());
  }

  @Test
  void aPaymentBesideTheBoxOfficeShouldBeRefused() {
    Booking booking = held(SITI, 1);
    open.bookings.confirm(booking.id(), STAFF, "cash", Optional.empty()).await();
    paid(booking, 12);
    refused(booking, 12, "ALREADY_PAID");
    assertEquals("cash", now(booking).receipt().orElseThrow().method());
  }

  @Test
  void whatIsCancelledShouldHaveNoTickets() {
    Booking booking = held(SITI, 1);
    open.bookings.cancel(booking.id(), SITI, Optional.empty(), false).await();
    paid(booking, 12);
    refused(booking, 12, "BOOKING_CANCELLED");
    places(0, 0);
  }

  @Test
  void anEventThatIsOffShouldHaveNoTickets() {
    Booking booking = held(SITI, 1);
    open.tell("e1", "cancelled", 10);
    paid(booking, 12);
    refused(booking, 12, "EVENT_CANCELLED");
  }

  @Test
  void anUnknownBookingShouldBeRefused() {
    Money amount = new Money(1, "IDR");
    open.tell(PaymentNews.paid(clock.instant(), "none", 12, amount), LatePayment.RETAKE).await();
    assertEquals("BOOKING_UNKNOWN", told("payment_refused").get(0).getString("reason"));
  }

  @Test
  void anotherAmountOrCurrencyShouldBeRefused() {
    Booking booking = held(SITI, 1);
    for (Money wrong : List.of(new Money(14_999_999, "IDR"), new Money(15_000_000, "USD"))) {
      open.tell(
              PaymentNews.paid(clock.instant(), booking.id(), wrong.minor(), wrong),
              LatePayment.RETAKE)
          .await();
    }
    assertEquals(
        List.of("AMOUNT_DIFFERS", "AMOUNT_DIFFERS"),
        told("payment_refused").stream().map(refused -> refused.getString("reason")).toList());
    assertEquals(BookingStatus.PENDING, now(booking).status());
  }

  @Test
  void whatConcernsOtherServicesShouldChangeNothing() {
    Booking booking = held(SITI, 1);
    PaymentFacts facts = PaymentNews.facts(booking.id(), 12, booking.total());
    JsonObject flight = JsonFormat.encode(facts).toJsonObject().put("service_type", "FLIGHT");
    for (String type : List.of(PaymentFacts.CONFIRMED, "refund_processed")) {
      FeedMessage message = new FeedMessage(1, type, clock.instant(), refundOrNot(flight).encode());
      open.tell(message, LatePayment.RETAKE).await();
    }
    FeedMessage begun =
        new FeedMessage(
            1, PaymentFacts.CREATED, clock.instant(), JsonFormat.encode(facts).toString());
    open.tell(begun, LatePayment.RETAKE).await();
    assertEquals(booking, now(booking));
    assertTrue(told("payment_refused").isEmpty());
  }

  private static JsonObject refundOrNot(JsonObject facts) {
    return facts.copy().put("tickets", List.of()).put("reason", "asked for").put("whole", true);
  }
}
