package id.tixgo.payment.store;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import io.vertx.core.shareddata.Shareable;
import java.util.List;
import java.util.stream.Stream;

/** Events that don't take place, and whether all that was paid for them is promised back. */
final class CancelledEvents implements StorePart {
  private final StagedMap<EventOff> idToEvent;

  /**
   * An event that doesn't take place.
   *
   * @param done whether all of its money is promised back
   */
  record EventOff(String eventId, boolean done) implements Shareable {}

  /** An event that takes place again. */
  record EventOn(String eventId) {}

  CancelledEvents(StagedMaps maps) {
    this.idToEvent = maps.open("payment.cancelled-events");
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

  /** The ids of those whose money isn't all promised back. */
  List<String> open() {
    return idToEvent.values().stream().filter(off -> !off.done()).map(EventOff::eventId).toList();
  }

  /** For transactions: whether the event is off. */
  boolean isOff(String eventId) {
    return idToEvent.staged(eventId).isPresent();
  }
}
