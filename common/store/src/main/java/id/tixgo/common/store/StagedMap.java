package id.tixgo.common.store;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.LocalMap;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A local map whose changes are staged, seen by transactions alone, until they are stored. So no
 * reader sees what could still be lost. Values are immutable.
 */
public final class StagedMap<V> implements Staged {
  private static final int FEW = 64;

  private final StagedMaps maps;
  private final LocalMap<String, V> stored;
  private final Optional<MapGroup> group;
  private volatile int size;
  private Map<String, Optional<V>> staged = new HashMap<>();

  /** Those of batches on their way to the disk, the oldest first. */
  private final Deque<Map<String, Optional<V>>> sealed = new ArrayDeque<>();

  StagedMap(StagedMaps maps, LocalMap<String, V> stored, Optional<MapGroup> group) {
    this.maps = requireNonNull(maps);
    this.stored = requireNonNull(stored);
    this.group = requireNonNull(group);
    this.size = stored.size();
  }

  @Override
  public Optional<MapGroup> group() {
    return group;
  }

  /** What is stored; any thread may ask. */
  public Optional<V> get(String key) {
    return Optional.ofNullable(stored.get(key));
  }

  /** All that is stored, in no order; any thread may ask. */
  public Collection<V> values() {
    return stored.values();
  }

  /** How many there are, or were before the batch that is being published. */
  public int size() {
    return size;
  }

  /** How many there will be when the transactions so far are stored; for transactions. */
  public int draftSize() {
    Map<String, Optional<V>> changed = new HashMap<>();
    sealed.forEach(changed::putAll);
    changed.putAll(staged);
    int size = stored.size();
    for (Map.Entry<String, Optional<V>> change : changed.entrySet()) {
      boolean before = stored.containsKey(change.getKey());
      size += (change.getValue().isPresent() ? 1 : 0) - (before ? 1 : 0);
    }
    return size;
  }

  /** What will be stored when the transactions so far are; for transactions and projections. */
  public Optional<V> staged(String key) {
    Optional<V> draft = staged.get(key);
    if (draft == null && !sealed.isEmpty()) {
      draft = sealedValue(key);
    }
    return draft != null ? draft : get(key);
  }

  /** Whether nothing is stored, nor will be; for transactions and projections. */
  public boolean isUnused() {
    return stored.isEmpty() && staged.isEmpty() && sealed.isEmpty();
  }

  /** For projections. */
  public void put(String key, V value) {
    change(key, Optional.of(value));
  }

  /** For projections. */
  public void remove(String key) {
    change(key, Optional.empty());
  }

  /**
   * For projections: takes out all that is stored, and what projections before this one have put
   * in.
   */
  public void clear() {
    Set<String> keys = new HashSet<>(stored.keySet());
    sealed.forEach(batch -> keys.addAll(batch.keySet()));
    keys.addAll(staged.keySet());
    keys.forEach(this::remove);
  }

  @Override
  public void seal() {
    sealed.add(staged);
    staged = new HashMap<>();
  }

  @Override
  public void publish() {
    staged.forEach(this::store);
    size = stored.size();
    discard();
  }

  @Override
  public void publishSealed() {
    sealed.remove().forEach(this::store);
    size = stored.size();
  }

  /** A map that was large once stays slow to walk through. */
  @Override
  public void discard() {
    if (staged.size() > FEW) {
      staged = new HashMap<>();
    }
    staged.clear();
  }

  @Override
  public void discardSealed() {
    sealed.clear();
  }

  /** The newest; null when there is none. */
  private Optional<V> sealedValue(String key) {
    Optional<V> draft = null;
    Iterator<Map<String, Optional<V>>> newestFirst = sealed.descendingIterator();
    while (draft == null && newestFirst.hasNext()) {
      draft = newestFirst.next().get(key);
    }
    return draft;
  }

  private void change(String key, Optional<V> value) {
    if (staged.isEmpty()) {
      maps.changed(this);
    }
    staged.put(key, value);
  }

  private void store(String key, Optional<V> value) {
    value.ifPresentOrElse(v -> stored.put(key, v), () -> stored.remove(key));
  }
}
