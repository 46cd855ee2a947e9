package id.tixgo.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.tixgo.common.problem.Problem;
import id.tixgo.event.domain.EventPlace;
import id.tixgo.event.domain.Slot;
import id.tixgo.event.domain.Timetable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimetableTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-06-01T00:00:00Z");
  private static final Timetable ROOM = Timetable.empty(EventPlace.room(1, 101));

  @Test
  void oneShouldBeginWhenAnotherEnds() {
    Timetable table = ROOM.with(slot("b", 10, 12));
    table.reserve(slot("a", 8, 10));
    table.reserve(slot("c", 12, 14));
    assertEquals("SCHEDULE_TAKEN", refusal(table, slot("x", 8, 11)).code());
    assertEquals("SCHEDULE_TAKEN", refusal(table, slot("x", 11, 14)).code());
    assertEquals("SCHEDULE_TAKEN", refusal(table, slot("x", 8, 14)).code());
    assertEquals("SCHEDULE_TAKEN", refusal(table, slot("x", 10, 11)).code());
  }

  @Test
  void aRefusalShouldSayWhatStandsThere() {
    Timetable table = ROOM.with(slot("c", 12, 14)).with(slot("a", 8, 10)).with(slot("b", 10, 12));
    List<Slot> taken = List.of(slot("a", 8, 10), slot("b", 10, 12));
    assertEquals(taken, refusal(table, slot("x", 9, 12)).members().get("taken"));
  }

  @Test
  void aSlotShouldNotBeInItsOwnWay() {
    Timetable table = ROOM.with(slot("a", 8, 10)).with(slot("b", 10, 12));
    table.reserve(slot("a", 7, 10));
    assertEquals("SCHEDULE_TAKEN", refusal(table, slot("a", 8, 11)).code());
  }

  @Test
  void anEventShouldNotBeTakenForTheBlockWhoseIdItHas() {
    Slot block = slot("a", 8, 10);
    Slot event = new Slot("a", at(8), at(10), Slot.EVENT, Optional.of("a"), Optional.empty());
    assertEquals("SCHEDULE_TAKEN", refusal(ROOM.with(block), event).code());
    assertEquals(List.of(block), ROOM.with(block).without(event).slots());
  }

  @Test
  void aVenueShouldHaveRoomForSeveralAtOnce() {
    Timetable venue = Timetable.empty(EventPlace.venue(1)).with(slot("a", 8, 10));
    venue.reserve(slot("b", 9, 11));
    assertEquals(List.of("a", "b"), ids(venue.with(slot("b", 9, 11)).slots()));
  }

  @Test
  void betweenShouldFindInOrderWhatOverlaps() {
    Timetable table = full(100);
    assertEquals(List.of("0", "1"), ids(table.between(Optional.empty(), hour(3))));
    assertEquals(List.of("98", "99"), ids(table.between(hour(196), Optional.empty())));
    assertEquals(List.of("5", "6"), ids(table.between(hour(10), hour(13))));
    assertEquals(List.of("4", "5"), ids(table.between(hour(9), hour(11))));
    assertEquals(List.of("6"), ids(table.between(hour(13), hour(13))));
    assertEquals(List.of(), ids(table.between(hour(12), hour(12))));
    assertEquals(List.of(), ids(table.between(hour(20), hour(10))));
    assertEquals(100, table.between(Optional.empty(), Optional.empty()).size());
  }

  @Test
  void aRoomShouldHoldSoMuchAndNotMore() {
    Timetable table = full(10_000);
    assertEquals("SCHEDULE_FULL", refusal(table, slot("x", 20_000, 20_001)).code());
    table.reserve(slot("7", 20_000, 20_001));
  }

  @Test
  void withoutShouldTakeOutThatOneAlone() {
    Timetable table = ROOM.with(slot("a", 8, 10)).with(slot("b", 10, 12));
    assertEquals(List.of("b"), ids(table.without(slot("a", 8, 10)).slots()));
    assertEquals(List.of("a", "b"), ids(table.without(slot("x", 8, 10)).slots()));
    assertEquals(table, table.with(slot("a", 8, 10)));
  }

  /** Hours 0 to 2, 2 to 4 and so on. */
  private static Timetable full(int slots) {
    return new Timetable(
        ROOM.place(),
        IntStream.range(0, slots).mapToObj(i -> slot("" + i, 2 * i, 2 * i + 2)).toList());
  }

  private static Problem refusal(Timetable table, Slot slot) {
    return assertThrows(Problem.class, () -> table.reserve(slot));
  }

  private static List<String> ids(List<Slot> slots) {
    return slots.stream().map(Slot::id).toList();
  }

  private static Slot slot(String id, int from, int to) {
    return Slot.block(id, at(from), at(to), Optional.empty());
  }

  private static Optional<Instant> hour(int hour) {
    return Optional.of(at(hour));
  }

  private static Instant at(int hour) {
    return MIDNIGHT.plusSeconds(3600L * hour);
  }
}
