package id.tixgo.common.store;

import java.util.List;

/**
 * What lives in a store.
 *
 * @param number the entry up to which everything is in it
 * @param parts entries, as {@link SnapshotParts} packs them
 */
public record LogSnapshot(long number, List<byte[]> parts) {
  public LogSnapshot {
    parts = List.copyOf(parts);
  }
}
