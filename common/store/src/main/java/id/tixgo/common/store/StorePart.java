package id.tixgo.common.store;

import java.util.stream.Stream;

/** What many stores have alike: some types of entry, and the maps that they make. */
public interface StorePart {
  /** The types with those of the part, and what they do to its maps. */
  EntryTypes register(EntryTypes types);

  /** The fewest entries that make the part's maps, in an order in which they can be applied. */
  Stream<Record> snapshot();

  /** About how many entries {@link #snapshot()} has. */
  long snapshotSize();
}
