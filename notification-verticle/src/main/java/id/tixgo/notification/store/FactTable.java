package id.tixgo.notification.store;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.StagedCell;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;

/** Facts that users were told of, each once; and since when facts are news. */
final class FactTable implements StorePart {
  private final StagedMap<FactTold> idToFact;
  private final StagedCell<NewsBegun> begun;
  private final StagedMap<FeedFollowed> feedToFollowed;

  /** A fact that was told, by a name that is no other's. */
  record FactTold(String fact) implements Shareable {}

  /** What happened before is no news: the service didn't run yet. */
  record NewsBegun(Instant at) implements Shareable {}

  /** A feed that the service follows since later than it first ran. */
  record FeedFollowed(String feed, Instant at) implements Shareable {}

  FactTable(StagedMaps maps) {
    this.idToFact = maps.open("notification.facts");
    this.begun = maps.cell();
    this.feedToFollowed = maps.open("notification.followed");
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types
        .with("fact_told", FactTold.class, told -> idToFact.put(told.fact(), told))
        .with("news_begun", NewsBegun.class, begun::set)
        .with(
            "feed_followed", FeedFollowed.class, since -> feedToFollowed.put(since.feed(), since));
  }

  @Override
  public Stream<Record> snapshot() {
    return Stream.of(
            begun.get().stream(), feedToFollowed.values().stream(), idToFact.values().stream())
        .flatMap(Function.identity());
  }

  @Override
  public long snapshotSize() {
    return idToFact.size() + feedToFollowed.size() + 1L;
  }

  /** For transactions, as what follows is. */
  boolean hasBegun() {
    return begun.staged().isPresent();
  }

  boolean isFollowed(String feed) {
    return feedToFollowed.staged(feed).isPresent();
  }

  /** Whether the feed was followed already when that happened. */
  boolean isFollowed(String feed, Instant at) {
    return feedToFollowed.staged(feed).filter(since -> !at.isBefore(since.at())).isPresent();
  }

  boolean isNews(String fact, Instant at) {
    return begun.staged().filter(since -> !at.isBefore(since.at())).isPresent()
        && idToFact.staged(fact).isEmpty();
  }
}
