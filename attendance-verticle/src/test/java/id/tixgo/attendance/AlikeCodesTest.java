package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.attendance.domain.CheckIns.LateScan;
import id.tixgo.attendance.domain.Direction;
import id.tixgo.attendance.domain.Refusal;
import id.tixgo.attendance.domain.Rules;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.Ticket;
import id.tixgo.common.test.MutableClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A ticket enters once, also under a code that differs from its own by case alone. */
class AlikeCodesTest {
  private static final Optional<Refusal> IN = Optional.empty();
  private static final Optional<Refusal> AGAIN = Optional.of(Refusal.ALREADY_CHECKED_IN);

  private final MutableClock clock = new MutableClock(Instant.parse("2026-01-01T10:00:00Z"));
  private OpenStore store =
      new OpenStore(Optional.of(OpenStore.newFolder()), clock, Optional.empty());

  @AfterEach
  void close() {
    store.closeAndDelete();
  }

  @Test
  void whoeverEnteredBeforeTheListCameShouldNotEnterAsListed() {
    for (String[] codes : new String[][] {{"x1", "X1"}, {"X1", "x1"}, {"xY1", "Xy1"}}) {
      newEvent();
      assertEquals(IN, enter(codes[0]));
      list(codes[1]);
      assertEquals(AGAIN, enter(codes[1]));
      assertEquals(AGAIN, enter(codes[0]));
      assertEquals(1, store.book.counts("evt1").checkedIn());
    }
  }

  @Test
  void whoeverABatchLetInBeforeTheListCameShouldBeInConflictWithTheNext() {
    merge("F", "y1");
    list("Y1");
    merge("G", "Y1");
    assertEquals(1, store.book.counts("evt1").checkedIn());
    assertEquals(1, store.book.conflicts("evt1").size());
  }

  @Test
  void whoeverEnteredAsAListHadItShouldNotEnterAsAnotherHasIt() {
    list("X1");
    assertEquals(IN, enter("X1"));
    list("x1");
    assertEquals(AGAIN, enter("x1"));
    assertEquals(AGAIN, enter("X1"));
  }

  @Test
  void whoeverEnteredWithAListShouldNotEnterWithoutIt() {
    list("X1", "z1");
    assertEquals(IN, enter("x1"));
    assertEquals(IN, enter("Z1"));
    store.tickets.remove("evt1").await();
    for (int start = 0; start < 3; start++) {
      assertEquals(AGAIN, enter("x1"));
      assertEquals(AGAIN, enter("Z1"));
      assertEquals(IN, enter("w" + start));
      assertEquals(IN, enter("W" + start));
      store = start == 0 ? store.restarted() : store.compacted();
    }
  }

  @Test
  void caseShouldCountWhereNoListSaysWhichIsMeant() {
    assertEquals(IN, enter("x1"));
    assertEquals(IN, enter("X1"));
    list("X1", "x1", "aB", "Ab");
    assertEquals(AGAIN, enter("x1"));
    assertEquals(AGAIN, enter("X1"));
    assertEquals(IN, enter("aB"));
    assertEquals(IN, enter("Ab"));
    store.tickets.remove("evt1").await();
    assertEquals(AGAIN, enter("aB"));
    assertEquals(AGAIN, enter("Ab"));
    assertEquals(IN, enter("AB"));
  }

  @Test
  void twoOnAListShouldBeTwoWhicheverEnteredBefore() {
    assertEquals(IN, enter("AB"));
    list("aB", "Ab");
    assertEquals(IN, enter("aB"));
    assertEquals(IN, enter("Ab"));
    assertEquals(AGAIN, enter("aB"));
  }

  @Test
  void aTicketThatIsInShouldBeFoundAsListed() {
    assertEquals(IN, enter("x1"));
    list("X1");
    assertEquals(1, store.book.ticket("evt1", "X1").checkIn().orElseThrow().seq());
    assertEquals(1, store.book.story("evt1", "X1").size());
    store.doors.undo("evt1", "X1", People.SITI, clock.instant(), "wrong person").await();
    assertEquals(IN, enter("X1"));
    assertEquals(AGAIN, enter("x1"));
    assertEquals(1, store.book.counts("evt1").checkedIn());
    assertEquals(3, store.book.ticket("evt1", "X1").checkIn().orElseThrow().seq());
  }

  @Test
  void aTicketThatLeftShouldReturnAsListed() {
    Rules reentry = new Rules(true, Optional.empty(), Optional.empty(), Optional.empty());
    store.tickets.setRules("evt1", reentry).await();
    assertEquals(IN, enter("x1"));
    list("X1");
    assertEquals(Optional.empty(), scan("X1", Direction.OUT));
    assertEquals(IN, enter("X1"));
    assertEquals(1, store.book.counts("evt1").checkedIn());
    assertEquals(1, store.book.counts("evt1").inside());
  }

  private void newEvent() {
    store.closeAndDelete();
    store = new OpenStore(Optional.of(OpenStore.newFolder()), clock, Optional.empty());
  }

  private void list(String... codes) {
    List<Ticket> tickets =
        Stream.of(codes).map(code -> Ticket.unlisted(code, Optional.empty())).toList();
    store.tickets.replace("evt1", tickets).await();
  }

  private Optional<Refusal> enter(String code) {
    return scan(code, Direction.IN);
  }

  private Optional<Refusal> scan(String code, Direction direction) {
    return store.doors.scan(made("", code, direction)).await().scan().refusal();
  }

  private void merge(String device, String code) {
    LateScan late = new LateScan("n1", made(device, code, Direction.IN), Optional.empty());
    store.doors.merge(List.of(late), clock.instant()).await();
  }

  private Scan made(String device, String code, Direction direction) {
    return new Scan(
        "evt1", code, "", device, direction, People.SITI, clock.instant(), Optional.empty());
  }
}
