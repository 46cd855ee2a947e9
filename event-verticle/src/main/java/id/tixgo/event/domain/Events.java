package id.tixgo.event.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.bus.EventChange;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.time.Timestamps;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The rules of events: made, changed and deleted, each told to the bus. */
public final class Events {
  private final EventStore store;
  private final Consumer<EventChange> changes;
  private final Clock clock;

  public Events(EventStore store, Consumer<EventChange> changes, Clock clock) {
    this.store = requireNonNull(store);
    this.changes = requireNonNull(changes);
    this.clock = requireNonNull(clock);
  }

  public Future<Event> create(EventDetails details, String createdBy) {
    Instant now = Timestamps.now(clock);
    Event event = new Event(UUID.randomUUID().toString(), details, createdBy, now, now);
    return store.add(event).map(event).onSuccess(e -> announce("created", e));
  }

  /** Fails with {@code NOT_FOUND}. */
  public Event find(String id) {
    return store.find(id).orElseThrow(() -> Problem.notFound("Event not found"));
  }

  public List<Event> list(EventQuery query) {
    return query.isAll() ? store.all() : store.all().stream().filter(query::matches).toList();
  }

  /**
   * Changes an event as it is at that moment; {@code change} may be applied again when another was
   * faster, and may refuse by throwing.
   */
  public Future<Event> change(
      String id, UnaryOperator<EventDetails> change, Consumer<Event> guard) {
    Event current = find(id);
    guard.accept(current);
    Event changed = current.withDetails(change.apply(current.details()), Timestamps.now(clock));
    return store
        .replace(current, changed)
        .compose(done -> done ? Future.succeededFuture(changed) : change(id, change, guard))
        .onSuccess(event -> announce("updated", event));
  }

  public Future<Event> delete(String id, Consumer<Event> guard) {
    Event current = find(id);
    guard.accept(current);
    return store
        .remove(current)
        .compose(done -> done ? Future.succeededFuture(current) : delete(id, guard))
        .onSuccess(event -> announce("deleted", event));
  }

  private void announce(String kind, Event event) {
    changes.accept(new EventChange(kind, event.id()));
  }
}
