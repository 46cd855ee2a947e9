package id.tixgo.event.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.event.domain.Event;
import id.tixgo.event.domain.EventStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.LocalMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Events in a local map, shared by all instances of the service. They are few and read far more
 * often than changed, so a change makes a new catalog, which takes the old one's place in one step:
 * what is found by id and what is listed always agree.
 */
public final class LocalEventStore implements EventStore {
  private static final String ALL = "all";

  private final LocalMap<String, Catalog> catalogs;

  public LocalEventStore(Vertx vertx) {
    this.catalogs = requireNonNull(vertx).sharedData().getLocalMap("event.events");
    catalogs.putIfAbsent(ALL, Catalog.EMPTY);
  }

  @Override
  public Future<Void> add(Event event) {
    change(catalog -> Optional.of(catalog.with(event)));
    return Future.succeededFuture();
  }

  @Override
  public Optional<Event> find(String id) {
    return catalogs.get(ALL).find(id);
  }

  @Override
  public List<Event> all() {
    return catalogs.get(ALL).ordered();
  }

  @Override
  public Future<Boolean> replace(Event current, Event changed) {
    return Future.succeededFuture(
        change(c -> c.holds(current) ? Optional.of(c.with(changed)) : Optional.empty()));
  }

  @Override
  public Future<Boolean> remove(Event current) {
    return Future.succeededFuture(
        change(c -> c.holds(current) ? Optional.of(c.without(current)) : Optional.empty()));
  }

  /** Tries until nothing comes between; false when there is nothing to change. */
  private boolean change(Function<Catalog, Optional<Catalog>> step) {
    Catalog now = catalogs.get(ALL);
    Optional<Catalog> next = step.apply(now);
    while (next.isPresent() && !catalogs.replaceIfPresent(ALL, now, next.get())) {
      now = catalogs.get(ALL);
      next = step.apply(now);
    }
    return next.isPresent();
  }
}
