package id.tixgo.common.journal;

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
 * A local map whose changes stay a draft, seen by decisions alone, until they are stored. So no
 * reader sees what could still be lost. Values are immutable.
 */
public final class Table<V> {
  private static final int FEW = 64;

  private final Tables tables;
  private final LocalMap<String, V> stored;
  private final Optional<TableGroup> group;
  private volatile int size;
  private Map<String, Optional<V>> drafts = new HashMap<>();

  /** Those of batches on their way to the disk, the oldest first. */
  private final Deque<Map<String, Optional<V>>> sealed = new ArrayDeque<>();

  Table(Tables tables, LocalMap<String, V> stored, Optional<TableGroup> group) {
    this.tables = requireNonNull(tables);
    this.stored = requireNonNull(stored);
    this.group = requireNonNull(group);
    this.size = stored.size();
  }

  Optional<TableGroup> group() {
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

  /** How many there will be when the decisions so far are stored; for decisions. */
  public int draftSize() {
    Map<String, Optional<V>> changed = new HashMap<>();
    sealed.forEach(changed::putAll);
    changed.putAll(drafts);
    int size = stored.size();
    for (Map.Entry<String, Optional<V>> change : changed.entrySet()) {
      boolean before = stored.containsKey(change.getKey());
      size += (change.getValue().isPresent() ? 1 : 0) - (before ? 1 : 0);
    }
    return size;
  }

  /** What will be stored when the decisions so far are; for decisions and folds. */
  public Optional<V> draft(String key) {
    Optional<V> draft = drafts.get(key);
    if (draft == null && !sealed.isEmpty()) {
      draft = sealedDraft(key);
    }
    return draft != null ? draft : get(key);
  }

  /** For folds. */
  public void put(String key, V value) {
    change(key, Optional.of(value));
  }

  /** For folds. */
  public void remove(String key) {
    change(key, Optional.empty());
  }

  /** For folds: takes out all that is stored, and what folds before this one have put in. */
  public void clear() {
    Set<String> keys = new HashSet<>(stored.keySet());
    sealed.forEach(batch -> keys.addAll(batch.keySet()));
    keys.addAll(drafts.keySet());
    keys.forEach(this::remove);
  }

  /** What comes from now on is the next batch's. */
  void seal() {
    sealed.add(drafts);
    drafts = new HashMap<>();
  }

  void publish() {
    drafts.forEach(this::store);
    size = stored.size();
    discard();
  }

  void publishSealed() {
    sealed.remove().forEach(this::store);
    size = stored.size();
  }

  /** A map that was large once stays slow to walk through. */
  void discard() {
    if (drafts.size() > FEW) {
      drafts = new HashMap<>();
    }
    drafts.clear();
  }

  void discardSealed() {
    sealed.clear();
  }

  /** The newest; null when there is none. */
  private Optional<V> sealedDraft(String key) {
    Optional<V> draft = null;
    Iterator<Map<String, Optional<V>>> newestFirst = sealed.descendingIterator();
    while (draft == null && newestFirst.hasNext()) {
      draft = newestFirst.next().get(key);
    }
    return draft;
  }

  private void change(String key, Optional<V> value) {
    if (drafts.isEmpty()) {
      tables.changed(this);
    }
    drafts.put(key, value);
  }

  private void store(String key, Optional<V> value) {
    value.ifPresentOrElse(v -> stored.put(key, v), () -> stored.remove(key));
  }
}
