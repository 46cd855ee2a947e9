package id.tixgo.report.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.Appender;
import id.tixgo.common.store.feed.FeedPosition;
import id.tixgo.report.domain.Fact;
import id.tixgo.report.domain.ReportedTransfer;
import id.tixgo.report.domain.SyncProgress.Synced;
import id.tixgo.report.store.FeedFactTables.FactGone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Puts what is stored right by what feeds tell from their first messages on. */
final class SyncSettlement {
  private final ReportState state;
  private final RebuiltFacts rebuilt;
  private final List<ReadFeed> feeds;

  SyncSettlement(ReportState state, RebuiltFacts rebuilt, List<ReadFeed> feeds) {
    this.state = requireNonNull(state);
    this.rebuilt = requireNonNull(rebuilt);
    this.feeds = List.copyOf(feeds);
  }

  /** How many messages are read. */
  long read() {
    return feeds.stream().mapToLong(feed -> feed.position().seq()).sum();
  }

  /**
   * For transactions: completes with what was counted; empty, and nothing is done, where messages
   * are stored that aren't read yet.
   *
   * @param all whether there are no more to be read
   */
  Optional<Synced> make(Appender entries, boolean all, Instant now) {
    if (!all && feeds.stream().anyMatch(this::isBehind)) {
      return Optional.empty();
    }
    StagedFacts staged = new StagedFacts(state, entries);
    rebuilt.all().forEach(staged::put);
    feeds.forEach(feed -> settle(feed, entries));
    return Optional.of(rebuilt.count(now));
  }

  private boolean isBehind(ReadFeed feed) {
    FeedPosition followed = state.positions.staged(feed.feed());
    FeedPosition read = feed.position();
    boolean same = read.seq() == 0 || followed.id().equals(read.id());
    return same && followed.seq() > read.seq();
  }

  private void settle(ReadFeed feed, Appender entries) {
    state
        .facts
        .table(feed.feed())
        .all()
        .filter(known -> rebuilt.known(known.feed(), known.key()).isEmpty() && isTold(known))
        .forEach(gone -> entries.add(new FactGone(gone.feed(), gone.key())));
    if (!state.positions.staged(feed.feed()).equals(feed.position())) {
      entries.add(feed.position());
    }
  }

  /** What is pending was asked for: the feed tells what is final. */
  private static boolean isTold(Fact fact) {
    return !(fact instanceof ReportedTransfer transfer && transfer.isPending());
  }
}
