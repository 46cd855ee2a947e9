package id.tixgo.ticketing.store;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.store.feed.FeedSubscriber;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The events that Event's feed has told of, deleted ones too. */
public final class EventCatalogue implements StorePart, FeedSubscriber {
  private static final Set<String> TYPES =
      Set.of(EventFacts.MADE, EventFacts.CHANGED, EventFacts.REMOVED);

  private final StagedMap<EventFacts> idToFacts;

  /** All that a feed has told of is taken back. */
  record CatalogueForgotten(String feed) {}

  EventCatalogue(StagedMaps maps) {
    this.idToFacts = maps.open("ticketing.events");
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types
        .with("event", EventFacts.class, facts -> idToFacts.put(facts.id(), facts))
        .with("events_forgotten", CatalogueForgotten.class, forgotten -> idToFacts.clear());
  }

  @Override
  public Stream<Record> snapshot() {
    return idToFacts.values().stream().map(Record.class::cast);
  }

  @Override
  public long snapshotSize() {
    return idToFacts.size();
  }

  @Override
  public void apply(FeedMessage message, Appender entries) {
    if (TYPES.contains(message.type())) {
      entries.add(message.data(EventFacts.class));
    }
  }

  @Override
  public void forget(Appender entries) {
    entries.add(new CatalogueForgotten("event"));
  }

  Optional<EventFacts> find(String id) {
    return idToFacts.get(id);
  }

  /** For transactions. */
  Optional<EventFacts> staged(String id) {
    return idToFacts.staged(id);
  }
}
