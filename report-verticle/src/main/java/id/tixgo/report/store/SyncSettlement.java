package id.tixgo.report.store;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import id.tixgo.common.store.Appender;
import id.tixgo.common.store.feed.FeedPosition;
import id.tixgo.report.domain.Fact;
import id.tixgo.report.domain.ReportedTransfer;
import id.tixgo.report.domain.SyncProgress.Synced;
import id.tixgo.report.store.FeedFactTables.FactGone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts what is stored right by what feeds tell from their first messages on, in steps that others
 * wait for no longer than for any change. What is followed goes on meanwhile: a message that is
 * applied again to what is right changes nothing.
 */
final class SyncSettlement {
  private static final int STEP = 1000;

  private final ReportState state;
  private final RebuiltFacts rebuilt;
  private final List<ReadFeed> feeds;
  private final Map<String, FeedPosition> feedToFollowed;
  private final Map<String, FeedPosition> feedToRead;

  /** Those that end before what was followed: their stores were put back. */
  private final Set<String> ended = new HashSet<>();

  /** Once all of the feeds is read. */
  SyncSettlement(ReportState state, RebuiltFacts rebuilt, List<ReadFeed> feeds) {
    this.state = requireNonNull(state);
    this.rebuilt = requireNonNull(rebuilt);
    this.feeds = List.copyOf(feeds);
    this.feedToFollowed =
        feeds.stream().collect(toMap(ReadFeed::feed, feed -> state.positions.get(feed.feed())));
    this.feedToRead = feeds.stream().collect(toMap(ReadFeed::feed, ReadFeed::position));
  }

  /** What differs, as readers see it; so many in a step. Walks through all that is stored. */
  List<List<Fact>> steps() {
    List<Fact> wrong = Stream.concat(rebuilt.all(), stored()).filter(this::isWrong).toList();
    List<List<Fact>> steps = new ArrayList<>();
    for (int from = 0; from < wrong.size(); from += STEP) {
      steps.add(wrong.subList(from, Math.min(wrong.size(), from + STEP)));
    }
    return steps;
  }

  /** What no feed tells. */
  private Stream<Fact> stored() {
    return feeds.stream()
        .flatMap(feed -> state.facts.table(feed.feed()).all())
        .filter(known -> right(known).isEmpty() && isTold(known));
  }

  private boolean isWrong(Fact fact) {
    return !state.facts.table(fact.feed()).get(fact.key()).equals(right(fact));
  }

  private Optional<Fact> right(Fact fact) {
    return rebuilt.known(fact.feed(), fact.key());
  }

  /** For transactions: the feeds of which messages are stored that aren't read yet. */
  Set<String> behind() {
    return feeds.stream()
        .filter(feed -> !ended.contains(feed.feed()) && isBehind(feed))
        .map(ReadFeed::feed)
        .collect(toSet());
  }

  private boolean isBehind(ReadFeed feed) {
    FeedPosition followed = state.positions.staged(feed.feed());
    FeedPosition read = feed.position();
    boolean same = read.seq() == 0 || followed.id().equals(read.id());
    return same && followed.seq() > read.seq();
  }

  /** How many messages of those feeds are read. */
  long read(Set<String> names) {
    return feeds.stream()
        .filter(feed -> names.contains(feed.feed()))
        .mapToLong(feed -> feed.position().seq())
        .sum();
  }

  /** They have no more. */
  void end(Set<String> names) {
    ended.addAll(names);
  }

  /** For transactions, while none is behind: puts these right, as far as is read by now. */
  void put(List<Fact> step, Appender entries) {
    StagedFacts staged = new StagedFacts(state, entries);
    step.forEach(
        fact -> right(fact).ifPresentOrElse(staged::put, () -> remove(fact, staged, entries)));
  }

  private static void remove(Fact fact, StagedFacts staged, Appender entries) {
    if (staged.known(fact.feed(), fact.key()).filter(SyncSettlement::isTold).isPresent()) {
      entries.add(new FactGone(fact.feed(), fact.key()));
    }
  }

  /**
   * For transactions, after all steps: what isn't followed by itself goes on after what was read.
   */
  Synced finish(Appender entries, Instant now) {
    feedToRead.forEach((feed, read) -> follow(feed, read, entries));
    return rebuilt.count(now);
  }

  private void follow(String feed, FeedPosition read, Appender entries) {
    FeedPosition followed = state.positions.staged(feed);
    if (followed.equals(feedToFollowed.get(feed)) && !followed.equals(read)) {
      entries.add(read);
    }
  }

  /** What is pending was asked for: the feed tells what is final. */
  private static boolean isTold(Fact fact) {
    return !(fact instanceof ReportedTransfer transfer && transfer.isPending());
  }
}
