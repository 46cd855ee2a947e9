package id.tixgo.common.journal;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.SharedData;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables of one store, with the drafts of all of them. Those of one batch can be sealed, while
 * the next is decided: they are older than the others, and published or discarded by themselves.
 */
public final class Tables {
  private final SharedData shared;
  private List<Table<?>> changed = new ArrayList<>();
  private List<Table<?>> sealed = new ArrayList<>();
  private boolean isSealed;

  public Tables(SharedData shared) {
    this.shared = requireNonNull(shared);
  }

  /** The table of that name, made when there is none. */
  public <V> Table<V> open(String name) {
    return new Table<>(this, shared.getLocalMap(name));
  }

  void changed(Table<?> table) {
    changed.add(table);
  }

  /** The drafts so far are one batch; does nothing when that batch is sealed already. */
  void seal() {
    if (!isSealed) {
      List<Table<?>> empty = sealed;
      sealed = changed;
      changed = empty;
      sealed.forEach(Table::seal);
      isSealed = true;
    }
  }

  /**
   * Shows the oldest batch's drafts to readers, in the order in which the tables were first
   * changed.
   */
  public void publish() {
    if (isSealed) {
      sealed.forEach(Table::publishSealed);
      sealed.clear();
      isSealed = false;
    } else {
      changed.forEach(Table::publish);
      changed.clear();
    }
  }

  /** Forgets the drafts of the newest batch. */
  void discard() {
    changed.forEach(Table::discard);
    changed.clear();
  }

  /** Forgets all drafts. */
  void discardAll() {
    discard();
    sealed.forEach(Table::discardSealed);
    sealed.clear();
    isSealed = false;
  }
}
