package id.tixgo.attendance.store;

import id.tixgo.attendance.domain.EventDirectory;
import id.tixgo.common.bus.EventFacts;
import id.tixgo.common.journal.Entries;
import id.tixgo.common.journal.EntryTypes;
import id.tixgo.common.journal.StorePart;
import id.tixgo.common.journal.Table;
import id.tixgo.common.journal.Tables;
import id.tixgo.common.journal.feed.FeedMessage;
import id.tixgo.common.journal.feed.FeedSubscriber;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The events that Event's feed has told of, deleted ones too. */
public final class KnownEvents implements StorePart, FeedSubscriber, EventDirectory {
  private static final Set<String> TYPES =
      Set.of(EventFacts.MADE, EventFacts.CHANGED, EventFacts.REMOVED);

  private final Table<EventFacts> idToFacts;

  /** All that a feed has told of is taken back. */
  record EventsForgotten(String feed) {}

  KnownEvents(Tables tables) {
    this.idToFacts = tables.open("attendance.known-events");
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types.with("event", EventFacts.class).with("events_forgotten", EventsForgotten.class);
  }

  @Override
  public boolean fold(Record entry) {
    if (entry instanceof EventFacts facts) {
      idToFacts.put(facts.id(), facts);
    } else if (entry instanceof EventsForgotten) {
      idToFacts.clear();
    } else {
      return false;
    }
    return true;
  }

  @Override
  public Stream<Record> live() {
    return idToFacts.values().stream().map(Record.class::cast);
  }

  @Override
  public long liveCount() {
    return idToFacts.size();
  }

  @Override
  public void apply(FeedMessage message, Entries entries) {
    if (TYPES.contains(message.type())) {
      entries.add(message.data(EventFacts.class));
    }
  }

  @Override
  public void forget(Entries entries) {
    entries.add(new EventsForgotten("event"));
  }

  @Override
  public Optional<EventFacts> find(String id) {
    return idToFacts.get(id);
  }

  /** For decisions. */
  Optional<EventFacts> draft(String id) {
    return idToFacts.draft(id);
  }
}
