package id.tixgo.common.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.journal.Notes.Note;
import id.tixgo.common.journal.Notes.Removed;
import id.tixgo.common.json.JsonFormat;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(VertxExtension.class)
class FileLedgerTest {
  @TempDir Path folder;
  private Vertx vertx;

  /** A ledger over a store that was just opened. */
  private final class Opened implements AutoCloseable {
    final Notes notes = new Notes(vertx, UUID.randomUUID().toString());
    final Context context = vertx.getOrCreateContext();
    final Ledger ledger;

    Opened(boolean synced) {
      this(synced, Long.MAX_VALUE);
    }

    Opened(boolean synced, long slowNs) {
      ledger = new FileLedger(vertx, folder, synced, notes, slowNs);
      ledger.open().await();
    }

    Future<Long> add(Record entry) {
      return ledger.commit(
          context,
          entries -> {
            entries.add(entry);
            return notes.counts.draft("all").orElseThrow();
          });
    }

    Map<String, String> all() {
      return notes.nameToNote.values().stream()
          .collect(Collectors.toMap(Note::name, Note::text, (a, b) -> b, TreeMap::new));
    }

    @Override
    public void close() {
      ledger.close().await();
    }
  }

  @BeforeAll
  static void install() {
    JsonFormat.install();
  }

  @BeforeEach
  void setUp(Vertx vertx) {
    this.vertx = vertx;
  }

  /** On a quick disk, on a slow one, and answered before the sync. */
  @ParameterizedTest
  @CsvSource({"true, 9999999999", "true, 0", "false, 0"})
  void openShouldBringBackEveryChange(boolean synced, long slowNs) {
    try (Opened first = new Opened(synced, slowNs)) {
      await(IntStream.range(0, 1000).mapToObj(i -> first.add(new Note("n" + i % 100, "t" + i))));
      first.add(new Removed("n7")).await();
      assertEquals(99, first.notes.count());
    }
    try (Opened again = new Opened(synced)) {
      assertEquals(99, again.notes.count());
      assertEquals("t999", again.all().get("n99"));
      assertFalse(again.all().containsKey("n7"));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE, 0})
  void decisionsShouldSeeThoseBeforeThem(long slowNs) {
    try (Opened opened = new Opened(true, slowNs)) {
      List<Long> counts =
          await(IntStream.range(0, 500).mapToObj(i -> opened.add(new Note("n" + i, ""))));
      assertEquals(IntStream.rangeClosed(1, 500).mapToObj(Long::valueOf).toList(), counts);
    }
  }

  @Test
  void aDecisionThatRefusesShouldChangeNothing() {
    try (Opened opened = new Opened(true)) {
      Future<Object> refused =
          opened.ledger.commit(
              vertx.getOrCreateContext(),
              entries -> {
                throw new IllegalArgumentException("no");
              });
      assertThrows(IllegalArgumentException.class, refused::await);
      assertEquals(1, opened.add(new Note("a", "")).await());
    }
  }

  @Test
  void aCleanStopShouldLeaveLittleThatIsSuperseded() throws IOException {
    try (Opened opened = new Opened(true)) {
      await(IntStream.range(0, 50_000).mapToObj(i -> opened.add(new Note("n", "text " + i))));
    }
    assertTrue(bytes() < 2000, () -> bytes() + " bytes");
    try (Opened again = new Opened(true)) {
      assertEquals(Map.of("n", "text 49999"), again.all());
    }
  }

  @Test
  void aWriteThatWasCutOffShouldBeDroppedAlone() throws IOException {
    fill(10);
    for (int cut = 1; cut < 40; cut += 7) {
      Path journal = folder.resolve("notes/journal-00000001");
      byte[] whole = Files.readAllBytes(journal);
      Files.write(journal, Arrays.copyOf(whole, whole.length - cut));
      try (Opened opened = new Opened(true)) {
        assertEquals(9, opened.notes.count());
        opened.add(new Note("n9", "again")).await();
      }
      try (Opened opened = new Opened(true)) {
        assertEquals("again", opened.all().get("n9"));
      }
      Files.write(journal, whole);
    }
  }

  /** On a full disk, what is left of it would take the place that changes need. */
  @Test
  void aSnapshotThatFailsShouldLeaveNothing() throws IOException {
    Path notes = folder.resolve("notes");
    Iterator<Record> failing =
        Stream.<Record>generate(
                () -> {
                  throw new UncheckedIOException(new IOException("disk full"));
                })
            .iterator();
    EntryTypes types = new Notes(vertx, UUID.randomUUID().toString()).types();
    assertThrows(UncheckedIOException.class, () -> Journal.create(notes, types, failing));
    try (Stream<Path> files = Files.list(notes)) {
      assertEquals(0, files.filter(file -> file.toString().contains("snapshot")).count());
    }
  }

  @Test
  void aBlockThatWasNeverWrittenShouldBeDropped() throws IOException {
    fill(10);
    Path journal = folder.resolve("notes/journal-00000001");
    Files.write(journal, new byte[512], StandardOpenOption.APPEND);
    try (Opened opened = new Opened(true)) {
      assertEquals(10, opened.notes.count());
    }
  }

  @Test
  void everyFlippedByteShouldBeNoticedAndNothingOverwritten() throws IOException {
    fill(5);
    Path journal = folder.resolve("notes/journal-00000001");
    byte[] whole = Files.readAllBytes(journal);
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x20;
      Files.write(journal, damaged);
      assertRefused("journal-00000001");
      assertTrue(Arrays.equals(damaged, Files.readAllBytes(journal)), "overwritten");
    }
  }

  @Test
  void aMissingFileShouldBeNoticed() throws IOException {
    fill(5);
    Path journal = folder.resolve("notes/journal-00000001");
    Files.move(journal, folder.resolve("notes/journal-00000002"));
    assertRefused("journal-00000001");
  }

  @Test
  void aNewerFormatShouldBeRefused() throws IOException {
    fill(1);
    try (RandomAccessFile file =
        new RandomAccessFile(folder.resolve("notes/journal-00000001").toFile(), "rw")) {
      file.seek("TIXGO-JOURNAL 1 notes ".length());
      file.write('2');
    }
    assertRefused("newer TixGo");
  }

  @Test
  void aSecondProcessShouldBeRefused() {
    try (Opened first = new Opened(true)) {
      assertRefused("in use by another TixGo");
      assertEquals(1, first.add(new Note("a", "")).await());
    }
  }

  private void fill(int notes) {
    try (Opened opened = new Opened(true)) {
      IntStream.range(0, notes).forEach(i -> opened.add(new Note("n" + i, "text")).await());
    }
  }

  private void assertRefused(String why) {
    Notes notes = new Notes(vertx, UUID.randomUUID().toString());
    Ledger ledger = new FileLedger(vertx, folder, true, notes);
    ConfigException refusal = assertThrows(ConfigException.class, () -> ledger.open().await());
    assertTrue(refusal.getMessage().startsWith("DATA_DIR: "), refusal::getMessage);
    assertTrue(refusal.getMessage().contains(why), refusal::getMessage);
  }

  private long bytes() {
    try (Stream<Path> files = Files.list(folder.resolve("notes"))) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static <T> List<T> await(Stream<Future<T>> futures) {
    List<Future<T>> all = futures.toList();
    Future.join(all).await();
    return all.stream().map(Future::result).toList();
  }
}
