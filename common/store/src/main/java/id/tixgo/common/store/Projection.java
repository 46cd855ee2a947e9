package id.tixgo.common.store;

import id.tixgo.common.store.audit.Audit;
import java.util.Iterator;
import java.util.Optional;

/**
 * A store as the sum of its entries. Called by one thread at a time, but for {@link #snapshot()}.
 *
 * <p>An entry that was applied before may come again and must then change nothing: a snapshot is
 * written while changes go on.
 */
public interface Projection {
  /** The maps in which {@link #apply} stages its changes. */
  StagedMaps maps();

  EntryTypes types();

  default void apply(Record entry) {
    types().apply(entry);
  }

  /** The entry is stored and can be seen by readers. */
  default void committed(Record entry) {
    types().committed(entry);
  }

  /**
   * The entry was stored just now: counts it for who runs the service. It isn't called for what is
   * read again at a start.
   */
  default void counted(Record entry) {}

  /** Its part that tells who changed what, where that is audited. */
  default Optional<Audit> audit() {
    return Optional.empty();
  }

  /** The fewest entries that make the same store, in an order in which they can be applied. */
  Iterator<Record> snapshot();

  /** About how many entries {@link #snapshot()} has. */
  long snapshotSize();
}
