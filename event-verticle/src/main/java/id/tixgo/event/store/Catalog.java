package id.tixgo.event.store;

import id.tixgo.event.domain.Event;
import io.vertx.core.shareddata.Shareable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All events at one moment, by id and in order. Immutable; equal to itself alone, so that a change
 * can be put in its place only where nothing else was meanwhile.
 */
final class Catalog implements Shareable {
  private static final Comparator<Event> ORDER =
      Comparator.comparing((Event event) -> event.details().startTime()).thenComparing(Event::id);

  static final Catalog EMPTY = new Catalog(Map.of());

  private final Map<String, Event> idToEvent;
  private final List<Event> ordered;

  private Catalog(Map<String, Event> idToEvent) {
    this.idToEvent = idToEvent;
    this.ordered = idToEvent.values().stream().sorted(ORDER).toList();
  }

  Optional<Event> find(String id) {
    return Optional.ofNullable(idToEvent.get(id));
  }

  List<Event> ordered() {
    return ordered;
  }

  boolean holds(Event event) {
    return event.equals(idToEvent.get(event.id()));
  }

  Catalog with(Event event) {
    Map<String, Event> more = new HashMap<>(idToEvent);
    more.put(event.id(), event);
    return new Catalog(more);
  }

  Catalog without(Event event) {
    Map<String, Event> fewer = new HashMap<>(idToEvent);
    fewer.remove(event.id());
    return new Catalog(fewer);
  }
}
