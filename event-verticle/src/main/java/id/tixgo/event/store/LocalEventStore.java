package id.tixgo.event.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.event.domain.Event;
import id.tixgo.event.domain.EventStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.Shareable;
import io.vertx.core.shareddata.SharedData;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Events in local maps, shared by all instances of the service: by id, and beside them all of them
 * in order, so that a list is read and not sorted.
 */
public final class LocalEventStore implements EventStore {
  private static final String ALL = "all";
  private static final Comparator<Event> ORDER =
      Comparator.comparing((Event event) -> event.details().startTime()).thenComparing(Event::id);

  private final LocalMap<String, Event> idToEvent;
  private final LocalMap<String, Ordered> order;

  private record Ordered(List<Event> events) implements Shareable {
    Ordered with(Optional<Event> out, Optional<Event> in) {
      Stream<Event> rest = events.stream().filter(event -> out.filter(event::equals).isEmpty());
      return new Ordered(Stream.concat(rest, in.stream()).sorted(ORDER).toList());
    }
  }

  public LocalEventStore(Vertx vertx) {
    SharedData shared = requireNonNull(vertx).sharedData();
    this.idToEvent = shared.getLocalMap("event.events");
    this.order = shared.getLocalMap("event.order");
  }

  @Override
  public Future<Void> add(Event event) {
    idToEvent.put(event.id(), event);
    reorder(Optional.empty(), Optional.of(event));
    return Future.succeededFuture();
  }

  @Override
  public Optional<Event> find(String id) {
    return Optional.ofNullable(idToEvent.get(id));
  }

  @Override
  public List<Event> all() {
    return order.getOrDefault(ALL, new Ordered(List.of())).events();
  }

  @Override
  public Future<Boolean> replace(Event current, Event changed) {
    boolean replaced = idToEvent.replaceIfPresent(current.id(), current, changed);
    if (replaced) {
      reorder(Optional.of(current), Optional.of(changed));
    }
    return Future.succeededFuture(replaced);
  }

  @Override
  public Future<Boolean> remove(Event current) {
    boolean removed = idToEvent.removeIfPresent(current.id(), current);
    if (removed) {
      reorder(Optional.of(current), Optional.empty());
    }
    return Future.succeededFuture(removed);
  }

  private void reorder(Optional<Event> out, Optional<Event> in) {
    Ordered empty = new Ordered(List.of());
    order.compute(ALL, (key, now) -> (now == null ? empty : now).with(out, in));
  }
}
