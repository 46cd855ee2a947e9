package id.tixgo.event;

import id.tixgo.common.scope.Once;
import id.tixgo.common.store.FileStore;
import id.tixgo.event.domain.Event;
import id.tixgo.event.domain.EventDetails;
import id.tixgo.event.domain.EventPlace;
import id.tixgo.event.domain.Events;
import id.tixgo.event.domain.RoomSchedule;
import id.tixgo.event.domain.Slot;
import id.tixgo.event.domain.Venue;
import id.tixgo.event.domain.VenueDetails;
import id.tixgo.event.domain.Venues;
import id.tixgo.event.store.EventState;
import id.tixgo.event.store.StoredEvents;
import id.tixgo.event.store.StoredSchedule;
import id.tixgo.event.store.StoredVenues;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Event's store in a folder, with the rules over it. */
final class OpenEvents implements AutoCloseable {
  final EventState state;
  final Events events;
  final Venues venues;
  final RoomSchedule schedule;
  private final Vertx vertx = Vertx.vertx();
  private final FileStore store;
  private final Clock clock;

  OpenEvents(Path folder, Clock clock) {
    this.clock = clock;
    this.state = new EventState(vertx);
    this.store = new FileStore(vertx, folder, true, state);
    store.open().await();
    this.events = another();
    this.venues =
        new Venues(new StoredVenues(state, store, vertx.getOrCreateContext()), () -> {}, clock);
    this.schedule = new StoredSchedule(state, store, vertx.getOrCreateContext());
  }

  /** The events as another instance of the service has them. */
  Events another() {
    return new Events(new StoredEvents(state, store, vertx.getOrCreateContext()), () -> {}, clock);
  }

  Venue newVenue(String name, String zone) {
    VenueDetails details = new VenueDetails(name, Optional.empty(), zone, Optional.empty());
    return venues.create(details, Once.eachTime()).await();
  }

  EventPlace newRoom(int venueId, int capacity) {
    int id = venues.createRoom(venueId, "Hall", capacity, Once.eachTime()).await().id();
    return EventPlace.room(venueId, id);
  }

  Future<Event> create(EventDetails details) {
    return events.create(details, Optional.empty(), "admin", Once.eachTime());
  }

  List<Slot> all(EventPlace room) {
    return schedule.between(room, Optional.empty(), Optional.empty());
  }

  @Override
  public void close() {
    store.close().compose(closed -> vertx.close()).await();
  }

  /** What is on the disk at that moment, as a crash leaves it. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
