package id.tixgo.event.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.scope.Once;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.Store;
import id.tixgo.event.domain.EventPlace;
import id.tixgo.event.domain.RoomSchedule;
import id.tixgo.event.domain.Slot;
import id.tixgo.event.domain.Venue;
import id.tixgo.event.store.VenueTables.RoomBlocked;
import id.tixgo.event.store.VenueTables.RoomFreed;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What stands in rooms, in Event's own store. */
public final class StoredSchedule implements RoomSchedule {
  private final EventState state;
  private final Store store;
  private final Context context;

  /**
   * @param context where answers are wanted
   */
  public StoredSchedule(EventState state, Store store, Context context) {
    this.state = requireNonNull(state);
    this.store = requireNonNull(store);
    this.context = requireNonNull(context);
  }

  @Override
  public List<Slot> between(EventPlace room, Optional<Instant> from, Optional<Instant> to) {
    return state.venues.stored(room).between(from, to);
  }

  @Override
  public Future<Slot> block(EventPlace room, Slot block, Once<Slot> once) {
    return store.commit(context, state.keys.once(once, entries -> block(room, block, entries)));
  }

  private Slot block(EventPlace room, Slot block, Appender entries) {
    Venue venue =
        state
            .venues
            .idToVenue
            .staged(VenueTables.key(room.venueId().orElseThrow()))
            .orElseThrow(() -> Problem.notFound("Venue not found"));
    venue.requireRoom(room.roomId().orElseThrow());
    state.venues.staged(room).reserve(block);
    entries.add(new RoomBlocked(room, block));
    return block;
  }

  @Override
  public Future<Boolean> unblock(EventPlace room, String id) {
    return store.commit(
        context,
        entries -> {
          boolean there =
              state.venues.idToBlock.staged(id).filter(b -> b.room().equals(room)).isPresent();
          if (there) {
            entries.add(new RoomFreed(id));
          }
          return there;
        });
  }
}
