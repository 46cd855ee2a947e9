package id.tixgo.event.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.scope.Once;
import id.tixgo.common.text.Blanks;
import id.tixgo.common.text.SearchText;
import id.tixgo.common.time.TimeZones;
import id.tixgo.common.time.Timestamps;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The rules of venues and their rooms. */
public final class Venues {
  private static final ZoneId USUAL = ZoneId.of(TimeZones.USUAL);

  private final VenueStore store;
  private final Runnable bell;
  private final Clock clock;

  /**
   * @param bell tells those who follow the feed that there is more of it
   */
  public Venues(VenueStore store, Runnable bell, Clock clock) {
    this.store = requireNonNull(store);
    this.bell = requireNonNull(bell);
    this.clock = requireNonNull(clock);
  }

  public Future<Venue> create(VenueDetails details, Once<Venue> once) {
    return store.add(details, once);
  }

  /** Fails with {@code NOT_FOUND}. */
  public Venue find(int id) {
    return store.find(id).orElseThrow(() -> Problem.notFound("Venue not found"));
  }

  /** Those with the text in name or address, all when it is empty. */
  public List<Venue> list(String text) {
    String wanted = SearchText.of(Blanks.cut(text));
    return store.all().stream().filter(venue -> isFound(venue.details(), wanted)).toList();
  }

  /** The zone in which the times of an event are told: its venue's, else its own. */
  public ZoneId zone(EventPlace place, Optional<String> own) {
    return place
        .venueId()
        .flatMap(store::findEver)
        .map(Venue::zone)
        .or(() -> own.flatMap(TimeZones::find))
        .orElse(USUAL);
  }

  /** Fails with {@code NOT_FOUND}. */
  public Future<Venue> change(int id, UnaryOperator<Venue> change) {
    return store.change(id, change, Timestamps.now(clock)).onSuccess(venue -> bell.run());
  }

  /** Fails with {@code NOT_FOUND}, or {@code IN_USE} while something to come stands there. */
  public Future<Venue> delete(int id, Consumer<Venue> guard) {
    return store.remove(id, guard, Timestamps.now(clock));
  }

  /** Fails with {@code NOT_FOUND} or {@code TOO_MANY_ROOMS}. */
  public Future<Room> createRoom(int venueId, String name, int capacity, Once<Room> once) {
    return store.addRoom(venueId, name, capacity, once);
  }

  /** Fails with {@code NOT_FOUND}, or {@code IN_USE} when an event to come wouldn't fit in. */
  public Future<Room> changeRoom(int venueId, int roomId, UnaryOperator<Room> change) {
    return store
        .changeRoom(venueId, roomId, change, Timestamps.now(clock))
        .onSuccess(room -> bell.run());
  }

  /** Fails with {@code NOT_FOUND}, or {@code IN_USE} while something to come stands there. */
  public Future<Room> deleteRoom(int venueId, int roomId, Consumer<Room> guard) {
    return store.removeRoom(venueId, roomId, guard, Timestamps.now(clock));
  }

  private static boolean isFound(VenueDetails details, String wanted) {
    return Stream.of(Optional.of(details.name()), details.address())
        .flatMap(Optional::stream)
        .anyMatch(value -> SearchText.of(value).contains(wanted));
  }
}
