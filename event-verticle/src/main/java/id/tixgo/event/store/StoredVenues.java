package id.tixgo.event.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.scope.Once;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.Store;
import id.tixgo.event.domain.EventPlace;
import id.tixgo.event.domain.Room;
import id.tixgo.event.domain.Slot;
import id.tixgo.event.domain.Timetable;
import id.tixgo.event.domain.Venue;
import id.tixgo.event.domain.VenueDetails;
import id.tixgo.event.domain.VenueStore;
import id.tixgo.event.store.VenueTables.RoomFreed;
import id.tixgo.event.store.VenueTables.VenueRemoved;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Venues, changed through the store. */
public final class StoredVenues implements VenueStore {
  private final EventState state;
  private final Store store;
  private final Context context;
  private final EventNews news;
  private final PlaceUses uses;

  /**
   * @param context where answers are wanted
   */
  public StoredVenues(EventState state, Store store, Context context) {
    this.state = requireNonNull(state);
    this.store = requireNonNull(store);
    this.context = requireNonNull(context);
    this.news = new EventNews(state);
    this.uses = new PlaceUses(state);
  }

  @Override
  public Future<Venue> add(VenueDetails details, Once<Venue> once) {
    return store.commit(
        context,
        state.keys.once(once, entries -> added(Venue.of(state.venues.nextId(), details), entries)));
  }

  @Override
  public Optional<Venue> find(int id) {
    return state.venues.idToVenue.get(VenueTables.key(id));
  }

  @Override
  public Optional<Venue> findEver(int id) {
    return find(id).or(() -> state.venues.idToRemoved.get(VenueTables.key(id)));
  }

  @Override
  public List<Venue> all() {
    return state.venues.idToVenue.values().stream()
        .sorted(Comparator.comparingInt(Venue::id))
        .toList();
  }

  @Override
  public Future<Venue> change(int id, UnaryOperator<Venue> change, Instant now) {
    return store.commit(
        context,
        entries -> {
          Venue changed = change.apply(staged(id));
          news.begin(entries);
          entries.add(changed);
          state.venues.stagedAt(changed).forEach(timetable -> tell(timetable, now, entries));
          return changed;
        });
  }

  @Override
  public Future<Venue> remove(int id, Consumer<Venue> guard, Instant now) {
    return store.commit(
        context,
        entries -> {
          Venue venue = staged(id);
          guard.accept(venue);
          List<Timetable> timetables = state.venues.stagedAt(venue).toList();
          PlaceUses.checkUnused(timetables, now);
          timetables.forEach(timetable -> free(timetable, entries));
          entries.add(new VenueRemoved(id));
          return venue;
        });
  }

  @Override
  public Future<Room> addRoom(int venueId, String name, int capacity, Once<Room> once) {
    return store.commit(
        context,
        state.keys.once(
            once,
            entries -> {
              Venue changed = added(staged(venueId).withNewRoom(name, capacity), entries);
              return changed.requireRoom(changed.lastRoom());
            }));
  }

  @Override
  public Future<Room> changeRoom(int venueId, int roomId, UnaryOperator<Room> change, Instant now) {
    return store.commit(
        context,
        entries -> {
          Venue venue = staged(venueId);
          Room changed = change.apply(venue.requireRoom(roomId));
          Timetable timetable = state.venues.staged(EventPlace.room(venueId, roomId));
          uses.checkHolds(changed, timetable, now);
          news.begin(entries);
          entries.add(venue.withRoom(changed));
          tell(timetable, now, entries);
          return changed;
        });
  }

  @Override
  public Future<Room> removeRoom(int venueId, int roomId, Consumer<Room> guard, Instant now) {
    return store.commit(
        context,
        entries -> {
          Venue venue = staged(venueId);
          Room room = venue.requireRoom(roomId);
          guard.accept(room);
          Timetable timetable = state.venues.staged(EventPlace.room(venueId, roomId));
          PlaceUses.checkUnused(List.of(timetable), now);
          free(timetable, entries);
          entries.add(venue.withoutRoom(roomId));
          return room;
        });
  }

  private Venue staged(int id) {
    return state
        .venues
        .idToVenue
        .staged(VenueTables.key(id))
        .orElseThrow(() -> Problem.notFound("Venue not found"));
  }

  private static Venue added(Venue venue, Appender entries) {
    entries.add(venue);
    return venue;
  }

  /** Events to come are told of as they are now. */
  private void tell(Timetable timetable, Instant now, Appender entries) {
    uses.toCome(timetable, now).forEach(event -> news.changed(entries, event, now));
  }

  /** Nobody could free what is blocked in a room that is gone. */
  private static void free(Timetable timetable, Appender entries) {
    timetable.slots().stream()
        .filter(Slot::isBlock)
        .forEach(block -> entries.add(new RoomFreed(block.id())));
  }
}
