package id.tixgo.common.journal;

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
public final class Journal implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
  private static final long LONGEST_FILE = 64L << 20;

  private final JournalFiles files;
  private final EntryTypes types;
  private final FolderLock lock;
  private JournalWriter writer;
  private int number;
  private long batch;
  private long entries;
  private Mark synced;
  private boolean outdated;

  /** Whether an older TixGo wrote a file: nothing is appended to one. */
  private boolean mustRoll;

  /** A place in the journal, between two frames. */
  record Mark(long end, int frames, long batch) {}

  private Journal(Path folder, EntryTypes types) throws IOException {
    this.files = new JournalFiles(folder);
    this.types = requireNonNull(types);
    this.lock = FolderLock.take(folder);
  }

  /** Hands every stored entry to the sink, in order, and goes on where the last one ends. */
  static Journal open(Path folder, EntryTypes types, Consumer<Record> sink) throws IOException {
    Journal journal = new Journal(folder, types);
    try {
      journal.read(sink);
      return journal;
    } catch (IOException | RuntimeException e) {
      journal.lock.close();
      throw e;
    }
  }

  /** Makes the files of a store that has these entries, in a folder that has none. */
  public static long create(Path folder, EntryTypes types, Iterator<Record> entries)
      throws IOException {
    try (Journal journal = open(folder, types, none -> {})) {
      return journal.writeSnapshot(journal.roll(), entries);
    }
  }

  /** About how many entries all files have, those that are superseded included. */
  long entries() {
    return entries;
  }

  /** Whether a file is of an older version, so that a snapshot should replace it. */
  boolean isOutdated() {
    return outdated;
  }

  /** Whether the next file should begin. */
  boolean isFull() {
    return mustRoll || writer.end() > LONGEST_FILE;
  }

  /** Appends entries as one unit. */
  void append(byte[] text, int length, int count) throws IOException {
    writer.append(text, length, batch + 1);
    batch++;
    entries += count;
    if (writer.lacksRoom()) {
      makeRoomIfPossible();
    }
  }

  /** Takes place on the disk for what comes next, while nothing is being synced. */
  void makeRoom() throws IOException {
    if (isFull()) {
      roll();
    }
    writer.makeRoom();
  }

  void sync() throws IOException {
    writer.sync();
    synced = mark();
  }

  /** Where it ends now. */
  Mark mark() {
    return new Mark(writer.end(), writer.frames(), batch);
  }

  /**
   * Brings all that was appended to the disk, from any thread; {@link #synced} takes note of it.
   */
  void force() throws IOException {
    writer.force();
  }

  /** What is before the mark is on the disk. */
  void synced(Mark mark) {
    writer.synced(mark.frames());
    synced = mark;
  }

  /** Takes back all that isn't known to be on the disk. */
  void undo() {
    writer.cutTo(synced.end());
    batch = synced.batch();
  }

  boolean isSynced() {
    return writer.isSynced();
  }

  /**
   * Begins the next file, while nothing is being synced; returns the number that a snapshot of all
   * before it takes.
   */
  int roll() throws IOException {
    writer.finish();
    JournalWriter replaced = writer;
    use(JournalWriter.create(files.journal(number + 1), FileHeader.of(types)), number + 1);
    replaced.close();
    return number;
  }

  /**
   * Writes everything that lives into one file, then deletes all before it. What couldn't be
   * written whole leaves nothing: on a full disk it would keep the place that changes need.
   */
  long writeSnapshot(int upTo, Iterator<Record> live) throws IOException {
    Path draft = files.draft(upTo);
    Files.deleteIfExists(draft);
    try {
      long count = Snapshot.write(draft, types, live);
      Files.move(draft, files.snapshot(upTo), StandardCopyOption.ATOMIC_MOVE);
      JournalWriter.syncFolder(draft);
      files.deleteBefore(upTo);
      return count;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Counts anew after a snapshot. */
  void superseded(long before, long live) {
    entries = entries - before + live;
    outdated = false;
  }

  /** Leaves nothing in the files but what was appended. */
  void finish() throws IOException {
    writer.finish();
  }

  @Override
  public void close() throws IOException {
    writer.close();
    lock.close();
  }

  private void read(Consumer<Record> sink) throws IOException {
    JournalScan.Found found = JournalScan.read(files.folder(), types, sink);
    batch = found.batch();
    entries = found.entries();
    outdated = found.outdated();
    files.deleteBefore(files.newestSnapshot().orElse(1));
    if (found.number() == 0) {
      use(JournalWriter.create(files.journal(1), FileHeader.of(types)), 1);
    } else {
      goOn(found);
    }
  }

  /** What was appended is no less stored without it. */
  private void makeRoomIfPossible() {
    try {
      writer.makeRoom();
    } catch (IOException e) {
      LOG.debug("{}: no room ahead: {}", files.folder(), e.getMessage());
    }
  }

  private void goOn(JournalScan.Found found) throws IOException {
    JournalScan.Part newest = found.newest();
    if (found.torn()) {
      LOG.warn("{}: dropped a write that was cut off, at byte {}", newest.file(), newest.end());
    }
    use(reopen(newest), found.number());
    mustRoll = outdated;
  }

  private JournalWriter reopen(JournalScan.Part newest) throws IOException {
    if (newest.end() > 0) {
      return JournalWriter.reopen(newest.file(), newest.end());
    }
    Files.delete(newest.file());
    return JournalWriter.create(newest.file(), FileHeader.of(types));
  }

  private void use(JournalWriter next, int n) {
    writer = next;
    number = n;
    mustRoll = false;
    synced = mark();
  }
}
