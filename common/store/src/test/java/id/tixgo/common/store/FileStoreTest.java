package id.tixgo.common.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.store.Notes.Note;
import id.tixgo.common.store.Notes.Removed;
import id.tixgo.common.store.wal.WriteAheadLog;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
class FileStoreTest {
  @TempDir Path directory;
  private Vertx vertx;

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
    try (OpenNotes first = new OpenNotes(vertx, directory, synced, slowNs)) {
      await(IntStream.range(0, 1000).mapToObj(i -> first.add(new Note("n" + i % 100, "t" + i))));
      first.add(new Removed("n7")).await();
      assertEquals(99, first.notes.count());
    }
    try (OpenNotes again = new OpenNotes(vertx, directory, synced, Long.MAX_VALUE)) {
      assertEquals(99, again.notes.count());
      assertEquals("t999", again.all().get("n99"));
      assertFalse(again.all().containsKey("n7"));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE, 0})
  void decisionsShouldSeeThoseBeforeThem(long slowNs) {
    try (OpenNotes opened = new OpenNotes(vertx, directory, true, slowNs)) {
      List<Long> counts =
          await(IntStream.range(0, 500).mapToObj(i -> opened.add(new Note("n" + i, ""))));
      assertEquals(IntStream.rangeClosed(1, 500).mapToObj(Long::valueOf).toList(), counts);
    }
  }

  @Test
  void aDecisionThatRefusesShouldChangeNothing() {
    try (OpenNotes opened = new OpenNotes(vertx, directory)) {
      Future<Object> refused =
          opened.store.commit(
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
    try (OpenNotes opened = new OpenNotes(vertx, directory)) {
      await(IntStream.range(0, 50_000).mapToObj(i -> opened.add(new Note("n", "text " + i))));
    }
    assertTrue(bytes() < 2000, () -> bytes() + " bytes");
    try (OpenNotes again = new OpenNotes(vertx, directory)) {
      assertEquals(Map.of("n", "text 49999"), again.all());
    }
  }

  /** On a full disk, what is left of it would take the place that changes need. */
  @Test
  void aSnapshotThatFailsShouldLeaveNothing() throws IOException {
    Path notes = directory.resolve("notes");
    Iterator<Record> failing =
        Stream.<Record>generate(
                () -> {
                  throw new UncheckedIOException(new IOException("disk full"));
                })
            .iterator();
    EntryTypes types = new Notes(vertx, UUID.randomUUID().toString()).types();
    assertThrows(UncheckedIOException.class, () -> WriteAheadLog.create(notes, types, failing));
    try (Stream<Path> files = Files.list(notes)) {
      assertEquals(0, files.filter(file -> file.toString().contains("snapshot")).count());
    }
  }

  private long bytes() {
    try (Stream<Path> files = Files.list(directory.resolve("notes"))) {
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
