package id.tixgo.common.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.metrics.Meters;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;

/**
 * What a store has done since it was opened.
 *
 * @param bytes as they are written, compressed
 * @param syncs takes the nanoseconds of each
 */
record StoreMeters(LongAdder commits, LongAdder entries, LongAdder bytes, LongConsumer syncs) {
  StoreMeters {
    requireNonNull(commits);
    requireNonNull(entries);
    requireNonNull(bytes);
    requireNonNull(syncs);
  }

  /** With how many commits wait. */
  static StoreMeters of(Meters meters, String store, CommitQueue<?> waiting) {
    meters.gauge(
        "tixgo.store.waiting", "Commits that wait to be stored", waiting::size, "store", store);
    return of(meters, store);
  }

  static StoreMeters of(Meters meters, String store) {
    String[] labels = {"store", store};
    return new StoreMeters(
        meters.counter("tixgo.store.commits", "Transactions that were stored", labels),
        meters.counter("tixgo.store.entries", "Entries that were stored", labels),
        meters.counter("tixgo.store.bytes", "Bytes that were appended to the log", labels),
        meters.timer(
            "tixgo.store.sync", "How long the disk took to keep what was written", labels));
  }
}
