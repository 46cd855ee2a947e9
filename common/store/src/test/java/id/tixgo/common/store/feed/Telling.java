package id.tixgo.common.store.feed;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.Store;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.UUID;
import java.util.stream.Stream;

/** A store for tests that counts, and tells of each step. */
final class Telling implements Projection {
  private final StagedMaps maps;
  private final StagedMap<Long> count;
  private final EntryTypes types;
  final ServiceFeed feed;

  record Counted(long number) {}

  Telling(Vertx vertx) {
    String name = UUID.randomUUID().toString();
    this.maps = new StagedMaps(vertx.sharedData());
    this.count = maps.open(name);
    this.feed = new ServiceFeed(maps, name);
    this.types =
        feed.register(
            new EntryTypes("telling", 1, "")
                .with("counted", Counted.class, counted -> count.put("", counted.number())));
  }

  /** Counts one further, and tells of it. */
  Future<Long> step(Store store, Context context) {
    return store.commit(
        context,
        entries -> {
          long next = count.staged("").orElse(0L) + 1;
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
  public StagedMaps maps() {
    return maps;
  }

  @Override
  public EntryTypes types() {
    return types;
  }

  @Override
  public Iterator<Record> snapshot() {
    return Stream.<Record>concat(count.get("").map(Counted::new).stream(), feed.snapshot())
        .iterator();
  }

  @Override
  public long snapshotSize() {
    return 1 + feed.snapshotSize();
  }

  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
