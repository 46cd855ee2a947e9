package id.tixgo.common.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * All logs of a database that had none, for who copies others there. No node sees any of it, or
 * starts, before {@link #commit()}; without that, nothing has changed. Blocks.
 */
public interface LogsFilling extends Closeable {
  /**
   * Adds to a store.
   *
   * @param version of the store's entries
   * @param lines one an entry: {@code {"<type>":{…}}}
   */
  void append(String store, int version, List<String> lines) throws IOException;

  void commit() throws IOException;

  @Override
  void close();
}
