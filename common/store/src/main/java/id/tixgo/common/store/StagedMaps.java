package id.tixgo.common.store;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.SharedData;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The maps of one store, with the changes that are staged in them. Those of a batch can be sealed
 * while the next is decided: they are older than the others, and published by themselves.
 */
public final class StagedMaps {
  private final SharedData shared;
  private List<Staged> changed = new ArrayList<>();

  /** For each sealed batch, the oldest first, the maps that it changed. */
  private final Deque<List<Staged>> sealed = new ArrayDeque<>();

  public StagedMaps(SharedData shared) {
    this.shared = requireNonNull(shared);
  }

  /** The map of that name, made when there is none. */
  public <V> StagedMap<V> open(String name) {
    return new StagedMap<>(this, shared.getLocalMap(name), Optional.empty());
  }

  /** The same of a map that is read together with others. */
  public <V> StagedMap<V> open(String name, MapGroup group) {
    return new StagedMap<>(this, shared.getLocalMap(name), Optional.of(group));
  }

  /** A cell for one value, empty. */
  public <V> StagedCell<V> cell() {
    return new StagedCell<>(this, Optional.empty());
  }

  /** The same of a cell that is read together with maps. */
  public <V> StagedCell<V> cell(MapGroup group) {
    return new StagedCell<>(this, Optional.of(group));
  }

  /** The series of that name, whose things aren't staged: a cell beside it says what is stored. */
  public <T> Series<T> series(String name) {
    return new Series<>(shared, name);
  }

  void changed(Staged map) {
    changed.add(map);
  }

  /** The changes so far are one batch, the newest of so many; does nothing when all are sealed. */
  void seal(int batches) {
    if (sealed.size() < batches) {
      changed.forEach(Staged::seal);
      sealed.add(changed);
      changed = new ArrayList<>();
    }
  }

  /**
   * Shows the oldest batch's changes to readers, in the order in which the maps were first changed.
   */
  public void publish() {
    List<MapGroup> groups = groups(sealed.isEmpty() ? changed : sealed.peek());
    groups.forEach(MapGroup::begin);
    try {
      publishOldest();
    } finally {
      groups.forEach(MapGroup::end);
    }
  }

  private void publishOldest() {
    if (!sealed.isEmpty()) {
      sealed.remove().forEach(Staged::publishSealed);
    } else {
      changed.forEach(Staged::publish);
      changed.clear();
    }
  }

  private static List<MapGroup> groups(List<Staged> batch) {
    List<MapGroup> groups = new ArrayList<>(0);
    for (Staged map : batch) {
      if (map.group().isPresent() && !groups.contains(map.group().get())) {
        groups.add(map.group().get());
      }
    }
    return groups;
  }

  /** Forgets the changes of the newest batch. */
  void discard() {
    changed.forEach(Staged::discard);
    changed.clear();
  }

  /** Forgets all changes that are staged. */
  void discardAll() {
    discard();
    sealed.forEach(batch -> batch.forEach(Staged::discardSealed));
    sealed.clear();
  }
}
