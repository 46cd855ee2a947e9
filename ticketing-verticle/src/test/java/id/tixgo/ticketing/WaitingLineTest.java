package id.tixgo.ticketing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.Role;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.scope.Once;
import id.tixgo.common.test.MutableClock;
import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.BookingStatus;
import id.tixgo.ticketing.domain.Buyer;
import id.tixgo.ticketing.domain.HoldRequest;
import id.tixgo.ticketing.domain.TicketType;
import id.tixgo.ticketing.domain.WaitingEntry;
import id.tixgo.ticketing.domain.WantedPlaces;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is offered what becomes free. */
class WaitingLineTest {
  private static final Caller SITI = OpenSales.caller(7, Role.USER);
  private static final Caller BUDI = OpenSales.caller(8, Role.USER);
  private static final Caller ANI = OpenSales.caller(9, Role.USER);

  private final MutableClock clock = new MutableClock(Instant.parse("2030-01-01T00:00:00Z"));
  private OpenSales open;
  private TicketType type;
  private Booking taken;

  /** Sold out by Siti. */
  @BeforeEach
  void start() {
    open = OpenSales.inMemory(clock);
    open.tell("e1", "published", 100);
    type = open.type("e1", "REGULAR", 0, 2);
    taken = hold(SITI, 2).await();
  }

  @AfterEach
  void stop() {
    open.close();
  }

  private Future<Booking> hold(Caller caller, int quantity) {
    Buyer buyer = new Buyer(caller.id(), caller.username(), Optional.empty());
    WantedPlaces wanted = new WantedPlaces(type.id(), quantity, List.of());
    return open.bookings.hold(
        new HoldRequest("e1", List.of(wanted), buyer, false, Optional.empty()), Once.eachTime());
  }

  /** Some time ago. */
  private String join(Caller caller, int quantity) {
    String entry = open.waiting.join(type.id(), quantity, caller, Once.eachTime()).await().id();
    clock.advance(Duration.ofSeconds(1));
    return entry;
  }

  private Booking offer(String entry) {
    WaitingEntry found = open.sales.waitingEntry(entry).orElseThrow();
    return open.sales.booking(found.bookingId().orElseThrow()).orElseThrow();
  }

  private boolean waits(String entry) {
    return open.sales.waitingEntry(entry).orElseThrow().isWaiting();
  }

  private void cancel(Booking booking) {
    open.bookings.cancel(booking.id(), SITI, Optional.empty(), false).await();
  }

  private static void refused(String code, Future<?> step) {
    assertEquals(code, assertThrows(Problem.class, step::await).code());
  }

  @Test
  void whatIsCancelledShouldBeOfferedBeforeAnybodyElseCanHaveIt() {
    String budi = join(BUDI, 2);
    cancel(taken);
    Booking offer = offer(budi);
    assertEquals(BUDI.id(), offer.buyer().userId());
    assertEquals(clock.instant().plus(Duration.ofHours(24)), offer.expiresAt());
    refused("SOLD_OUT", hold(ANI, 1));
    open.bookings.confirm(offer.id(), BUDI, "cash", Optional.empty()).await();
  }

  @Test
  void whatExpiresShouldBeOfferedInOrderAndThenToTheNext() {
    String budi = join(BUDI, 2);
    String ani = join(ANI, 1);
    clock.advance(Duration.ofMinutes(15));
    open.sales.settle().await();
    assertTrue(waits(ani));
    Booking first = offer(budi);
    clock.advance(Duration.ofHours(24));
    open.sales.settle().await();
    assertEquals(BookingStatus.EXPIRED, open.sales.booking(first.id()).orElseThrow().status());
    assertEquals(1, offer(ani).quantity());
    hold(BUDI, 1).await();
  }

  @Test
  void whoeverFitsShouldBeServedWhenTheFirstDoesNot() {
    String budi = join(BUDI, 3);
    String ani = join(ANI, 1);
    cancel(taken);
    assertTrue(waits(budi));
    assertEquals(1, offer(ani).quantity());
    hold(SITI, 1).await();
  }

  @Test
  void aLargerQuotaOrEventShouldServeTheLine() {
    String budi = join(BUDI, 1);
    open.types
        .change(type.id(), known -> {}, d -> OpenSales.details(d.name(), d.price(), 3))
        .await();
    assertEquals(1, offer(budi).quantity());
    open.types
        .change(type.id(), known -> {}, d -> OpenSales.details(d.name(), d.price(), 200))
        .await();
    open.tell("e1", "published", 3);
    String ani = join(ANI, 1);
    assertTrue(waits(ani));
    open.tell("e1", "published", 4);
    open.sales.lookAfter().await();
    assertEquals(1, offer(ani).quantity());
  }

  @Test
  void anEventThatIsOffShouldOfferNothing() {
    String budi = join(BUDI, 1);
    open.tell("e1", "cancelled", 100);
    cancel(taken);
    assertTrue(waits(budi));
    refused("EVENT_CANCELLED", open.waiting.join(type.id(), 1, ANI, Once.eachTime()));
  }

  @Test
  void oneShouldWaitOnceAndLeaveOnesOwnPlaceAlone() {
    String budi = join(BUDI, 1);
    refused("ALREADY_WAITING", open.waiting.join(type.id(), 1, BUDI, Once.eachTime()));
    refused("NOT_FOUND", open.waiting.leave(budi, ANI));
    assertEquals(0, open.waiting.list(ANI).await().size());
    open.waiting.leave(budi, BUDI).await();
    String again = join(BUDI, 1);
    cancel(taken);
    refused("OFFERED", open.waiting.leave(again, BUDI));
    assertEquals(1, open.waiting.list(BUDI).await().size());
  }

  /** Else a single buyer could keep a whole event from everybody else for days. */
  @Test
  void whoeverFindsPlacesShouldHoldThemOnceAndAsLongAsAnybody() {
    cancel(taken);
    WaitingEntry budi = open.waiting.join(type.id(), 1, BUDI, Once.eachTime()).await();
    assertTrue(budi.bookingId().isPresent());
    Booking offer = offer(budi.id());
    assertEquals(offer.createdAt().plus(Duration.ofMinutes(15)), offer.expiresAt());
    refused("OFFERED", open.waiting.join(type.id(), 1, BUDI, Once.eachTime()));
    join(ANI, 1);
    open.bookings.cancel(offer.id(), BUDI, Optional.empty(), false).await();
    join(BUDI, 1);
  }

  @Test
  void anOfferShouldNotCountAsAnOpenBooking() {
    String budi = join(BUDI, 1);
    cancel(taken);
    offer(budi);
    open.types
        .change(type.id(), known -> {}, d -> OpenSales.details(d.name(), d.price(), 10))
        .await();
    for (int i = 0; i < 3; i++) {
      hold(BUDI, 1).await();
    }
    refused("TOO_MANY_OPEN_BOOKINGS", hold(BUDI, 1));
  }
}
