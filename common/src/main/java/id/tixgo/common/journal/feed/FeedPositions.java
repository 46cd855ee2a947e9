package id.tixgo.common.journal.feed;

import id.tixgo.common.journal.EntryTypes;
import id.tixgo.common.journal.StorePart;
import id.tixgo.common.journal.Table;
import id.tixgo.common.journal.Tables;
import java.util.stream.Stream;

/** How far a service is with the feeds that it follows. */
public final class FeedPositions implements StorePart {
  private final Table<FeedPosition> feedToPosition;

  /**
   * @param service the one that follows, whose table is named after it
   */
  public FeedPositions(Tables tables, String service) {
    this.feedToPosition = tables.open(service + ".feed-positions");
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types.with("feed_position", FeedPosition.class);
  }

  @Override
  public boolean fold(Record entry) {
    if (entry instanceof FeedPosition position) {
      feedToPosition.put(position.feed(), position);
      return true;
    }
    return false;
  }

  @Override
  public Stream<Record> live() {
    return feedToPosition.values().stream().map(Record.class::cast);
  }

  @Override
  public long liveCount() {
    return feedToPosition.size();
  }

  FeedPosition get(String feed) {
    return feedToPosition.get(feed).orElse(FeedPosition.none(feed));
  }

  /** For decisions. */
  FeedPosition draft(String feed) {
    return feedToPosition.draft(feed).orElse(FeedPosition.none(feed));
  }
}
