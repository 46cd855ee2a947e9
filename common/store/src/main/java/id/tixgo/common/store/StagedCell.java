package id.tixgo.common.store;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * One immutable value whose changes are staged, seen by transactions alone, until they are stored.
 */
public final class StagedCell<V> implements Staged {
  private final StagedMaps maps;
  private final Optional<MapGroup> group;
  private volatile Optional<V> stored = Optional.empty();
  private Optional<V> staged = Optional.empty();
  private boolean changed;

  /** What batches on their way to the disk have made of it, the oldest first. */
  private final Deque<Optional<V>> sealed = new ArrayDeque<>(1);

  StagedCell(StagedMaps maps, Optional<MapGroup> group) {
    this.maps = requireNonNull(maps);
    this.group = requireNonNull(group);
  }

  /** What is stored; any thread may ask. */
  public Optional<V> get() {
    return stored;
  }

  /** What will be stored when the transactions so far are; for transactions and projections. */
  public Optional<V> staged() {
    if (changed) {
      return staged;
    }
    return sealed.isEmpty() ? stored : sealed.getLast();
  }

  /** For projections. */
  public void set(V value) {
    change(Optional.of(value));
  }

  /** For projections. */
  public void clear() {
    change(Optional.empty());
  }

  private void change(Optional<V> value) {
    if (!changed) {
      maps.changed(this);
    }
    changed = true;
    staged = value;
  }

  @Override
  public Optional<MapGroup> group() {
    return group;
  }

  @Override
  public void seal() {
    sealed.add(staged);
    discard();
  }

  @Override
  public void publish() {
    stored = staged;
    discard();
  }

  @Override
  public void publishSealed() {
    stored = sealed.remove();
  }

  @Override
  public void discard() {
    changed = false;
    staged = Optional.empty();
  }

  @Override
  public void discardSealed() {
    sealed.clear();
  }
}
