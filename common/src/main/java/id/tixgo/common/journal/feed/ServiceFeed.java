package id.tixgo.common.journal.feed;

import id.tixgo.common.journal.Entries;
import id.tixgo.common.journal.EntryTypes;
import id.tixgo.common.journal.StorePart;
import id.tixgo.common.journal.Table;
import id.tixgo.common.journal.Tables;
import id.tixgo.common.json.JsonFormat;
import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What a service tells others: an outbox in its store. A message is appended by the decision that
 * makes the change it tells of, so that there is never one without the other. Messages are kept for
 * as long as the store is.
 */
public final class ServiceFeed implements StorePart {
  private static final String ONE = "";

  private final Table<FeedBegun> begun;
  private final Table<FeedMessage> seqToMessage;
  private final Table<Long> last;

  record FeedBegun(String id) implements Shareable {}

  /**
   * @param service the one that tells, whose tables are named after it
   */
  public ServiceFeed(Tables tables, String service) {
    this.begun = tables.open(service + ".feed-begun");
    this.seqToMessage = tables.open(service + ".feed");
    this.last = tables.open(service + ".feed-last");
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types.with("feed_begun", FeedBegun.class).with("message", FeedMessage.class);
  }

  @Override
  public boolean fold(Record entry) {
    if (entry instanceof FeedMessage message) {
      fold(message);
    } else if (entry instanceof FeedBegun first) {
      begun.put(ONE, first);
    } else {
      return false;
    }
    return true;
  }

  @Override
  public Stream<Record> live() {
    long end = last();
    return Stream.concat(begun.get(ONE).stream(), messages(0, end));
  }

  @Override
  public long liveCount() {
    return last() + 1;
  }

  /**
   * For decisions: begins the feed with what the store held before it had one; nothing happens when
   * it has begun already.
   */
  public void begin(Entries entries, Runnable tellAll) {
    if (begun.draft(ONE).isEmpty()) {
      entries.add(new FeedBegun(UUID.randomUUID().toString()));
      tellAll.run();
    }
  }

  /** For decisions: appends a message. */
  public void tell(Entries entries, String type, Instant at, Record facts) {
    String json = JsonFormat.encode(facts).toString();
    entries.add(new FeedMessage(last.draft(ONE).orElse(0L) + 1, type, at, json));
  }

  public boolean hasBegun() {
    return begun.get(ONE).isPresent();
  }

  /** What was told after a message, or from the beginning (0); only once the feed has begun. */
  public FeedPage page(long after, int limit) {
    long end = last();
    Optional<Instant> at = seqToMessage.get(String.valueOf(after)).map(FeedMessage::at);
    List<FeedMessage> page = messages(Math.min(after, end), Math.min(after + limit, end)).toList();
    return new FeedPage(begun.get(ONE).orElseThrow().id(), end, at, page);
  }

  private void fold(FeedMessage message) {
    if (message.seq() > last.draft(ONE).orElse(0L)) {
      seqToMessage.put(String.valueOf(message.seq()), message);
      last.put(ONE, message.seq());
    }
  }

  private long last() {
    return last.get(ONE).orElse(0L);
  }

  private Stream<FeedMessage> messages(long after, long upTo) {
    return LongStream.rangeClosed(after + 1, upTo)
        .mapToObj(seq -> seqToMessage.get(String.valueOf(seq)).orElseThrow());
  }
}
