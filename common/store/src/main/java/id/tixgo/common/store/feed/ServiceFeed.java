package id.tixgo.common.store.feed;

import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.scope.ScopeLocal;
import id.tixgo.common.scope.Trace;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.Series;
import id.tixgo.common.store.StagedCell;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a service tells others: an outbox in its store. A message is appended by the transaction
 * that makes the change it tells of, so that there is never one without the other. Messages are
 * kept for as long as the store is.
 */
public final class ServiceFeed implements StorePart {
  private final StagedCell<FeedBegun> begun;
  private final Series<FeedMessage> messages;
  private final StagedCell<Long> last;

  record FeedBegun(String id) implements Shareable {}

  /**
   * @param service the one that tells, whose maps are named after it
   */
  public ServiceFeed(StagedMaps maps, String service) {
    this.begun = maps.cell();
    this.messages = maps.series(service + ".feed");
    this.last = maps.cell();
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types
        .with("feed_begun", FeedBegun.class, begun::set)
        .with("message", FeedMessage.class, this::apply);
  }

  @Override
  public Stream<Record> snapshot() {
    long end = last();
    return Stream.concat(begun.get().stream(), messages.between(0, end));
  }

  @Override
  public long snapshotSize() {
    return last() + begun.get().stream().count();
  }

  /**
   * For transactions: begins the feed with what the store held before it had one; nothing happens
   * when it has begun already.
   */
  public void begin(Appender entries, Runnable tellAll) {
    if (begun.staged().isEmpty()) {
      entries.add(new FeedBegun(UUID.randomUUID().toString()));
      tellAll.run();
    }
  }

  /** For transactions: appends a message. */
  public void tell(Appender entries, String type, Instant at, Record facts) {
    String json = JsonFormat.encode(facts).toString();
    Optional<String> trace = ScopeLocal.sampled().map(Trace::header);
    entries.add(new FeedMessage(last.staged().orElse(0L) + 1, type, at, json, trace));
  }

  /**
   * For transactions: puts other facts in the place of those that some messages told. Who has read
   * them has; they go from the store's files with what else is superseded.
   */
  public void retell(
      Appender entries, Predicate<FeedMessage> told, Function<FeedMessage, Record> facts) {
    messages
        .between(0, last.staged().orElse(0L))
        .filter(told)
        .map(message -> message.telling(JsonFormat.encode(facts.apply(message)).toString()))
        .forEach(entries::add);
  }

  public boolean hasBegun() {
    return begun.get().isPresent();
  }

  /** What was told after a message, or from the beginning (0); only once the feed has begun. */
  public FeedPage page(long after, int limit) {
    long end = last();
    long from = Math.min(after, end);
    List<FeedMessage> page = messages.between(from, Math.min(from + limit, end)).toList();
    return new FeedPage(begun.get().orElseThrow().id(), end, at(after, end), page);
  }

  /** When a message was told; empty when none has that number. */
  private Optional<Instant> at(long seq, long end) {
    return messages.between(seq - 1, Math.min(seq, end)).findFirst().map(FeedMessage::at);
  }

  private void apply(FeedMessage message) {
    messages.set(message.seq(), message);
    if (message.seq() > last.staged().orElse(0L)) {
      last.set(message.seq());
    }
  }

  /** The last message that was told; 0 before the first. */
  long last() {
    return last.get().orElse(0L);
  }
}
