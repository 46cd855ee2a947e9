package id.tixgo.event.store;

import id.tixgo.common.journal.EntryTypes;
import id.tixgo.common.journal.Fold;
import id.tixgo.common.journal.StoreParts;
import id.tixgo.common.journal.Table;
import id.tixgo.common.journal.Tables;
import id.tixgo.common.journal.feed.ServiceFeed;
import id.tixgo.common.journal.key.RequestKeys;
import id.tixgo.event.domain.Event;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.Shareable;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Events, in a local map that all instances of the service share. They are few and read far more
 * often than changed, so their order is worked out once after a change.
 */
public final class EventState implements Fold {
  private static final Comparator<Event> ORDER =
      Comparator.comparing((Event event) -> event.details().startTime()).thenComparing(Event::id);

  private final Tables tables;
  private final AtomicLong changes = new AtomicLong();
  private final StoreParts parts;
  private final EntryTypes types;
  final Table<Event> idToEvent;

  /** Deleted events: an id is never used twice, so that nobody takes one for the other. */
  final Table<EventRemoved> idToRemoved;

  public final ServiceFeed feed;
  public final RequestKeys keys;
  private volatile Listing listing = new Listing(0, List.of());

  record EventRemoved(String id) implements Shareable {}

  /** All events in order, as they were after so many changes. */
  private record Listing(long changes, List<Event> events) {}

  public EventState(Vertx vertx) {
    this.tables = new Tables(vertx.sharedData());
    this.idToEvent = tables.open("event.events");
    this.idToRemoved = tables.open("event.removed");
    this.feed = new ServiceFeed(tables, "event");
    this.keys = new RequestKeys(tables, "event");
    this.parts = StoreParts.of(feed, keys);
    this.types =
        parts.register(
            new EntryTypes("event", 2)
                .with("event", Event.class)
                .with("event_removed", EventRemoved.class));
  }

  @Override
  public Tables tables() {
    return tables;
  }

  @Override
  public EntryTypes types() {
    return types;
  }

  @Override
  public void fold(Record entry) {
    if (entry instanceof Event event) {
      idToEvent.put(event.id(), event);
    } else if (entry instanceof EventRemoved removed) {
      idToEvent.remove(removed.id());
      idToRemoved.put(removed.id(), removed);
    } else {
      parts.fold(entry);
    }
  }

  @Override
  public void stored(Record entry) {
    changes.incrementAndGet();
  }

  @Override
  public Iterator<Record> live() {
    return Stream.of(idToRemoved.values().stream(), idToEvent.values().stream(), parts.live())
        .<Record>flatMap(entries -> entries)
        .iterator();
  }

  @Override
  public long liveCount() {
    return idToRemoved.size() + idToEvent.size() + parts.liveCount();
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
