package id.tixgo.common.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The entries of one store, where several nodes append them in turn. Each method blocks, so it is
 * for the store's own thread, but for {@link #writeSnapshot}. After a failure the next call begins
 * with a new connection. What can't get better by itself is a {@link BrokenLogException}.
 */
public interface SharedLog extends Closeable {
  /** The newest snapshot that this version can read; empty when there is none. */
  Optional<LogSnapshot> snapshot() throws IOException;

  /** The number up to which somebody has written a snapshot; 0 when nobody has. */
  long snapshotNumber() throws IOException;

  /**
   * Writes a snapshot, whole or not at all, in the place of older ones; from any thread.
   *
   * @param number the entry up to which everything is in it
   */
  void writeSnapshot(long number, Iterator<byte[]> parts) throws IOException;

  /** What follows a number, as far as one page goes, without a turn. */
  List<LoggedEntry> after(long number) throws IOException;

  /**
   * Waits until no other node has its turn, and keeps it so until this turn is over.
   *
   * @param after the number up to which this node knows the log
   */
  Turn take(long after) throws IOException;

  /** From now on the bell is rung when another node has appended, from any thread. It may miss. */
  void listen(Runnable bell);

  @Override
  void close();

  /** The time in which one node alone appends. Over after either of its last two methods. */
  interface Turn {
    /** What others have appended, as far as one page goes. */
    List<LoggedEntry> missed();

    /** The number of the newest entry of all. */
    long last();

    /**
     * Appends entries after the last one, all or none. When it fails nobody knows which of the two
     * it was; the next turn's {@link #missed} has them, or nothing ever will.
     *
     * @param batch by which they are known
     * @param lines one an entry: {@code {"<type>":{…}}}
     */
    void append(UUID batch, List<String> lines) throws IOException;

    /** Appends nothing. */
    void leave() throws IOException;
  }
}
