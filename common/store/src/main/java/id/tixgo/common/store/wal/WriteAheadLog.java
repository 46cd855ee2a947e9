package id.tixgo.common.store.wal;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One store's entries in files: appended, synced, read again at the next start. For one thread, but
 * for {@link #writeSnapshot}.
 */
public final class WriteAheadLog implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(WriteAheadLog.class);

  /** How many threads may call {@link #force} at once. */
  public static final int MAX_SYNCS_IN_FLIGHT = 4;

  private static final long LONGEST_FILE = 64L << 20;

  private final Segments files;
  private final EntryCodec codec;
  private final DirectoryLock lock;
  private SegmentWriter writer;
  private int number;
  private long batch;
  private long entries;
  private Mark synced;
  private boolean outdated;

  /** Whether an older TixGo wrote a file: nothing is appended to one. */
  private boolean mustStartNext;

  /** A place in the log, between two frames. */
  public record Mark(long end, int frames, long batch) {}

  private WriteAheadLog(Path directory, EntryCodec codec) throws IOException {
    this.files = new Segments(directory);
    this.codec = requireNonNull(codec);
    this.lock = DirectoryLock.take(directory);
  }

  /** Hands every stored entry to the sink, in order, and goes on where the last one ends. */
  public static WriteAheadLog open(Path directory, EntryCodec codec, Consumer<Record> sink)
      throws IOException {
    WriteAheadLog log = new WriteAheadLog(directory, codec);
    try {
      log.read(sink);
      return log;
    } catch (IOException | RuntimeException e) {
      log.lock.close();
      throw e;
    }
  }

  /** Makes the files of a store that has these entries, in a directory that has none. */
  public static long create(Path directory, EntryCodec codec, Iterator<Record> entries)
      throws IOException {
    try (WriteAheadLog log = open(directory, codec, none -> {})) {
      return log.writeSnapshot(log.startNextSegment(), entries);
    }
  }

  /** About how many entries all files have, those that are superseded included. */
  public long entries() {
    return entries;
  }

  /** Whether a file is of an older version, so that a snapshot should replace it. */
  public boolean isOutdated() {
    return outdated;
  }

  /** Whether the next file should begin. */
  public boolean isFull() {
    return mustStartNext || writer.end() > LONGEST_FILE;
  }

  /** Appends entries as one unit. */
  public void append(byte[] text, int length, int count) throws IOException {
    writer.append(text, length, batch + 1);
    batch++;
    entries += count;
    if (writer.lacksPreallocated()) {
      preallocateIfPossible();
    }
  }

  /** Takes place on the disk for what comes next, while nothing is being synced. */
  public void preallocate() throws IOException {
    if (isFull()) {
      startNextSegment();
    }
    writer.preallocate();
  }

  public void sync() throws IOException {
    writer.sync();
    synced = mark();
  }

  /** Where it ends now. */
  public Mark mark() {
    return new Mark(writer.end(), writer.frames(), batch);
  }

  /**
   * Brings all that was appended to the disk, from any thread; {@link #synced} takes note of it.
   */
  public void force() throws IOException {
    writer.force();
  }

  /** What is before the mark is on the disk. */
  public void synced(Mark mark) {
    writer.synced(mark.frames());
    synced = mark;
  }

  /** Takes back all that isn't known to be on the disk. */
  public void undo() {
    writer.cutTo(synced.end());
    batch = synced.batch();
  }

  public boolean isSynced() {
    return writer.isSynced();
  }

  /**
   * Begins the next file, while nothing is being synced; returns the number that a snapshot of all
   * before it takes.
   */
  public int startNextSegment() throws IOException {
    writer.finish();
    SegmentWriter replaced = writer;
    use(SegmentWriter.create(files.segment(number + 1), codec), number + 1);
    replaced.close();
    return number;
  }

  /**
   * Writes everything that lives into one file, then deletes all before it. What couldn't be
   * written whole leaves nothing: on a full disk it would keep the place that changes need.
   */
  public long writeSnapshot(int upTo, Iterator<Record> live) throws IOException {
    Path temporary = files.temporary(upTo);
    Files.deleteIfExists(temporary);
    try {
      long count = Snapshot.write(temporary, codec, live);
      Files.move(temporary, files.snapshot(upTo), StandardCopyOption.ATOMIC_MOVE);
      SegmentWriter.syncDirectory(temporary);
      files.deleteBefore(upTo);
      return count;
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Counts anew after a snapshot. */
  public void superseded(long before, long live) {
    entries = entries - before + live;
    outdated = false;
  }

  /** Leaves nothing in the files but what was appended. */
  public void finish() throws IOException {
    writer.finish();
  }

  @Override
  public void close() throws IOException {
    writer.close();
    lock.close();
  }

  private void read(Consumer<Record> sink) throws IOException {
    LogScan.Found found = LogScan.read(files.directory(), codec, sink);
    batch = found.batch();
    entries = found.entries();
    outdated = found.outdated();
    files.deleteBefore(files.newestSnapshot().orElse(1));
    if (found.number() == 0) {
      use(SegmentWriter.create(files.segment(1), codec), 1);
    } else {
      goOn(found);
    }
  }

  /** What was appended is no less stored without it. */
  private void preallocateIfPossible() {
    try {
      writer.preallocate();
    } catch (IOException e) {
      LOG.debug("{}: no room ahead: {}", files.directory(), e.getMessage());
    }
  }

  private void goOn(LogScan.Found found) throws IOException {
    LogScan.Part newest = found.newest();
    if (found.torn()) {
      LOG.warn("{}: dropped a write that was cut off, at byte {}", newest.file(), newest.end());
    }
    use(reopen(newest), found.number());
    mustStartNext = outdated;
  }

  private SegmentWriter reopen(LogScan.Part newest) throws IOException {
    if (newest.end() > 0) {
      return SegmentWriter.reopen(newest.file(), codec, newest.end());
    }
    Files.delete(newest.file());
    return SegmentWriter.create(newest.file(), codec);
  }

  private void use(SegmentWriter next, int n) {
    writer = next;
    number = n;
    mustStartNext = false;
    synced = mark();
  }
}
