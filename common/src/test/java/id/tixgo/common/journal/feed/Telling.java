package id.tixgo.common.journal.feed;

import id.tixgo.common.journal.EntryTypes;
import id.tixgo.common.journal.Fold;
import id.tixgo.common.journal.Ledger;
import id.tixgo.common.journal.Table;
import id.tixgo.common.journal.Tables;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.UUID;
import java.util.stream.Stream;

/** A store for tests that counts, and tells of each step. */
final class Telling implements Fold {
  private final Tables tables;
  private final Table<Long> count;
  private final EntryTypes types;
  final ServiceFeed feed;

  record Counted(long number) {}

  Telling(Vertx vertx) {
    String name = UUID.randomUUID().toString();
    this.tables = new Tables(vertx.sharedData());
    this.count = tables.open(name);
    this.feed = new ServiceFeed(tables, name);
    this.types = feed.register(new EntryTypes("telling", 1).with("counted", Counted.class));
  }

  /** Counts one further, and tells of it. */
  Future<Long> step(Ledger ledger, Context context) {
    return ledger.commit(
        context,
        entries -> {
          long next = count.draft("").orElse(0L) + 1;
          feed.begin(entries, () -> {});
          entries.add(new Counted(next));
          feed.tell(entries, "counted", now(), new Counted(next));
          return next;
        });
  }

  long count() {
    return count.get("").orElse(0L);
  }

  @Override
  public Tables tables() {
    return tables;
  }

  @Override
  public EntryTypes types() {
    return types;
  }

  @Override
  public void fold(Record entry) {
    if (entry instanceof Counted counted) {
      count.put("", counted.number());
    } else {
      feed.fold(entry);
    }
  }

  @Override
  public Iterator<Record> live() {
    return Stream.<Record>concat(count.get("").map(Counted::new).stream(), feed.live()).iterator();
  }

  @Override
  public long liveCount() {
    return 1 + feed.liveCount();
  }

  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
