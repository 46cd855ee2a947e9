package id.tixgo.event.store;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.StagedCell;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import id.tixgo.event.domain.Event;
import id.tixgo.event.domain.EventPlace;
import id.tixgo.event.domain.Slot;
import id.tixgo.event.domain.Timetable;
import id.tixgo.event.domain.Venue;
import io.vertx.core.shareddata.Shareable;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Venues, and what stands in each of their rooms: blocks by entries of their own, events by theirs,
 * so that a schedule and the events can't differ.
 */
final class VenueTables implements StorePart {
  final StagedMap<Venue> idToVenue;

  /** Removed venues: events of the past are still there. */
  final StagedMap<Venue> idToRemoved;

  final StagedMap<RoomBlocked> idToBlock;
  private final StagedMap<Timetable> placeToTimetable;
  private final StagedCell<Integer> lastId;

  record VenueRemoved(int id) {}

  record RoomBlocked(EventPlace room, Slot slot) implements Shareable {}

  record RoomFreed(String id) {}

  VenueTables(StagedMaps maps) {
    this.idToVenue = maps.open("event.venues");
    this.idToRemoved = maps.open("event.venues-removed");
    this.idToBlock = maps.open("event.blocks");
    this.placeToTimetable = maps.open("event.timetables");
    this.lastId = maps.cell();
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types
        .with("venue", Venue.class, this::put)
        .with("venue_removed", VenueRemoved.class, this::remove)
        .with("room_blocked", RoomBlocked.class, this::block)
        .with("room_freed", RoomFreed.class, this::free);
  }

  @Override
  public Stream<Record> snapshot() {
    Stream<Record> removed =
        idToRemoved.values().stream()
            .flatMap(venue -> Stream.of(venue, new VenueRemoved(venue.id())));
    return Stream.of(removed, idToVenue.values().stream(), idToBlock.values().stream())
        .flatMap(entries -> entries);
  }

  @Override
  public long snapshotSize() {
    return 2L * idToRemoved.size() + idToVenue.size() + idToBlock.size();
  }

  /** For transactions. */
  int nextId() {
    return lastId.staged().orElse(0) + 1;
  }

  /** For transactions. */
  Timetable staged(EventPlace place) {
    return placeToTimetable.staged(key(place)).orElseGet(() -> Timetable.empty(place));
  }

  Timetable stored(EventPlace place) {
    return placeToTimetable.get(key(place)).orElseGet(() -> Timetable.empty(place));
  }

  /** For transactions: all that stands at the venue and in its rooms. */
  Stream<Timetable> stagedAt(Venue venue) {
    Stream<EventPlace> rooms =
        venue.rooms().stream().map(room -> EventPlace.room(venue.id(), room.id()));
    return Stream.concat(Stream.of(EventPlace.venue(venue.id())), rooms).map(this::staged);
  }

  /** For transactions: the venue, be it removed. */
  Optional<Venue> stagedEver(int id) {
    return idToVenue.staged(key(id)).or(() -> idToRemoved.staged(key(id)));
  }

  /** For projections. */
  void enter(Event event) {
    event.slot().ifPresent(slot -> enter(event.details().place(), slot));
  }

  /** For projections. */
  void leave(Event event) {
    event.slot().ifPresent(slot -> leave(event.details().place(), slot));
  }

  static String key(int id) {
    return String.valueOf(id);
  }

  private void put(Venue venue) {
    idToVenue.put(key(venue.id()), venue);
    if (venue.id() >= nextId()) {
      lastId.set(venue.id());
    }
  }

  private void remove(VenueRemoved removed) {
    String key = key(removed.id());
    idToVenue
        .staged(key)
        .ifPresent(
            venue -> {
              idToVenue.remove(key);
              idToRemoved.put(key, venue);
            });
  }

  private void block(RoomBlocked block) {
    idToBlock.put(block.slot().id(), block);
    enter(block.room(), block.slot());
  }

  private void free(RoomFreed freed) {
    idToBlock.staged(freed.id()).ifPresent(block -> leave(block.room(), block.slot()));
    idToBlock.remove(freed.id());
  }

  private void enter(EventPlace place, Slot slot) {
    placeToTimetable.put(key(place), staged(place).with(slot));
  }

  private void leave(EventPlace place, Slot slot) {
    placeToTimetable.put(key(place), staged(place).without(slot));
  }

  private static String key(EventPlace place) {
    return place.venueId().orElseThrow() + "/" + place.roomId().map(VenueTables::key).orElse("");
  }
}
