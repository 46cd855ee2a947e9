package id.tixgo.ticketing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.Role;
import id.tixgo.common.money.Money;
import id.tixgo.common.scope.Once;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.test.MutableClock;
import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.BookingQuery;
import id.tixgo.ticketing.domain.BookingStatus;
import id.tixgo.ticketing.domain.Buyer;
import id.tixgo.ticketing.domain.HoldRequest;
import id.tixgo.ticketing.domain.Holder;
import id.tixgo.ticketing.domain.IssuedTicket;
import id.tixgo.ticketing.domain.LatePayment;
import id.tixgo.ticketing.domain.Places;
import id.tixgo.ticketing.domain.SalesReport;
import id.tixgo.ticketing.domain.SalesReport.Grouping;
import id.tixgo.ticketing.domain.TicketType;
import id.tixgo.ticketing.domain.Voucher;
import id.tixgo.ticketing.domain.VoucherKind;
import id.tixgo.ticketing.domain.WantedPlaces;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of bookings when Payment tells that money was given back. */
class OnlineRefundTest {
  private static final Caller STAFF = OpenSales.caller(1, Role.ADMIN);
  private static final Caller SITI = OpenSales.caller(2, Role.USER);
  private static final Caller BUDI = OpenSales.caller(3, Role.USER);
  private static final long PAYMENT = 12;

  private final MutableClock clock = new MutableClock(Instant.parse("2030-01-01T00:00:00Z"));
  private OpenSales open;
  private TicketType regular;
  private TicketType vip;
  private Booking paid;

  /** Two regular places at 100 and one at 300, by a voucher that halves all. */
  @BeforeEach
  void open() {
    open = OpenSales.inMemory(clock);
    open.tell("e1", "published", 3);
    regular = open.type("e1", "REGULAR", 20_000, 2);
    vip = open.type("e1", "VIP", 60_000, 1);
    open.vouchers.create(List.of(half()), Once.eachTime()).await();
    Booking held = held();
    tell(PaymentNews.paid(clock.instant(), held.id(), PAYMENT, held.total()));
    paid = now();
  }

  @AfterEach
  void close() {
    open.close();
  }

  private Voucher half() {
    return new Voucher(
        "HALF",
        "e1",
        VoucherKind.PERCENT,
        Optional.of(50),
        Optional.empty(),
        List.of(),
        3,
        Optional.empty(),
        Optional.empty(),
        clock.instant());
  }

  private Booking held() {
    List<WantedPlaces> wanted =
        List.of(
            new WantedPlaces(regular.id(), 2, List.of()), new WantedPlaces(vip.id(), 1, List.of()));
    Buyer buyer = new Buyer(SITI.id(), SITI.username(), Optional.empty());
    HoldRequest request = new HoldRequest("e1", wanted, buyer, false, Optional.of("HALF"));
    return open.bookings.hold(request, Once.eachTime()).await();
  }

  private Booking now() {
    return open.sales
        .bookings(new BookingQuery(Optional.of("e1"), Optional.of(2L), Optional.empty(), ""))
        .await()
        .get(0);
  }

  private void tell(FeedMessage message) {
    open.tell(message, LatePayment.RETAKE).await();
  }

  private void givenBack(long refundId, long minor, String... tickets) {
    Money amount = new Money(minor, "IDR");
    tell(PaymentNews.part(clock.instant(), paid.id(), PAYMENT, refundId, amount, List.of(tickets)));
  }

  private String ticket(int place) {
    return paid.tickets().get(place).code();
  }

  private List<JsonObject> told(String type) {
    return open.told().stream()
        .filter(message -> message.type().equals(type))
        .map(message -> new JsonObject(message.data()))
        .toList();
  }

  private List<String> revoked() {
    return told("ticket_revoked").stream()
        .filter(ticket -> ticket.getString("reason").equals("REFUNDED"))
        .map(ticket -> ticket.getString("code"))
        .toList();
  }

  /** Of the regular type and the other, as rows of a report say it: sold, refunded, revenue. */
  private void sales(List<Integer> ofRegular, List<Integer> ofVip) {
    assertEquals(List.of(ofRegular, ofVip), rows());
    assertEquals(List.of(ofRegular, ofVip), toldOf(paid.id()));
    assertEquals(new Places(0, ofRegular.get(0)), open.sales.ofType(regular.id()));
    assertEquals(new Places(0, ofVip.get(0)), open.sales.ofType(vip.id()));
    assertEquals(ofRegular.get(0) + ofVip.get(0), open.sales.usesOf("HALF"));
  }

  private List<List<Integer>> rows() {
    List<Booking> all =
        open.sales
            .bookings(new BookingQuery(Optional.of("e1"), Optional.empty(), Optional.empty(), ""))
            .await();
    return SalesReport.of(all, Grouping.TYPE, ZoneOffset.UTC).stream()
        .map(row -> List.of(row.sold(), row.refunded(), (int) row.revenue().minor()))
        .toList();
  }

  /** The same of one booking, as the newest message about it says. */
  private List<List<Integer>> toldOf(String bookingId) {
    JsonObject newest =
        open.told().stream()
            .filter(message -> message.type().startsWith("booking_"))
            .map(message -> new JsonObject(message.data()))
            .filter(booking -> booking.getString("id").equals(bookingId))
            .reduce((before, after) -> after)
            .orElseThrow();
    boolean good = newest.getString("status").equals("PAID");
    return newest.getJsonArray("items").stream()
        .map(item -> toldOf((JsonObject) item, good))
        .toList();
  }

  private static List<Integer> toldOf(JsonObject item, boolean good) {
    JsonObject sale = item.getJsonObject("sale");
    int refunded = sale.getInteger("refunded");
    return List.of(
        good ? item.getInteger("quantity") - refunded : 0,
        refunded,
        sale.getJsonObject("kept").getInteger("minor"));
  }

  @Test
  void aWholeRefundShouldEndTheBooking() {
    sales(List.of(2, 0, 20_000), List.of(1, 0, 30_000));
    tell(PaymentNews.whole(clock.instant(), paid.id(), PAYMENT, 5, paid.total()));
    assertEquals(BookingStatus.REFUNDED, now().status());
    assertEquals(Optional.of("asked for"), now().reason());
    assertEquals(paid.tickets().stream().map(IssuedTicket::code).toList(), revoked());
    JsonObject refunded = told("booking_refunded").get(0);
    assertEquals(12, refunded.getInteger("payment_id"));
    assertEquals(5, refunded.getInteger("refund_id"));
    sales(List.of(0, 2, 0), List.of(0, 1, 0));
  }

  @Test
  void aTicketThatIsGivenBackShouldFreeItsPlaceOnce() {
    for (int time = 0; time < 2; time++) {
      givenBack(5, 10_000, ticket(0));
      assertEquals(BookingStatus.PAID, now().status());
      assertEquals(List.of(ticket(0)), revoked());
      assertEquals(10_000, now().refunded().minor());
      sales(List.of(1, 1, 10_000), List.of(1, 0, 30_000));
    }
    givenBack(6, 0, ticket(0));
    sales(List.of(1, 1, 10_000), List.of(1, 0, 30_000));
  }

  @Test
  void whoeverWaitsShouldBeOfferedWhatIsGivenBack() {
    open.waiting.join(regular.id(), 1, BUDI, Once.eachTime()).await();
    givenBack(5, 10_000, ticket(0));
    assertEquals(new Places(1, 1), open.sales.ofType(regular.id()));
  }

  @Test
  void theLastTicketShouldEndTheBookingAndKeepWhatIsKept() {
    givenBack(5, 10_000, ticket(0));
    givenBack(6, 35_000, ticket(1), ticket(2));
    assertEquals(BookingStatus.REFUNDED, now().status());
    assertEquals(45_000, now().refunded().minor());
    assertEquals(List.of(ticket(0), ticket(1), ticket(2)), revoked());
    assertEquals(6, told("booking_refunded").get(0).getInteger("refund_id"));
    sales(List.of(0, 2, 1_250), List.of(0, 1, 3_750));
  }

  @Test
  void aPartOfTheMoneyShouldLeaveTheTickets() {
    givenBack(5, 10_001);
    assertEquals(List.of(), revoked());
    assertEquals(BookingStatus.PAID, now().status());
    sales(List.of(2, 0, 16_000), List.of(1, 0, 23_999));
    tell(PaymentNews.whole(clock.instant(), paid.id(), PAYMENT, 6, new Money(39_999, "IDR")));
    sales(List.of(0, 2, 0), List.of(0, 1, 0));
    assertEquals(paid.total(), now().refunded());
  }

  @Test
  void moreThanWasPaidShouldNotBeCounted() {
    givenBack(5, 60_000);
    assertEquals(paid.total(), now().refunded());
    sales(List.of(2, 0, 0), List.of(1, 0, 0));
  }

  @Test
  void aTicketThatWasPassedOnMeanwhileShouldBeRevoked() {
    String once =
        open.tickets.transfer(ticket(0), SITI, Holder.UNNAMED, Once.eachTime()).await().code();
    String now = open.tickets.transfer(once, SITI, Holder.UNNAMED, Once.eachTime()).await().code();
    givenBack(5, 10_000, ticket(0));
    assertEquals(List.of(now), revoked());
    sales(List.of(1, 1, 10_000), List.of(1, 0, 30_000));
  }

  @Test
  void aTicketOfAnotherBookingShouldBeLeftAlone() {
    givenBack(5, 10_000, "3Q4M2ZK9W0XH3T5B");
    assertEquals(List.of(), revoked());
    assertEquals(10_000, now().refunded().minor());
  }

  @Test
  void moneyOfAPaymentThatWasRefusedShouldConcernNoBooking() {
    tell(PaymentNews.paid(clock.instant(), paid.id(), 13, paid.total()));
    tell(PaymentNews.whole(clock.instant(), paid.id(), 13, 5, paid.total()));
    tell(PaymentNews.whole(clock.instant(), "none", 14, 6, paid.total()));
    assertEquals(paid, now());
  }

  @Test
  void staffShouldAskForARefundOnce() {
    givenBack(5, 10_000, ticket(0));
    open.bookings.cancel(paid.id(), STAFF, Optional.of("ill"), true).await();
    JsonObject asked = told("booking_refunded").get(0);
    assertEquals(12, asked.getInteger("payment_id"));
    assertFalse(asked.containsKey("refund_id") && asked.getValue("refund_id") != null);
    assertEquals(List.of(ticket(0), ticket(1), ticket(2)), revoked());
    Booking refunded = now();
    tell(PaymentNews.whole(clock.instant(), paid.id(), PAYMENT, 6, new Money(40_000, "IDR")));
    assertEquals(1, told("booking_refunded").size());
    assertEquals(paid.total(), now().refunded());
    assertEquals(Optional.of("ill"), refunded.reason());
    sales(List.of(0, 2, 0), List.of(0, 1, 0));
  }

  @Test
  void whatIsCancelledShouldKeepItsMoneyUntilItIsGivenBack() {
    open.bookings.cancel(paid.id(), STAFF, Optional.empty(), false).await();
    sales(List.of(0, 0, 20_000), List.of(0, 0, 30_000));
    tell(PaymentNews.whole(clock.instant(), paid.id(), PAYMENT, 5, paid.total()));
    assertEquals(BookingStatus.CANCELLED, now().status());
    assertEquals(paid.total(), now().refunded());
    assertEquals(List.of(), told("booking_refunded"));
  }

  @Test
  void whatIsGivenBackOfACancelledBookingShouldBeTold() {
    open.bookings.cancel(paid.id(), STAFF, Optional.empty(), false).await();
    givenBack(5, 10_000, ticket(0));
    assertEquals(1, told("booking_refund_noted").size());
    sales(List.of(0, 1, 10_000), List.of(0, 0, 30_000));
  }

  @Test
  void whatIsComplimentaryShouldBeSoldForNothing() {
    open.bookings.cancel(paid.id(), STAFF, Optional.empty(), true).await();
    Booking gift = held();
    open.bookings.confirm(gift.id(), STAFF, "complimentary", Optional.empty()).await();
    assertEquals(List.of(List.of(2, 2, 0), List.of(1, 1, 0)), rows());
    assertEquals(List.of(List.of(2, 0, 0), List.of(1, 0, 0)), toldOf(gift.id()));
    open.bookings.cancel(gift.id(), STAFF, Optional.empty(), true).await();
    assertEquals(List.of(List.of(0, 4, 0), List.of(0, 2, 0)), rows());
  }
}
