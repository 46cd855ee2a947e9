package id.tixgo.event.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.event.domain.Event;
import id.tixgo.event.domain.Room;
import id.tixgo.event.domain.Slot;
import id.tixgo.event.domain.Timetable;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What is to come in a place, and forbids to change it. For transactions. */
final class PlaceUses {
  private static final int SHOWN = 20;

  private final EventState state;

  PlaceUses(EventState state) {
    this.state = requireNonNull(state);
  }

  Stream<Event> toCome(Timetable timetable, Instant now) {
    return timetable.toCome(now).stream()
        .flatMap(slot -> slot.eventId().stream())
        .flatMap(id -> state.idToEvent.staged(id).stream());
  }

  /** Fails with {@code IN_USE} when an event to come has more people than the room. */
  void checkHolds(Room room, Timetable timetable, Instant now) {
    List<String> larger =
        toCome(timetable, now)
            .filter(event -> event.details().capacity().orElse(0) > room.capacity())
            .map(Event::id)
            .limit(SHOWN)
            .toList();
    if (!larger.isEmpty()) {
      throw inUse("Events to come have more people than the room would hold.")
          .with("events", larger);
    }
  }

  /** Fails with {@code IN_USE} while something to come stands in one of them. */
  static void checkUnused(List<Timetable> timetables, Instant now) {
    List<Slot> toCome =
        timetables.stream()
            .flatMap(timetable -> timetable.toCome(now).stream())
            .limit(SHOWN)
            .toList();
    if (!toCome.isEmpty()) {
      throw inUse("Something to come stands there.").with("taken", toCome);
    }
  }

  private static Problem inUse(String detail) {
    return Problem.of(ProblemKind.CONFLICT, "IN_USE", detail);
  }
}
