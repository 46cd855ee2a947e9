package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.CheckIns.LateScan;
import id.tixgo.attendance.domain.Conflict;
import id.tixgo.attendance.domain.Counts;
import id.tixgo.attendance.domain.Direction;
import id.tixgo.attendance.domain.Rules;
import id.tixgo.attendance.domain.Scan;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** In, out and in again, at three doors: whichever was offline, and however their scans arrive. */
class PassagesTest {
  private static final Instant BEGIN = Instant.parse("2026-01-01T10:00:00Z");
  private static final List<Direction> WAYS = List.of(Direction.IN, Direction.OUT, Direction.IN);
  private static final List<List<Integer>> ORDERS =
      List.of(
          List.of(0, 1, 2),
          List.of(0, 2, 1),
          List.of(1, 0, 2),
          List.of(1, 2, 0),
          List.of(2, 0, 1),
          List.of(2, 1, 0));

  @Test
  void whoHadLeftAndMayReturnShouldNotBeInConflictWhoeverWasOffline() {
    Set<Integer> offline = new HashSet<>();
    eachWay(
        true,
        (late, store) -> {
          offline.add(late);
          assertEquals(List.of(), store.book.conflicts("evt1"));
          assertEquals(new Counts(3, 1, 1), store.book.counts("evt1"));
        });
    assertEquals(8, offline.size(), offline::toString);
  }

  @Test
  void whoHadLeftAndMayNotReturnShouldBeInConflict() {
    Set<Integer> offline = new HashSet<>();
    eachWay(
        false,
        (late, store) -> {
          offline.add(late);
          Conflict conflict = store.book.conflicts("evt1").get(0);
          assertEquals(1, store.book.conflicts("evt1").size());
          assertEquals(List.of(at(0), at(2)), times(conflict));
          assertEquals(conflict.scan().seq(), conflict.id());
        });
    assertTrue(offline.containsAll(Set.of(4, 5, 6, 7)), offline::toString);
  }

  private interface Check {
    void accept(int offline, OpenStore store);
  }

  /** Bit n of {@code offline} says whether passage n was made offline. */
  private static void eachWay(boolean reentry, Check check) {
    for (int offline = 0; offline < 8; offline++) {
      for (List<Integer> order : ORDERS) {
        if (canBe(order, offline)) {
          inOneStore(reentry, order, offline, check);
        }
      }
    }
  }

  /** At the door they come in the order of time, and nothing is handed in before it was made. */
  private static boolean canBe(List<Integer> order, int offline) {
    return IntStream.range(0, 3)
        .allMatch(
            i ->
                IntStream.range(0, i)
                    .allMatch(j -> order.get(j) < order.get(i) || isLate(offline, order.get(i))));
  }

  private static void inOneStore(boolean reentry, List<Integer> order, int offline, Check check) {
    try (OpenStore store = new OpenStore(Optional.empty(), Clock.systemUTC(), Optional.empty())) {
      Rules rules = new Rules(reentry, Optional.empty(), Optional.empty(), Optional.empty());
      store.tickets.setRules("evt1", rules).await();
      if (order.stream().allMatch(n -> passes(store, n, isLate(offline, n)))) {
        check.accept(offline, store);
      }
    }
  }

  /** A door that doesn't know enough may turn it away: then nothing is to be merged. */
  private static boolean passes(OpenStore store, int number, boolean late) {
    Scan scan =
        new Scan(
            "evt1",
            "T1",
            "A",
            "d" + number,
            WAYS.get(number),
            People.SITI,
            at(number),
            Optional.empty());
    if (!late) {
      return store.doors.scan(scan).await().scan().refusal().isEmpty();
    }
    LateScan made = new LateScan("n" + number, scan, Optional.empty());
    return store.doors.merge(List.of(made), at(9)).await().size() == 1;
  }

  private static boolean isLate(int offline, int number) {
    return (offline >> number & 1) == 1;
  }

  private static Instant at(int number) {
    return BEGIN.plusSeconds(600L * number);
  }

  private static List<Instant> times(Conflict conflict) {
    List<Change> scans = new ArrayList<>(List.of(conflict.other(), conflict.scan()));
    return scans.stream().map(Change::at).toList();
  }
}
