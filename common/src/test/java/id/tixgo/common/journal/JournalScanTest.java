package id.tixgo.common.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.journal.Notes.Note;
import id.tixgo.common.json.JsonFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
class JournalScanTest {
  private static final int REPLACEMENTS = 100;

  @TempDir private Path folder;
  private final EntryTypes types = new EntryTypes("notes", 1).with("note", Note.class);
  private final List<Record> read = new ArrayList<>();
  private final AtomicInteger stored = new AtomicInteger();
  private Journal journal;

  @BeforeAll
  static void install() {
    JsonFormat.install();
  }

  @BeforeEach
  void setUp() throws IOException {
    journal = Journal.open(folder, types, none -> {});
    add();
  }

  @AfterEach
  void tearDown() throws IOException {
    journal.close();
  }

  @Test
  void filesThatAreReplacedMeanwhileShouldBeReadToTheirEnd() throws IOException {
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    try (JournalScan scan = JournalScan.open(folder, types, read::add)) {
      byte[] whole = Files.readAllBytes(folder.resolve("journal-00000001"));
      replace();
      assertFalse(Files.exists(folder.resolve("journal-00000001")));
      scan.read().parts().get(0).copyTo(copy);
      assertArrayEquals(whole, copy.toByteArray());
    }
    assertEquals(notes(1), read);
  }

  /** Else a copy of it has no end. */
  @Timeout(10)
  @Test
  void aFileThatIsCutMeanwhileShouldNotBeCopied() throws IOException {
    try (JournalScan scan = JournalScan.open(folder, types, read::add)) {
      JournalScan.Part part = scan.read().parts().get(0);
      Files.write(part.path(), new byte[0]);
      OutputStream none = OutputStream.nullOutputStream();
      IOException refusal = assertThrows(IOException.class, () -> part.copyTo(none));
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
    byte[] replaced = Files.readAllBytes(folder.resolve("journal-00000001"));
    replace();
    Files.delete(folder.resolve("journal-00000002"));
    Files.write(folder.resolve("journal-00000001"), replaced);
    DamagedFileException refusal = assertThrows(DamagedFileException.class, this::scan);
    assertTrue(refusal.getMessage().contains("journal-00000002 is missing"), refusal::getMessage);
  }

  private void scan() throws IOException {
    JournalScan.read(folder, types, read::add);
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
    journal.append(text.toByteArray(), text.size(), 1);
    journal.sync();
    stored.incrementAndGet();
  }

  /** As compaction does. */
  private void replace() throws IOException {
    journal.writeSnapshot(journal.roll(), notes(stored.get()).iterator());
  }

  private static List<Record> notes(int count) {
    return IntStream.range(0, count).<Record>mapToObj(i -> new Note("n" + i, "text")).toList();
  }
}
