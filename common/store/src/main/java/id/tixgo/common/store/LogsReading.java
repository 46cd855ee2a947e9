package id.tixgo.common.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** All logs of a database as they are at one moment, for who copies them. Blocks. */
public interface LogsReading extends Closeable {
  /**
   * The number of a store's newest entry; 0 when it has none. Fails when a newer version wrote it.
   */
  long last(String store, int version) throws IOException;

  /** The newest snapshot of a store that this version can read; empty when there is none. */
  Optional<LogSnapshot> snapshot(String store, int version) throws IOException;

  /** What follows a number, as far as one page goes. */
  List<LoggedEntry> after(String store, long number) throws IOException;

  /** The same of its audit's lines alone, which are in no snapshot. */
  List<LoggedEntry> auditedAfter(String store, long number) throws IOException;

  /** The newest that says how much of its audit was written; empty when nothing was. */
  Optional<LoggedEntry> newestAuditHead(String store) throws IOException;

  /** Whether all of its entries are there, from the first one to the last. */
  boolean isWhole(String store) throws IOException;

  @Override
  void close();
}
