package id.tixgo.common.journal;

import java.util.stream.Stream;

/** What many stores have alike: some types of entry, and the tables that they make. */
public interface StorePart {
  /** The types with those of the part. */
  EntryTypes register(EntryTypes types);

  /** For folds: false when the entry is of no type of the part. */
  boolean fold(Record entry);

  /** The fewest entries that make the part's tables, in an order in which they can be folded. */
  Stream<Record> live();

  /** About how many entries {@link #live()} has. */
  long liveCount();
}
