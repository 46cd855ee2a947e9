package id.tixgo.common.store.key;

import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import io.vertx.core.shareddata.Shareable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * What the keys of requests stand for, each for a day.
 *
 * @param <U> what is known of a use
 */
public final class UsedKeys<U extends UsedKeys.Use> {
  /** How long a key stands for something. */
  public static final Duration KEPT = Duration.ofDays(1);

  private final StagedMap<U> keyToUse;

  /** What a key was used for. */
  public interface Use extends Shareable {
    /** When. */
    Instant at();

    /** Whether the key stands for it no longer. */
    default boolean isOver(Instant now) {
      return at().plus(KEPT).isBefore(now);
    }
  }

  /**
   * @param name of the map that keeps them
   */
  public UsedKeys(StagedMaps maps, String name) {
    this.keyToUse = maps.open(name);
  }

  /** An owner's key: each has keys of their own. */
  public static String of(String owner, String key) {
    return owner + '\n' + key;
  }

  /** What the key stands for; for transactions. */
  public Optional<U> find(String key, Instant now) {
    return kept(key).filter(use -> !use.isOver(now));
  }

  /** What the key stands for, as far as it is stored; any thread may ask. */
  public Optional<U> stored(String key, Instant now) {
    return keyToUse.get(key).filter(use -> !use.isOver(now));
  }

  /** What is kept of the key, also when it is over; for transactions and projections. */
  public Optional<U> kept(String key) {
    return keyToUse.staged(key);
  }

  /** All that is stored; any thread may ask. */
  public Collection<U> all() {
    return keyToUse.values();
  }

  public int size() {
    return keyToUse.size();
  }

  /**
   * For projections: the key stands for that, but when it was used again later: a snapshot may have
   * an older use after a newer one.
   */
  public void put(String key, U use) {
    if (kept(key).filter(kept -> kept.at().isAfter(use.at())).isEmpty()) {
      keyToUse.put(key, use);
    }
  }

  /** For projections: the key stands for nothing. */
  public void remove(String key) {
    keyToUse.remove(key);
  }

  /** For projections: the key stands for that no longer; one that was used again stays. */
  public void remove(String key, U use) {
    if (kept(key).filter(use::equals).isPresent()) {
      keyToUse.remove(key);
    }
  }
}
