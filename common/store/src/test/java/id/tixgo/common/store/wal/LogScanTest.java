package id.tixgo.common.store.wal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.Notes;
import id.tixgo.common.store.Notes.Note;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A journal that is read while its process goes on. */
class LogScanTest {
  private static final int REPLACEMENTS = 100;

  @TempDir private Path directory;
  private final EntryTypes types = Notes.entryTypes();
  private final List<Record> read = new ArrayList<>();
  private final AtomicInteger stored = new AtomicInteger();
  private WriteAheadLog log;

  @BeforeAll
  static void install() {
    JsonFormat.install();
  }

  @BeforeEach
  void setUp() throws IOException {
    log = WriteAheadLog.open(directory, types, none -> {});
    add();
  }

  @AfterEach
  void tearDown() throws IOException {
    log.close();
  }

  @Test
  void filesThatAreReplacedMeanwhileShouldBeReadToTheirEnd() throws IOException {
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    try (LogScan scan = LogScan.open(directory, types, read::add)) {
      byte[] whole = Files.readAllBytes(directory.resolve("journal-00000001"));
      replace();
      assertFalse(Files.exists(directory.resolve("journal-00000001")));
      scan.copy(scan.read().parts().get(0), copy);
      assertArrayEquals(Arrays.copyOf(whole, copy.size()), copy.toByteArray());
    }
    assertEquals(notes(1), read);
  }

  @Test
  void aCopyThatCannotBeWrittenShouldFail() throws IOException {
    AtomicInteger writes = new AtomicInteger();
    OutputStream fullOnce =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            if (writes.incrementAndGet() == 50_000) {
              throw new IOException("disk full");
            }
          }
        };
    Files.write(
        directory.resolve("journal-00000001"), new byte[100_000], StandardOpenOption.APPEND);
    try (LogScan scan = LogScan.open(directory, types, read::add)) {
      LogScan.Part whole = new LogScan.Part(scan.read().parts().get(0).file(), 100_000);
      assertThrows(IOException.class, () -> scan.copy(whole, fullOnce));
    }
  }

  /** Else a copy of it has no end. */
  @Timeout(10)
  @Test
  void aFileThatIsCutMeanwhileShouldNotBeCopied() throws IOException {
    try (LogScan scan = LogScan.open(directory, types, read::add)) {
      LogScan.Part part = scan.read().parts().get(0);
      Files.write(part.file(), new byte[0]);
      OutputStream none = OutputStream.nullOutputStream();
      IOException refusal = assertThrows(IOException.class, () -> scan.copy(part, none));
      assertTrue(refusal.getMessage().contains("has become shorter"), refusal::getMessage);
    }
  }

  @Test
  void noMomentOfAReplacementShouldLookLikeDamage() throws IOException {
    CompletableFuture<Void> replacing = CompletableFuture.runAsync(this::replaceAgainAndAgain);
    boolean last;
    do {
      last = replacing.isDone();
      int before = stored.get();
      read.clear();
      scan();
      assertTrue(read.size() >= before, "what was stored before is missing");
      assertEquals(notes(read.size()), read);
    } while (!last);
    replacing.join();
    assertEquals(REPLACEMENTS + 1, read.size());
  }

  @Test
  void aJournalThatIsMissingShouldBeNoticed() throws IOException {
    byte[] replaced = Files.readAllBytes(directory.resolve("journal-00000001"));
    replace();
    Files.delete(directory.resolve("journal-00000002"));
    Files.write(directory.resolve("journal-00000001"), replaced);
    DamagedFileException refusal = assertThrows(DamagedFileException.class, this::scan);
    assertTrue(refusal.getMessage().contains("journal-00000002 is missing"), refusal::getMessage);
  }

  /** Whoever could open the oldest knows then that no other was deleted before. */
  @Test
  void theOldestShouldBeDeletedFirst() throws IOException {
    Path undeletable = directory.resolve("journal-00000005");
    Files.createDirectories(undeletable.resolve("full"));
    for (String name : List.of("journal-00000004", "snapshot-00000006", "journal-00000006")) {
      Files.write(directory.resolve(name), new byte[0]);
    }
    Segments files = new Segments(directory);
    assertThrows(IOException.class, () -> files.deleteBefore(7));
    assertFalse(Files.exists(directory.resolve("journal-00000004")));
    assertTrue(Files.exists(directory.resolve("snapshot-00000006")));
    assertTrue(Files.exists(directory.resolve("journal-00000006")));
  }

  /** A snapshot's old files couldn't be deleted, so it counted as not written. */
  @Test
  void twoJournalsWithoutABatchBetweenThemShouldBeRead() throws IOException {
    replace();
    log.startNextSegment();
    add();
    scan();
    assertEquals(notes(2), read);
  }

  private void scan() throws IOException {
    LogScan.read(directory, types, read::add);
  }

  private void replaceAgainAndAgain() {
    try {
      for (int i = 0; i < REPLACEMENTS; i++) {
        add();
        replace();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (var json = types.writer(text)) {
      types.write(json, notes(stored.get() + 1).get(stored.get()));
    }
    log.append(text.toByteArray(), text.size(), 1);
    log.sync();
    stored.incrementAndGet();
  }

  /** As compaction does. */
  private void replace() throws IOException {
    log.writeSnapshot(log.startNextSegment(), notes(stored.get()).iterator());
  }

  private static List<Record> notes(int count) {
    return IntStream.range(0, count).<Record>mapToObj(i -> new Note("n" + i, "text")).toList();
  }
}
