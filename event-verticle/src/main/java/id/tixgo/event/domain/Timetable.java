package id.tixgo.event.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What stands in one place, in the order of the start. Of a room no two overlap, since whatever
 * comes in is {@link #reserve}d there first: so their ends are in order, too, and a search halves.
 */
public record Timetable(EventPlace place, List<Slot> slots) implements Shareable {
  private static final int MOST = 10_000;
  private static final int SHOWN = 20;

  public Timetable {
    requireNonNull(place);
    slots = List.copyOf(slots);
  }

  public static Timetable empty(EventPlace place) {
    return new Timetable(place, List.of());
  }

  /** With what is to come in; the same is there once. */
  public Timetable with(Slot slot) {
    Timetable others = without(slot);
    List<Slot> more = new ArrayList<>(others.slots);
    more.add(others.first(other -> Slot.ORDER.compare(other, slot) > 0), slot);
    return new Timetable(place, more);
  }

  public Timetable without(Slot slot) {
    int at = first(other -> Slot.ORDER.compare(other, slot) >= 0);
    if (at == slots.size() || !slots.get(at).isSame(slot)) {
      return this;
    }
    List<Slot> fewer = new ArrayList<>(slots);
    fewer.remove(at);
    return new Timetable(place, fewer);
  }

  /**
   * Fails with {@code SCHEDULE_TAKEN} where another stands in a room, with {@code SCHEDULE_FULL}
   * where too much stands already.
   */
  public void reserve(Slot slot) {
    List<Slot> others =
        between(Optional.of(slot.startTime()), Optional.of(slot.endTime())).stream()
            .filter(other -> !other.isSame(slot))
            .toList();
    if (place.roomId().isPresent() && !others.isEmpty()) {
      throw taken(others);
    }
    if (slots.size() >= MOST && slots.stream().noneMatch(slot::isSame)) {
      throw full();
    }
  }

  /** What stands in a room after {@code from} and before {@code to}. */
  public List<Slot> between(Optional<Instant> from, Optional<Instant> to) {
    int begin = from.map(time -> first(slot -> slot.endTime().isAfter(time))).orElse(0);
    int end = to.map(time -> first(slot -> !slot.startTime().isBefore(time))).orElse(slots.size());
    return slots.subList(Math.min(begin, end), end);
  }

  /** What isn't over. */
  public List<Slot> toCome(Instant now) {
    return slots.stream().filter(slot -> slot.isToCome(now)).toList();
  }

  /** Where it begins to hold: not for the first slots, and for all from there on. */
  private int first(Predicate<Slot> holds) {
    int low = 0;
    int high = slots.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (holds.test(slots.get(middle))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static Problem taken(List<Slot> others) {
    return Problem.of(
            ProblemKind.CONFLICT, "SCHEDULE_TAKEN", "The room is taken at a part of that time.")
        .with("taken", others.stream().limit(SHOWN).toList());
  }

  private static Problem full() {
    return Problem.of(
        ProblemKind.CONFLICT, "SCHEDULE_FULL", "So much stands there that nothing more is taken.");
  }
}
