package id.tixgo.common.store.feed;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import java.util.stream.Stream;

/** How far a service is with the feeds that it follows. */
public final class FeedPositions implements StorePart {
  private final String service;
  private final StagedMap<FeedPosition> feedToPosition;

  /**
   * @param service the one that follows, whose map is named after it
   */
  public FeedPositions(StagedMaps maps, String service) {
    this.service = requireNonNull(service);
    this.feedToPosition = maps.open(service + ".feed-positions");
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types.with(
        "feed_position",
        FeedPosition.class,
        position -> feedToPosition.put(position.feed(), position));
  }

  @Override
  public Stream<Record> snapshot() {
    return feedToPosition.values().stream().map(Record.class::cast);
  }

  @Override
  public long snapshotSize() {
    return feedToPosition.size();
  }

  /** Whoever follows. */
  String service() {
    return service;
  }

  public FeedPosition get(String feed) {
    return feedToPosition.get(feed).orElse(FeedPosition.none(feed));
  }

  /** For transactions. */
  public FeedPosition staged(String feed) {
    return feedToPosition.staged(feed).orElse(FeedPosition.none(feed));
  }
}
