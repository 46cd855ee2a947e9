package id.tixgo.common.store.audit;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/** Where a chain's lines are kept, in order, for good. Written by one thread, read by any. */
public interface AuditTrail extends Closeable {
  /** The hash of the first line that ever was, by which the chain is known; empty without one. */
  String id() throws IOException;

  /** Where it ends. */
  AuditHead last();

  void append(List<AuditLine> lines) throws IOException;

  /** Brings to the disk what was appended. */
  void sync() throws IOException;

  /** The lines that follow a number, the oldest first. */
  List<String> after(long seq, int limit) throws IOException;

  /**
   * Lets a reader see the lines before a number, the newest first, for as long as it wants more.
   *
   * @param more takes a line; whether it wants another
   */
  void before(long seq, Predicate<String> more) throws IOException;
}
