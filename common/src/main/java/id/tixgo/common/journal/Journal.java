package id.tixgo.common.journal;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One store's entries in files: appended, synced, read again at the next start. For one thread, but
 * for {@link #writeSnapshot}.
 */
final class Journal implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
  private static final long LONGEST_FILE = 64L << 20;
  private static final int SNAPSHOT_FRAME = 1 << 18;

  private final JournalFiles files;
  private final EntryTypes types;
  private final FolderLock lock;
  private JournalWriter writer;
  private int number;
  private long batch;
  private long synced;
  private long entries;
  private boolean outdated;

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

  /** The entries in all files, those that are superseded included. */
  long entries() {
    return entries;
  }

  /** Whether a file is of an older version, so that a snapshot should replace it. */
  boolean isOutdated() {
    return outdated;
  }

  /**
   * Appends entries as one unit.
   *
   * @param now whether they are on the disk when this returns; when that fails they are gone
   */
  void append(byte[] text, int length, int count, boolean now) throws IOException {
    if (writer.end() > LONGEST_FILE) {
      roll();
    }
    writer.append(text, length, batch + 1);
    if (now) {
      syncOrUndo();
    }
    batch++;
    entries += count;
  }

  void sync() throws IOException {
    writer.sync();
    synced = writer.end();
  }

  boolean isSynced() {
    return writer.isSynced();
  }

  /** Begins the next file; returns its number, which a snapshot of all before it takes. */
  int roll() throws IOException {
    writer.sync();
    JournalWriter next =
        JournalWriter.create(
            files.journal(number + 1), new FileHeader(types.store(), types.version()));
    writer.close();
    use(next, number + 1);
    return number;
  }

  /** Writes everything that lives into one file, then deletes all before it. */
  long writeSnapshot(int upTo, Iterator<Record> live) throws IOException {
    Path draft = files.draft(upTo);
    Files.deleteIfExists(draft);
    long count = writeAll(draft, live);
    Files.move(draft, files.snapshot(upTo), StandardCopyOption.ATOMIC_MOVE);
    JournalWriter.syncFolder(draft);
    files.deleteBefore(upTo);
    return count;
  }

  /** Counts anew after a snapshot. */
  void superseded(long before, long live) {
    entries = entries - before + live;
    outdated = false;
  }

  @Override
  public void close() throws IOException {
    writer.close();
    lock.close();
  }

  private void syncOrUndo() throws IOException {
    try {
      sync();
    } catch (IOException e) {
      writer.cutTo(synced);
      throw e;
    }
  }

  private void read(Consumer<Record> sink) throws IOException {
    int first = files.newestSnapshot().orElse(1);
    if (files.newestSnapshot().isPresent()) {
      readSnapshot(first, sink);
    }
    List<Integer> journals = files.journalsFrom(first);
    Optional<Long> last = Optional.empty();
    for (int n : journals) {
      last = Optional.of(readJournal(n, n == journals.get(journals.size() - 1), last, sink));
    }
    files.deleteBefore(first);
    if (writer == null) {
      use(JournalWriter.create(files.journal(first), header()), first);
    }
  }

  private void readSnapshot(int n, Consumer<Record> sink) throws IOException {
    Path file = files.snapshot(n);
    JournalReader.Content content = new JournalReader(file, types, sink).read(Optional.empty());
    if (content.torn() || !content.closed()) {
      throw new DamagedFileException(file, "ends too early");
    }
    count(content);
  }

  private long readJournal(int n, boolean newest, Optional<Long> last, Consumer<Record> sink)
      throws IOException {
    Path file = files.journal(n);
    if (newest && Files.size(file) < FileHeader.BYTES) {
      Files.delete(file);
      use(JournalWriter.create(file, header()), n);
      return last.orElse(0L);
    }
    JournalReader.Content content = new JournalReader(file, types, sink).read(last);
    if (content.torn() && !newest) {
      throw new DamagedFileException(file, "is damaged at byte " + content.end());
    }
    count(content);
    batch = content.batch();
    if (newest) {
      goOn(file, n, content);
    }
    return batch;
  }

  private void goOn(Path file, int n, JournalReader.Content content) throws IOException {
    if (content.torn()) {
      LOG.warn(
          "{}: dropped {} bytes of a write that was cut off and never answered",
          file,
          Files.size(file) - content.end());
    }
    use(JournalWriter.reopen(file, content.end()), n);
  }

  private void use(JournalWriter next, int n) {
    writer = next;
    number = n;
    synced = next.end();
  }

  private void count(JournalReader.Content content) {
    entries += content.entries();
    outdated |= content.version() < types.version();
  }

  private FileHeader header() {
    return new FileHeader(types.store(), types.version());
  }

  private long writeAll(Path draft, Iterator<Record> live) throws IOException {
    long count = 0;
    long frames = 0;
    try (JournalWriter out = JournalWriter.create(draft, header())) {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      while (live.hasNext()) {
        text.reset();
        count += fill(text, live);
        out.append(text.toByteArray(), text.size(), ++frames);
      }
      out.append(new byte[0], 0, ++frames);
      out.sync();
    }
    return count;
  }

  private int fill(ByteArrayOutputStream text, Iterator<Record> live) throws IOException {
    int count = 0;
    try (JsonGenerator json = types.writer(text)) {
      while (live.hasNext() && text.size() < SNAPSHOT_FRAME) {
        types.write(json, live.next());
        json.flush();
        count++;
      }
    }
    return count;
  }
}
