package id.tixgo.event.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.scope.Once;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.Store;
import id.tixgo.event.domain.Event;
import id.tixgo.event.domain.EventDetails;
import id.tixgo.event.domain.EventStore;
import id.tixgo.event.store.EventState.EventRemoved;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Events, changed through the store. */
public final class StoredEvents implements EventStore {
  private static final Comparator<Event> AS_MADE =
      Comparator.comparing(Event::createdAt).thenComparing(Event::id);

  private final EventState state;
  private final Store store;
  private final Context context;

  /**
   * @param context where answers are wanted
   */
  public StoredEvents(EventState state, Store store, Context context) {
    this.state = requireNonNull(state);
    this.store = requireNonNull(store);
    this.context = requireNonNull(context);
  }

  /** Begins the feed, if it hasn't, with the events that there are. */
  public Future<Void> beginFeed() {
    return store.commit(
        context,
        entries -> {
          begin(entries);
          return null;
        });
  }

  @Override
  public Future<Optional<Event>> add(Event event, Once<Event> once) {
    return store.commit(
        context, state.keys.once(once.ifAny(), entries -> addIfFree(event, entries)));
  }

  @Override
  public Optional<Event> find(String id) {
    return state.idToEvent.get(id);
  }

  @Override
  public List<Event> all() {
    return state.ordered();
  }

  @Override
  public Future<Boolean> replace(Event current, Event changed) {
    return store.commit(
        context,
        entries -> {
          boolean same = isCurrent(current);
          if (same) {
            begin(entries);
            entries.add(changed);
            tell(entries, EventFacts.CHANGED, changed);
          }
          return same;
        });
  }

  @Override
  public Future<Boolean> remove(Event current, Instant at) {
    return store.commit(
        context,
        entries -> {
          boolean same = isCurrent(current);
          if (same) {
            begin(entries);
            entries.add(new EventRemoved(current.id()));
            state.feed.tell(entries, EventFacts.REMOVED, at, facts(current, EventFacts.DELETED));
          }
          return same;
        });
  }

  private Optional<Event> addIfFree(Event event, Appender entries) {
    if (!isFree(event.id())) {
      return Optional.empty();
    }
    begin(entries);
    entries.add(event);
    tell(entries, EventFacts.MADE, event);
    return Optional.of(event);
  }

  private void begin(Appender entries) {
    state.feed.begin(
        entries,
        () ->
            state.idToEvent.values().stream()
                .sorted(AS_MADE)
                .forEach(event -> tell(entries, EventFacts.MADE, event)));
  }

  private void tell(Appender entries, String type, Event event) {
    EventFacts facts = facts(event, event.details().status().json());
    state.feed.tell(entries, type, event.updatedAt(), facts);
  }

  private static EventFacts facts(Event event, String status) {
    EventDetails details = event.details();
    return new EventFacts(
        event.id(),
        details.title(),
        details.startTime(),
        details.endTime(),
        status,
        details.capacity());
  }

  private boolean isFree(String id) {
    return state.idToEvent.staged(id).isEmpty() && state.idToRemoved.staged(id).isEmpty();
  }

  private boolean isCurrent(Event current) {
    return state.idToEvent.staged(current.id()).equals(Optional.of(current));
  }
}
