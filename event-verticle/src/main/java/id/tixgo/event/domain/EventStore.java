package id.tixgo.event.domain;

import id.tixgo.common.scope.Once;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps events, and tells of each change in its feed. Each change is one atomic step, which takes
 * the event's place in the {@link RoomSchedule} and leaves the one before, or fails with {@code
 * SCHEDULE_TAKEN}, or with {@code VALIDATION_ERROR} where there is no such place.
 */
public interface EventStore {
  /** The event as it was added; empty when its id is in use, or was once. */
  Future<Optional<Event>> add(Event event, Once<Event> once);

  Optional<Event> find(String id);

  /** In the order of their start, then of their id. */
  List<Event> all();

  /** False when {@code current} isn't what is stored any more. */
  Future<Boolean> replace(Event current, Event changed);

  /** The same, for an event that is gone from {@code at} on. */
  Future<Boolean> remove(Event current, Instant at);
}
