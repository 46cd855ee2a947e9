package id.tixgo.common.store;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.Shareable;
import io.vertx.core.shareddata.SharedData;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Things by their number, in chunks: four bytes for each where an entry of a map takes sixty, which
 * the collector had to copy. Thread-safe. What is set can be seen at once: a staged cell beside it
 * says how far readers may look.
 */
public final class Series<T> {
  private static final int CHUNK = 1024;

  private final LocalMap<Long, Chunk<T>> numberToChunk;

  private record Chunk<T>(AtomicReferenceArray<T> items) implements Shareable {
    Chunk() {
      this(new AtomicReferenceArray<>(CHUNK));
    }
  }

  /**
   * @param name of the map that keeps the chunks
   */
  public Series(SharedData shared, String name) {
    this.numberToChunk = requireNonNull(shared).getLocalMap(name);
  }

  /**
   * For projections.
   *
   * @param number 0 or more
   */
  public void set(long number, T item) {
    Long place = number / CHUNK;
    Chunk<T> chunk = numberToChunk.get(place);
    if (chunk == null) {
      chunk = numberToChunk.computeIfAbsent(place, p -> new Chunk<>());
    }
    chunk.items().set((int) (number % CHUNK), item);
  }

  /** What was set there; null when nothing was. */
  public T get(long number) {
    Chunk<T> chunk = numberToChunk.get(number / CHUNK);
    return chunk == null ? null : chunk.items().get((int) (number % CHUNK));
  }

  /** Those that are there with {@code after < number <= upTo}, in order. */
  public Stream<T> between(long after, long upTo) {
    return LongStream.rangeClosed(after + 1, upTo).mapToObj(this::get).filter(Objects::nonNull);
  }
}
