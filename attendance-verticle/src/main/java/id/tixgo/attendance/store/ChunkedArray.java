package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.Shareable;
import io.vertx.core.shareddata.SharedData;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Things by a number from 0, in chunks: four bytes for each where an entry of a map takes sixty,
 * which the collector had to copy. Thread-safe.
 */
final class ChunkedArray<T> {
  private static final int CHUNK = 1024;

  private final LocalMap<Long, Chunk<T>> numberToChunk;

  private record Chunk<T>(AtomicReferenceArray<T> items) implements Shareable {
    Chunk() {
      this(new AtomicReferenceArray<>(CHUNK));
    }
  }

  ChunkedArray(SharedData shared, String name) {
    this.numberToChunk = requireNonNull(shared).getLocalMap(name);
  }

  void set(long number, T item) {
    Long place = number / CHUNK;
    Chunk<T> chunk = numberToChunk.get(place);
    if (chunk == null) {
      chunk = numberToChunk.computeIfAbsent(place, p -> new Chunk<>());
    }
    chunk.items().set((int) (number % CHUNK), item);
  }

  /** What was set there; null when nothing was. */
  T get(long number) {
    Chunk<T> chunk = numberToChunk.get(number / CHUNK);
    return chunk == null ? null : chunk.items().get((int) (number % CHUNK));
  }
}
