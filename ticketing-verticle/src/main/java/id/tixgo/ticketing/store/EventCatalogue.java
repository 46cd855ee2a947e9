package id.tixgo.ticketing.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import id.tixgo.common.store.feed.FeedMessage;
import io.vertx.core.shareddata.Shareable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The events that Event's feed has told of, deleted ones too. */
final class EventCatalogue implements StorePart {
  private static final Set<String> TYPES =
      Set.of(EventFacts.MADE, EventFacts.CHANGED, EventFacts.REMOVED);

  private static final Comparator<EventFacts> ORDER =
      Comparator.comparing(EventFacts::startTime).thenComparing(EventFacts::id);

  private final StagedMap<EventFacts> idToFacts;
  private final StagedMap<EventTold> idToTold;
  private final AtomicLong changes = new AtomicLong();
  private final ChangedEvents changed;
  private volatile Programme programme = new Programme(0, List.of());

  /** All events in order, as they were after so many changes. */
  private record Programme(long changes, List<EventFacts> events) {}

  /** When in its feed an event was told of last. */
  record EventTold(String id, long seq) implements Shareable {}

  /** All that a feed has told of is taken back. */
  record CatalogueForgotten(String feed) {}

  EventCatalogue(StagedMaps maps, ChangedEvents changed) {
    this.changed = requireNonNull(changed);
    this.idToFacts = maps.open("ticketing.events");
    this.idToTold = maps.open("ticketing.events-told");
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types
        .with("event", EventFacts.class, facts -> idToFacts.put(facts.id(), facts), this::committed)
        .with("event_told", EventTold.class, told -> idToTold.put(told.id(), told))
        .with(
            "events_forgotten",
            CatalogueForgotten.class,
            forgotten -> clear(),
            told -> changes.incrementAndGet());
  }

  private void clear() {
    idToFacts.clear();
    idToTold.clear();
  }

  @Override
  public Stream<Record> snapshot() {
    return Stream.concat(idToFacts.values().stream(), idToTold.values().stream())
        .map(Record.class::cast);
  }

  @Override
  public long snapshotSize() {
    return (long) idToFacts.size() + idToTold.size();
  }

  /** For transactions: what a message tells of an event; empty when it tells of none. */
  Optional<EventFacts> apply(FeedMessage message, Appender entries) {
    if (!TYPES.contains(message.type())) {
      return Optional.empty();
    }
    EventFacts facts = message.data(EventFacts.class);
    entries.add(facts);
    entries.add(new EventTold(facts.id(), message.seq()));
    return Optional.of(facts);
  }

  /** For transactions: nothing is known of any event. */
  void forget(Appender entries) {
    entries.add(new CatalogueForgotten("event"));
  }

  private void committed(EventFacts facts) {
    changes.incrementAndGet();
    changed.see(facts.id());
  }

  /** In the order of their start; worked out once after a change. */
  List<EventFacts> ordered() {
    Programme known = programme;
    long now = changes.get();
    if (known.changes() != now) {
      known = new Programme(now, idToFacts.values().stream().sorted(ORDER).toList());
      programme = known;
    }
    return known.events();
  }

  Optional<EventFacts> find(String id) {
    return idToFacts.get(id);
  }

  /** The number of the last message that told of the event; 0 when none has. */
  long seq(String id) {
    return idToTold.get(id).map(EventTold::seq).orElse(0L);
  }

  /** For transactions. */
  Optional<EventFacts> staged(String id) {
    return idToFacts.staged(id);
  }
}
