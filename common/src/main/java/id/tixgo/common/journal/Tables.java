package id.tixgo.common.journal;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.SharedData;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The tables of one store, with the drafts of all of them. Those of a batch can be sealed, while
 * the next is decided: they are older than the others, and published by themselves.
 */
public final class Tables {
  private final SharedData shared;
  private List<Table<?>> changed = new ArrayList<>();

  /** For each sealed batch, the oldest first, the tables that it changed. */
  private final Deque<List<Table<?>>> sealed = new ArrayDeque<>();

  public Tables(SharedData shared) {
    this.shared = requireNonNull(shared);
  }

  /** The table of that name, made when there is none. */
  public <V> Table<V> open(String name) {
    return new Table<>(this, shared.getLocalMap(name), Optional.empty());
  }

  /** The same of a table that is read together with others. */
  public <V> Table<V> open(String name, TableGroup group) {
    return new Table<>(this, shared.getLocalMap(name), Optional.of(group));
  }

  void changed(Table<?> table) {
    changed.add(table);
  }

  /** The drafts so far are one batch, the newest of so many; does nothing when all are sealed. */
  void seal(int batches) {
    if (sealed.size() < batches) {
      changed.forEach(Table::seal);
      sealed.add(changed);
      changed = new ArrayList<>();
    }
  }

  /**
   * Shows the oldest batch's drafts to readers, in the order in which the tables were first
   * changed.
   */
  public void publish() {
    List<TableGroup> groups = groups(sealed.isEmpty() ? changed : sealed.peek());
    groups.forEach(TableGroup::begin);
    try {
      publishOldest();
    } finally {
      groups.forEach(TableGroup::end);
    }
  }

  private void publishOldest() {
    if (!sealed.isEmpty()) {
      sealed.remove().forEach(Table::publishSealed);
    } else {
      changed.forEach(Table::publish);
      changed.clear();
    }
  }

  private static List<TableGroup> groups(List<Table<?>> batch) {
    return batch.stream().flatMap(table -> table.group().stream()).distinct().toList();
  }

  /** Forgets the drafts of the newest batch. */
  void discard() {
    changed.forEach(Table::discard);
    changed.clear();
  }

  /** Forgets all drafts. */
  void discardAll() {
    discard();
    sealed.forEach(batch -> batch.forEach(Table::discardSealed));
    sealed.clear();
  }
}
