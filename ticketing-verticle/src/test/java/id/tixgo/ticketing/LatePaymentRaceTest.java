package id.tixgo.ticketing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.Role;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.scope.Once;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.test.MutableClock;
import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.BookingQuery;
import id.tixgo.ticketing.domain.BookingStatus;
import id.tixgo.ticketing.domain.Buyer;
import id.tixgo.ticketing.domain.HoldRequest;
import id.tixgo.ticketing.domain.LatePayment;
import id.tixgo.ticketing.domain.Places;
import id.tixgo.ticketing.domain.TicketType;
import id.tixgo.ticketing.domain.WantedPlaces;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The last place: paid for, cancelled, expired and wanted by another, all at once. */
class LatePaymentRaceTest {
  private static final int ROUNDS = 1000;
  private static final Caller STAFF = OpenSales.caller(1, Role.ADMIN);
  private static final Caller SITI = OpenSales.caller(2, Role.USER);
  private static final Caller BUDI = OpenSales.caller(3, Role.USER);

  private final MutableClock clock = new MutableClock(Instant.parse("2030-01-01T00:00:00Z"));
  private final Random random = new Random(17);

  @ParameterizedTest
  @EnumSource(LatePayment.class)
  void theLastPlaceShouldBeOneBuyersAndLoseNobodysMoney(LatePayment late) {
    try (OpenSales open = OpenSales.inMemory(clock)) {
      open.tell("e1", "published", 1);
      TicketType type = open.type("e1", "REGULAR", 100, 1);
      for (int round = 1; round <= ROUNDS; round++) {
        Booking booking = hold(open, type, SITI).await();
        List<Supplier<Future<?>>> steps = new ArrayList<>();
        long payment = round;
        Instant told = booking.expiresAt().plusNanos(1000L * (random.nextInt(3) - 1));
        FeedMessage paid = PaymentNews.paid(told, booking.id(), payment, booking.total());
        steps.add(() -> open.tell(paid, late));
        steps.add(() -> open.tell(paid, late));
        steps.add(() -> hold(open, type, BUDI));
        if (random.nextInt(4) == 0) {
          steps.add(() -> open.bookings.cancel(booking.id(), SITI, Optional.empty(), false));
        }
        atOnce(steps);
        check(open, type, booking.id(), payment);
        giveAllBack(open);
      }
    }
  }

  /** From as many threads, in any order, while the hold's last microsecond ends. */
  private void atOnce(List<Supplier<Future<?>>> steps) {
    clock.advance(Duration.ofMinutes(15).minusNanos(1000));
    steps.add(
        () -> {
          clock.advance(Duration.ofNanos(1000));
          return Future.succeededFuture();
        });
    Collections.shuffle(steps, random);
    List<CompletableFuture<Void>> running =
        steps.stream().map(step -> CompletableFuture.runAsync(() -> attempt(step.get()))).toList();
    running.forEach(CompletableFuture::join);
  }

  private static void attempt(Future<?> step) {
    try {
      step.await();
    } catch (Problem refusal) {
      assertTrue(Set.of("SOLD_OUT", "ALREADY_PAID").contains(refusal.code()), refusal::code);
    }
  }

  private static Future<Booking> hold(OpenSales open, TicketType type, Caller caller) {
    Buyer buyer = new Buyer(caller.id(), caller.username(), Optional.empty());
    List<WantedPlaces> wanted = List.of(new WantedPlaces(type.id(), 1, List.of()));
    return open.bookings.hold(
        new HoldRequest("e1", wanted, buyer, false, Optional.empty()), Once.eachTime());
  }

  /** Either it has its ticket, or its money was refused, once. */
  private void check(OpenSales open, TicketType type, String bookingId, long payment) {
    Booking booking = open.bookings.find(bookingId, STAFF).await();
    boolean paid = booking.status() == BookingStatus.PAID;
    assertEquals(paid ? 1 : 0, booking.tickets().size());
    Places places = open.sales.ofType(type.id());
    assertTrue(places.taken() <= 1, places::toString);
    assertEquals(paid ? 1 : 0, places.sold());
    List<FeedMessage> told = open.told();
    long refusals =
        told.subList(Math.max(0, told.size() - 20), told.size()).stream()
            .filter(message -> message.type().equals("payment_refused"))
            .filter(message -> message.data().contains("\"payment_id\":" + payment + ","))
            .count();
    assertEquals(paid ? 0 : 1, refusals);
  }

  private void giveAllBack(OpenSales open) {
    clock.advance(Duration.ofMinutes(15));
    for (Booking booking :
        open.sales
            .bookings(
                new BookingQuery(
                    Optional.of("e1"), Optional.empty(), Optional.of(BookingStatus.PAID), ""))
            .await()) {
      long payment = booking.receipt().orElseThrow().paymentId().orElseThrow();
      open.tell(
              PaymentNews.whole(clock.instant(), booking.id(), payment, payment, booking.total()),
              LatePayment.RETAKE)
          .await();
    }
    open.sales.settle().await();
  }
}
