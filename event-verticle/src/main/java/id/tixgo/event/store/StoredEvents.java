package id.tixgo.event.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.bus.EventFacts;
import id.tixgo.common.journal.Entries;
import id.tixgo.common.journal.Ledger;
import id.tixgo.common.scope.Once;
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

/** Events, changed through the ledger. */
public final class StoredEvents implements EventStore {
  private static final Comparator<Event> AS_MADE =
      Comparator.comparing(Event::createdAt).thenComparing(Event::id);

  private final EventState state;
  private final Ledger ledger;
  private final Context context;

  /**
   * @param context where answers are wanted
   */
  public StoredEvents(EventState state, Ledger ledger, Context context) {
    this.state = requireNonNull(state);
    this.ledger = requireNonNull(ledger);
    this.context = requireNonNull(context);
  }

  /** Begins the feed, if it hasn't, with the events that there are. */
  public Future<Void> beginFeed() {
    return ledger.commit(
        context,
        entries -> {
          begin(entries);
          return null;
        });
  }

  @Override
  public Future<Optional<Event>> add(Event event, Once<Event> once) {
    return ledger.commit(
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
    return ledger.commit(
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
    return ledger.commit(
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

  private Optional<Event> addIfFree(Event event, Entries entries) {
    if (!isFree(event.id())) {
      return Optional.empty();
    }
    begin(entries);
    entries.add(event);
    tell(entries, EventFacts.MADE, event);
    return Optional.of(event);
  }

  private void begin(Entries entries) {
    state.feed.begin(
        entries,
        () ->
            state.idToEvent.values().stream()
                .sorted(AS_MADE)
                .forEach(event -> tell(entries, EventFacts.MADE, event)));
  }

  private void tell(Entries entries, String type, Event event) {
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
    return state.idToEvent.draft(id).isEmpty() && state.idToRemoved.draft(id).isEmpty();
  }

  private boolean isCurrent(Event current) {
    return state.idToEvent.draft(current.id()).equals(Optional.of(current));
  }
}
