package id.tixgo.payment.store;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.MapGroup;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import io.vertx.core.shareddata.Shareable;
import java.util.Optional;
import java.util.stream.Stream;

/** Events that don't take place, and how far their orders' money is promised back. */
final class CancelledEvents implements StorePart {
  private final StagedMap<EventOff> idToEvent;

  /**
   * An event that doesn't take place.
   *
   * @param done whether all of its money is promised back
   * @param after the number of the last order whose money is
   * @param payoutsToo whether gateways are asked again for what is to be paid out by hand since
   *     they refused it
   */
  record EventOff(String eventId, boolean done, long after, boolean payoutsToo)
      implements Shareable {
    /** Nothing is promised back. */
    static EventOff begun(String eventId, boolean payoutsToo) {
      return new EventOff(eventId, false, 0, payoutsToo);
    }

    EventOff gone(long orderId) {
      return new EventOff(eventId, false, orderId, payoutsToo);
    }

    EventOff over() {
      return new EventOff(eventId, true, after, payoutsToo);
    }

    /** Whether it isn't an order's turn yet. */
    boolean isBefore(long orderId) {
      return !done && after < orderId;
    }
  }

  /** An event that takes place again. */
  record EventOn(String eventId) {}

  CancelledEvents(StagedMaps maps, MapGroup group) {
    this.idToEvent = maps.open("payment.cancelled-events", group);
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types
        .with("event_off", EventOff.class, off -> idToEvent.put(off.eventId(), off))
        .with("event_on", EventOn.class, on -> idToEvent.remove(on.eventId()));
  }

  @Override
  public Stream<Record> snapshot() {
    return idToEvent.values().stream().map(Record.class::cast);
  }

  @Override
  public long snapshotSize() {
    return idToEvent.size();
  }

  Optional<EventOff> get(String eventId) {
    return idToEvent.get(eventId);
  }

  /** One whose money isn't all promised back. */
  Optional<EventOff> open() {
    return idToEvent.values().stream().filter(off -> !off.done()).findFirst();
  }

  /** For transactions: whether the event is off. */
  boolean isOff(String eventId) {
    return staged(eventId).isPresent();
  }

  /** For transactions. */
  Optional<EventOff> staged(String eventId) {
    return idToEvent.staged(eventId);
  }
}
