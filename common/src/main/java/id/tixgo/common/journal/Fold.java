package id.tixgo.common.journal;

import java.util.Iterator;

/**
 * A store as the sum of its entries. Called by one thread at a time, but for {@link #live()}.
 *
 * <p>An entry that was folded before may come again and must then change nothing: a snapshot is
 * written while changes go on.
 */
public interface Fold {
  /** The tables whose drafts {@link #fold} changes. */
  Tables tables();

  EntryTypes types();

  void fold(Record entry);

  /** The entry is stored and can be seen by readers. */
  default void stored(Record entry) {}

  /** The fewest entries that make the same store, in an order in which they can be folded. */
  Iterator<Record> live();

  /** About how many entries {@link #live()} has. */
  long liveCount();
}
