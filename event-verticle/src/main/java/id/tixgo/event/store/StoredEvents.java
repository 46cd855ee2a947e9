package id.tixgo.event.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.journal.Ledger;
import id.tixgo.event.domain.Event;
import id.tixgo.event.domain.EventStore;
import id.tixgo.event.store.EventState.EventRemoved;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Events, changed through the ledger. */
public final class StoredEvents implements EventStore {
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

  @Override
  public Future<Void> add(Event event) {
    return ledger
        .commit(
            context,
            entries -> {
              entries.add(event);
              return event;
            })
        .mapEmpty();
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
    return ifCurrent(current, changed);
  }

  @Override
  public Future<Boolean> remove(Event current) {
    return ifCurrent(current, new EventRemoved(current.id()));
  }

  private Future<Boolean> ifCurrent(Event current, Record entry) {
    return ledger.commit(
        context,
        entries -> {
          boolean same = state.idToEvent.draft(current.id()).equals(Optional.of(current));
          if (same) {
            entries.add(entry);
          }
          return same;
        });
  }
}
