package id.tixgo.ticketing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.Role;
import id.tixgo.common.money.Money;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.scope.Once;
import id.tixgo.common.test.MutableClock;
import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.Buyer;
import id.tixgo.ticketing.domain.HoldRequest;
import id.tixgo.ticketing.domain.QueuePlace;
import id.tixgo.ticketing.domain.TicketTypeDetails;
import id.tixgo.ticketing.domain.WaitingRoom.Standing;
import id.tixgo.ticketing.domain.WantedPlaces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is let in to a sale and when, on the real store and a clock that a test moves. */
class WaitingRoomTest {
  private static final int RATE = 2;
  private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
  private static final Duration HALF = Duration.ofMillis(500);

  private final MutableClock clock = new MutableClock(START);
  private OpenSales open;
  private String type;

  @BeforeEach
  void start() {
    begin(RATE);
  }

  private void begin(int rate) {
    open = new OpenSales(Optional.of(OpenSales.newFolder()), clock, rate);
    open.tell("e1", "published", 10_000);
    type = open.type("e1", "REGULAR", 0, 5000).id();
  }

  @AfterEach
  void stop() {
    open.close();
  }

  @Test
  void nobodyShouldQueueBelowTheRate() {
    for (long user = 1; user <= 20; user++) {
      book(user);
      clock.advance(HALF);
    }
    assertEquals(20, open.sales.ofEvent("e1").held());
  }

  @Test
  void whoComesAboveTheRateShouldQueueAndBookInTurn() {
    book(1);
    book(2);
    Problem refusal = assertThrows(Problem.class, () -> book(3));
    assertEquals("WAITING_ROOM", refusal.code());
    assertEquals("/waiting-rooms/e1/place", refusal.members().get("place"));
    assertEquals(1, stand(3).position());
    assertEquals(2, join(4).position());
    assertThrows(Problem.class, () -> book(4));
    pass(HALF);
    assertEquals(0, stand(3).position());
    assertEquals(1, stand(4).position());
    book(3);
    assertThrows(Problem.class, () -> book(4));
    assertThrows(Problem.class, () -> book(5));
    pass(HALF);
    book(4);
  }

  @Test
  void whoComesBeforeTheSaleShouldBeLetInFirst() {
    String later = sell(details -> starting(details, START.plusSeconds(60)));
    for (long user = 1; user <= 4; user++) {
      Standing standing = join("e2", user);
      assertEquals(user, standing.position());
      assertEquals(60 + (user + 1) / 2, standing.left().plusMillis(999).toSeconds());
    }
    pass(Duration.ofSeconds(30));
    Problem early = assertThrows(Problem.class, () -> book("e2", later, 9));
    assertEquals("SALES_NOT_OPEN", early.code());
    assertEquals(1, stand("e2", 1).position());
    for (long user = 1; user <= 4; user++) {
      stand("e2", user);
    }
    pass(Duration.ofSeconds(30));
    assertEquals(List.of(0, 0, 1, 2), positions("e2", 1, 2, 3, 4));
    assertThrows(Problem.class, () -> book("e2", later, 9));
    book("e2", later, 1);
  }

  @Test
  void aBuyerShouldHaveOnePlaceHoweverOftenHeAsks() {
    fill();
    assertEquals(join(3).place(), join(3).place());
    assertThrows(Problem.class, () -> book(3));
    assertEquals(2, join(4).position());
    assertEquals(1, stand(3).position());
    open.room.leave("e1", caller(3)).await();
    assertTrue(open.room.find("e1", 3).isEmpty());
    assertEquals(1, stand(4).position());
    assertEquals(2, join(3).position());
  }

  @Test
  void staffShouldNotQueue() {
    fill();
    join(3);
    Buyer guest = new Buyer(1, "admin", Optional.empty());
    HoldRequest atTheDesk = new HoldRequest("e1", wanted(type), guest, true, Optional.empty());
    open.bookings.hold(atTheDesk, Once.eachTime()).await();
  }

  @Test
  void theTimeInsideShouldEnd() {
    fill();
    join(3);
    pass(HALF);
    QueuePlace in = stand(3).place();
    assertEquals(clock.instant().plus(OpenSales.RIGHT), in.letIn().orElseThrow().until());
    book(3);
    book(3);
    pass(OpenSales.RIGHT);
    assertTrue(open.room.find("e1", 3).isEmpty());
    fill(8, 9);
    assertThrows(Problem.class, () -> book(3));
  }

  @Test
  void whoIsAwayShouldLetOthersPassUntilHeIsBack() {
    fill();
    join(3);
    join(4);
    clock.advance(Duration.ofSeconds(50));
    stand(4);
    look();
    assertEquals(List.of(1, 0), positions("e1", 3, 4));
    pass(Duration.ofSeconds(10));
    assertEquals(0, stand(3).position());
  }

  @Test
  void whoIsGoneShouldHaveLeft() {
    String later = sell(details -> starting(details, START.plusSeconds(3600)));
    join("e2", 3);
    join("e2", 4);
    passSlowly(4);
    stand("e2", 4);
    passSlowly(4);
    assertTrue(open.room.find("e2", 3).isEmpty());
    assertEquals(1, stand("e2", 4).position());
    assertFalse(later.isEmpty());
  }

  @Test
  void aClockThatIsSetShouldCostNobodyHisPlace() {
    sell(details -> starting(details, START.plusSeconds(36_000)));
    join("e2", 3);
    join("e2", 4);
    for (int hours : List.of(1, -3)) {
      pass(Duration.ofHours(hours));
      assertEquals(List.of(1, 2), positions("e2", 3, 4));
    }
  }

  @Test
  void aClockThatIsPutBackShouldKeepNobodyWaiting() {
    fill();
    join(3);
    pass(Duration.ofHours(-1));
    pass(HALF);
    assertEquals(0, stand(3).position());
  }

  @Test
  void fewerShouldBeLetInWhereFewerAreServed() {
    join(1);
    for (long user = 2; user <= 200; user++) {
      join(user);
    }
    for (int second = 0; second < 100; second++) {
      stayAll(200);
      pass(Duration.ofSeconds(1));
    }
    assertEquals(60 * RATE, open.state.queues().queue("e1").inside());
    assertEquals(1, stand(60 * RATE + 1).position());
    stayAll(200);
    for (long user = 1; user <= 10; user++) {
      book(user);
    }
    pass(Duration.ofSeconds(1));
    pass(Duration.ofSeconds(1));
    assertEquals(60 * RATE - 10 + 2 * RATE, open.state.queues().queue("e1").inside());
  }

  @Test
  void oneWhoIsRefusedShouldCountAsServed() {
    join(1);
    assertEquals(1, open.state.queues().queue("e1").inside());
    List<WantedPlaces> tooMany = List.of(new WantedPlaces(type, 11, List.of()));
    HoldRequest request = new HoldRequest("e1", tooMany, buyer(1), false, Optional.empty());
    assertThrows(Problem.class, () -> open.bookings.hold(request, Once.eachTime()).await());
    assertEquals(0, open.state.queues().queue("e1").inside());
    book(1);
  }

  @Test
  void aRestartShouldKeepTheOrder() {
    fill();
    for (long user = 3; user <= 8; user++) {
      join(user);
    }
    open.room.leave("e1", caller(5)).await();
    pass(HALF);
    List<Integer> before = positions("e1", 3, 4, 6, 7, 8);
    assertEquals(List.of(0, 1, 2, 3, 4), before);
    open = open.crashed();
    assertEquals(before, positions("e1", 3, 4, 6, 7, 8));
    open = open.compacted();
    assertEquals(before, positions("e1", 3, 4, 6, 7, 8));
    book(3);
    assertThrows(Problem.class, () -> book(9));
    assertEquals(5, stand(9).position());
    pass(HALF);
    book(4);
  }

  @Test
  void whatIsOverShouldHaveNoQueue() {
    fill();
    join(3);
    open.tell("e1", "cancelled", 10);
    look();
    assertTrue(open.room.find("e1", 3).isEmpty());
    Problem refusal = assertThrows(Problem.class, () -> join(3));
    assertEquals("EVENT_CANCELLED", refusal.code());
  }

  @Test
  void withoutARateThereShouldBeNoRoom() {
    open.close();
    begin(0);
    assertThrows(Problem.class, () -> join(1));
    for (long user = 1; user <= 50; user++) {
      book(user);
    }
  }

  /** Over random histories with restarts, in whatever time. */
  @Test
  void neverMoreShouldBeLetInThanTheRateAllows() {
    Random random = new Random(17);
    Map<Long, Instant> userToTime = new HashMap<>();
    long users = 0;
    for (int step = 0; step < 400; step++) {
      switch (random.nextInt(8)) {
        case 0, 1, 2, 3 -> join(++users);
        case 4 -> tryToBook(++users);
        case 5 -> open = random.nextInt(10) == 0 ? open.restarted() : open;
        default -> clock.advance(Duration.ofMillis(random.nextInt(700)));
      }
      look();
      note(userToTime, users);
    }
    List<Instant> letIn = userToTime.values().stream().sorted().toList();
    assertTrue(letIn.size() > 50, letIn::toString);
    for (int from = 0; from < letIn.size(); from++) {
      for (int to = from; to < letIn.size(); to++) {
        double seconds = Duration.between(letIn.get(from), letIn.get(to)).toMillis() / 1000.0;
        assertTrue(to - from + 1 <= RATE * seconds + RATE + 0.001);
      }
    }
  }

  private void note(Map<Long, Instant> userToTime, long users) {
    for (long user = 1; user <= users; user++) {
      long one = user;
      open.state
          .queues()
          .place("e1", user)
          .flatMap(QueuePlace::letIn)
          .ifPresent(in -> userToTime.put(one, in.at()));
    }
  }

  private void tryToBook(long user) {
    try {
      book(user);
    } catch (Problem refusal) {
      assertEquals("WAITING_ROOM", refusal.code());
    }
  }

  private void fill() {
    fill(101, 102);
  }

  private void fill(long... users) {
    for (long user : users) {
      book(user);
    }
  }

  private void stayAll(long users) {
    for (long user = 1; user <= users; user++) {
      open.room.find("e1", user);
    }
  }

  private void passSlowly(int steps) {
    for (int step = 0; step < steps; step++) {
      pass(Duration.ofSeconds(50));
    }
  }

  private void pass(Duration time) {
    clock.advance(time);
    look();
  }

  private void look() {
    open.room.look().await();
  }

  private List<Integer> positions(String event, long... users) {
    List<Integer> positions = new ArrayList<>();
    for (long user : users) {
      positions.add(stand(event, user).position());
    }
    return Collections.unmodifiableList(positions);
  }

  private Standing stand(long user) {
    return stand("e1", user);
  }

  private Standing stand(String event, long user) {
    return open.room.find(event, user).orElseThrow();
  }

  private Standing join(long user) {
    return join("e1", user);
  }

  private Standing join(String event, long user) {
    return open.room.join(event, caller(user)).await();
  }

  private Booking book(long user) {
    return book("e1", type, user);
  }

  private Booking book(String event, String typeId, long user) {
    HoldRequest request =
        new HoldRequest(event, wanted(typeId), buyer(user), false, Optional.empty());
    return open.bookings.hold(request, Once.eachTime()).await();
  }

  private static List<WantedPlaces> wanted(String typeId) {
    return List.of(new WantedPlaces(typeId, 1, List.of()));
  }

  private static Buyer buyer(long user) {
    return new Buyer(user, "user" + user, Optional.empty());
  }

  private static Caller caller(long user) {
    return OpenSales.caller(user, Role.USER);
  }

  /** Another event with one ticket type; its id. */
  private String sell(UnaryOperator<TicketTypeDetails> details) {
    open.tell("e2", "published", 1000);
    TicketTypeDetails usual = OpenSales.details("REGULAR", new Money(0, "IDR"), 1000);
    return open.types.create("e2", details.apply(usual), Once.eachTime()).await().id();
  }

  private static TicketTypeDetails starting(TicketTypeDetails details, Instant start) {
    return new TicketTypeDetails(
        details.name(),
        details.title(),
        details.description(),
        details.price(),
        details.quota(),
        Optional.of(start),
        details.salesEnd(),
        1,
        10,
        List.of(),
        false,
        false,
        true);
  }
}
