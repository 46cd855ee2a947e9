package id.tixgo.attendance.domain;

import static id.tixgo.attendance.People.SITI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is known of a ticket follows from what happened to it. */
class TicketStateTest {
  @Test
  void knowsAllThatHappenedInOrder() {
    TicketState state = TicketState.NEW.after(scan(3, Direction.IN, true));
    assertEquals(List.of(3L), state.seqs());
    TicketState left = state.after(scan(5, Direction.OUT, false)).after(undo(8));
    assertEquals(List.of(3L, 5L, 8L), left.seqs());
    assertEquals(List.of(), TicketState.NEW.seqs());
  }

  /** As when a batch could not be stored: its states are gone, others follow the same one. */
  @Test
  void knowsNothingOfWhatWasDiscarded() {
    TicketState state = TicketState.NEW;
    for (long seq = 1; seq <= 100; seq++) {
      state.after(scan(1000 + seq, Direction.IN, false)).after(undo(2000 + seq));
      state = state.after(scan(seq, Direction.IN, seq == 1));
      assertEquals(LongStream.rangeClosed(1, seq).boxed().toList(), state.seqs());
    }
  }

  @Test
  void keepsTheCheckInAndTheLatestScan() {
    ScanRecord checkIn = scan(1, Direction.IN, true);
    ScanRecord exit = scan(2, Direction.OUT, false);
    TicketState state = TicketState.NEW.after(checkIn).after(exit);
    assertEquals(Optional.of(checkIn), state.checkIn());
    assertEquals(Optional.of(exit), state.last());
    assertTrue(state.needs(1) && state.needs(2) && !state.needs(3));
    assertFalse(state.inside());
    assertEquals(Optional.empty(), state.after(undo(3)).checkIn());
  }

  @Test
  void keepsEachPassageButTakesNoObjectForASingleEntry() {
    ScanRecord checkIn = scan(1, Direction.IN, true);
    TicketState state = TicketState.NEW.after(checkIn);
    assertSame(checkIn, state.trace());
    TicketState back =
        state.after(scan(2, Direction.OUT, false)).after(scan(3, Direction.IN, false));
    assertTrue(back.needs(1) && back.needs(2) && back.needs(3));
    assertFalse(back.after(undo(4)).needs(2));
    assertNotEquals(
        back, state.after(scan(2, Direction.IN, false)).after(scan(3, Direction.IN, false)));
  }

  @Test
  void isLikeANewTicketsOnceAllIsForgotten() {
    TicketState state = TicketState.NEW.after(scan(1, Direction.IN, true)).after(undo(2));
    assertEquals(List.of(2L), state.without(seq -> seq == 1).seqs());
    assertNotEquals(TicketState.NEW, state.without(seq -> seq == 1));
    assertEquals(TicketState.NEW, state.without(seq -> true));
    assertEquals(TicketState.NEW.hashCode(), state.without(seq -> true).hashCode());
  }

  private static ScanRecord scan(long seq, Direction direction, boolean first) {
    return new Scan(
            "evt1", "t1", "A", "d1", direction, SITI, Instant.ofEpochSecond(seq), Optional.empty())
        .record(Optional.empty(), first, Optional.empty(), Optional.empty(), seq);
  }

  private static Undo undo(long seq) {
    return new Undo(
        "evt1", "t1", "ana", SITI.number(), Instant.ofEpochSecond(seq), "wrong ticket", 1, seq);
  }
}
