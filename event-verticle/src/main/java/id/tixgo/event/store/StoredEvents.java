package id.tixgo.event.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.scope.Once;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.Store;
import id.tixgo.event.domain.Event;
import id.tixgo.event.domain.EventDetails;
import id.tixgo.event.domain.EventStore;
import id.tixgo.event.domain.Venue;
import id.tixgo.event.store.EventState.EventRemoved;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Events, changed through the store. */
public final class StoredEvents implements EventStore {
  private final EventState state;
  private final Store store;
  private final Context context;
  private final EventNews news;

  /**
   * @param context where answers are wanted
   */
  public StoredEvents(EventState state, Store store, Context context) {
    this.state = requireNonNull(state);
    this.store = requireNonNull(store);
    this.context = requireNonNull(context);
    this.news = new EventNews(state);
  }

  /** Begins the feed, if it hasn't, with the events that there are. */
  public Future<Void> beginFeed() {
    return store.commit(
        context,
        entries -> {
          news.begin(entries);
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
            replaceWith(changed, current, entries);
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
            news.begin(entries);
            entries.add(new EventRemoved(current.id()));
            news.removed(entries, current, at);
          }
          return same;
        });
  }

  private Optional<Event> addIfFree(Event event, Appender entries) {
    if (!isFree(event.id())) {
      return Optional.empty();
    }
    place(event);
    news.begin(entries);
    entries.add(event);
    news.made(entries, event);
    return Optional.of(event);
  }

  private void replaceWith(Event changed, Event current, Appender entries) {
    if (changed.asksForMoreThan(current)) {
      place(changed);
    }
    news.begin(entries);
    entries.add(changed);
    news.changed(entries, changed, changed.updatedAt());
  }

  /** Refuses an event that can't stand where it wants. */
  private void place(Event event) {
    EventDetails details = event.details();
    details.place().venueId().ifPresent(id -> venue(id).check(details));
    event.slot().ifPresent(slot -> state.venues.staged(details.place()).reserve(slot));
  }

  private Venue venue(int id) {
    return state
        .venues
        .idToVenue
        .staged(VenueTables.key(id))
        .orElseThrow(() -> Problem.invalid("body.venue_id", "is no venue", "venue_id"));
  }

  private boolean isFree(String id) {
    return state.idToEvent.staged(id).isEmpty() && state.idToRemoved.staged(id).isEmpty();
  }

  private boolean isCurrent(Event current) {
    return state.idToEvent.staged(current.id()).equals(Optional.of(current));
  }
}
