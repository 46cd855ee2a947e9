package id.tixgo.event.store;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StoreParts;
import id.tixgo.common.store.audit.Audit;
import id.tixgo.common.store.feed.ServiceFeed;
import id.tixgo.common.store.key.RequestKeys;
import id.tixgo.event.domain.Event;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.Shareable;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Events and venues, in local maps that all instances of the service share. They are few and read
 * far more often than changed, so their order is worked out once after a change.
 */
public final class EventState implements Projection {
  /** An entry of another store: the one that files of this version were compressed with first. */
  public static final String DICTIONARY =
      "{\"scan\":{\"event_id\":\"\",\"ticket_id\":\"\",\"staff\":\"admin\","
          + "\"at\":\"2026-11-22T08:17:00.752Z\",\"gate\":\"\",\"device_id\":\"\","
          + "\"direction\":\"IN\",\"first\":true,\"seq\":1}}\n";

  private static final Comparator<Event> ORDER =
      Comparator.comparing((Event event) -> event.details().startTime()).thenComparing(Event::id);

  private final StagedMaps maps;
  private final AtomicLong changes = new AtomicLong();
  private final StoreParts parts;
  private final EntryTypes types;
  final StagedMap<Event> idToEvent;

  /** Deleted events: an id is never used twice, so that nobody takes one for the other. */
  final StagedMap<EventRemoved> idToRemoved;

  final VenueTables venues;
  public final ServiceFeed feed;
  public final RequestKeys keys;
  public final Audit audit;
  private volatile Listing listing = new Listing(0, List.of());

  record EventRemoved(String id) implements Shareable {}

  /** All events in order, as they were after so many changes. */
  private record Listing(long changes, List<Event> events) {}

  public EventState(Vertx vertx) {
    this.maps = new StagedMaps(vertx.sharedData());
    this.idToEvent = maps.open("event.events");
    this.idToRemoved = maps.open("event.removed");
    this.venues = new VenueTables(maps);
    this.feed = new ServiceFeed(maps, "event");
    this.keys = new RequestKeys(maps, "event");
    this.audit = new Audit(maps, "event", EventAudit.rules(this));
    this.parts = StoreParts.of(venues, feed, keys, audit);
    this.types =
        parts.register(
            new EntryTypes("event", 3, DICTIONARY)
                .with("event", Event.class, this::put, event -> changes.incrementAndGet())
                .with(
                    "event_removed",
                    EventRemoved.class,
                    this::remove,
                    removed -> changes.incrementAndGet()));
  }

  @Override
  public StagedMaps maps() {
    return maps;
  }

  @Override
  public EntryTypes types() {
    return types;
  }

  @Override
  public Optional<Audit> audit() {
    return Optional.of(audit);
  }

  @Override
  public Iterator<Record> snapshot() {
    return Stream.of(idToRemoved.values().stream(), idToEvent.values().stream(), parts.snapshot())
        .<Record>flatMap(entries -> entries)
        .iterator();
  }

  @Override
  public long snapshotSize() {
    return idToRemoved.size() + idToEvent.size() + parts.snapshotSize();
  }

  private void put(Event event) {
    idToEvent.staged(event.id()).ifPresent(venues::leave);
    idToEvent.put(event.id(), event);
    venues.enter(event);
  }

  private void remove(EventRemoved removed) {
    idToEvent.staged(removed.id()).ifPresent(venues::leave);
    idToEvent.remove(removed.id());
    idToRemoved.put(removed.id(), removed);
  }

  List<Event> ordered() {
    Listing known = listing;
    long now = changes.get();
    if (known.changes() != now) {
      known = new Listing(now, idToEvent.values().stream().sorted(ORDER).toList());
      listing = known;
    }
    return known.events();
  }
}
