package id.tixgo.event.domain;

import id.tixgo.common.scope.Once;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Keeps venues and their rooms. A change is made on what is there at that moment, and may refuse by
 * throwing; it fails with {@code NOT_FOUND} where there is none. Event's feed tells of the events
 * to come that it concerns.
 */
public interface VenueStore {
  Future<Venue> add(VenueDetails details, Once<Venue> once);

  Optional<Venue> find(int id);

  /** The same, also of one that was removed: events of the past are still there. */
  Optional<Venue> findEver(int id);

  /** In the order in which they were made. */
  List<Venue> all();

  Future<Venue> change(int id, UnaryOperator<Venue> change, Instant now);

  /** Fails with {@code IN_USE} while something to come stands there. */
  Future<Venue> remove(int id, Consumer<Venue> guard, Instant now);

  /** Fails with {@code TOO_MANY_ROOMS}. */
  Future<Room> addRoom(int venueId, String name, int capacity, Once<Room> once);

  /** Fails with {@code IN_USE} when an event to come has more people than the changed room. */
  Future<Room> changeRoom(int venueId, int roomId, UnaryOperator<Room> change, Instant now);

  /** Fails with {@code IN_USE} while something to come stands there. */
  Future<Room> removeRoom(int venueId, int roomId, Consumer<Room> guard, Instant now);
}
