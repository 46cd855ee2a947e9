package id.tixgo.common.journal;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.SharedData;
import java.util.ArrayList;
import java.util.List;

/** The tables of one store, with the drafts of all of them. */
public final class Tables {
  private final SharedData shared;
  private final List<Table<?>> changed = new ArrayList<>();

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

  /** Shows the drafts to readers, in the order in which the tables were first changed. */
  void publish() {
    changed.forEach(Table::publish);
    changed.clear();
  }

  /** Forgets the drafts. */
  void discard() {
    changed.forEach(Table::discard);
    changed.clear();
  }
}
