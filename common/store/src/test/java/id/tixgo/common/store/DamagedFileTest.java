package id.tixgo.common.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.store.Notes.Note;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(VertxExtension.class)
class DamagedFileTest {
  @TempDir private Path directory;
  private Vertx vertx;

  @BeforeAll
  static void install() {
    JsonFormat.install();
  }

  @BeforeEach
  void setUp(Vertx vertx) {
    this.vertx = vertx;
  }

  @Test
  void aWriteThatWasCutOffShouldBeDroppedAlone() throws IOException {
    fill(10);
    for (int cut = 1; cut < 40; cut += 7) {
      Path log = directory.resolve("notes/journal-00000001");
      byte[] whole = Files.readAllBytes(log);
      Files.write(log, Arrays.copyOf(whole, whole.length - cut));
      try (OpenNotes opened = new OpenNotes(vertx, directory)) {
        assertEquals(9, opened.notes.count());
        opened.add(new Note("n9", "again")).await();
      }
      try (OpenNotes opened = new OpenNotes(vertx, directory)) {
        assertEquals("again", opened.all().get("n9"));
      }
      Files.write(log, whole);
    }
  }

  @Test
  void aBlockThatWasNeverWrittenShouldBeDropped() throws IOException {
    fill(10);
    Path log = directory.resolve("notes/journal-00000001");
    long whole = Files.size(log);
    Files.write(log, new byte[512], StandardOpenOption.APPEND);
    try (OpenNotes opened = new OpenNotes(vertx, directory)) {
      assertEquals(10, opened.notes.count());
    }
    assertEquals(whole, Files.size(log));
  }

  @Test
  void everyFlippedByteShouldBeNoticedAndNothingOverwritten() throws IOException {
    fill(5);
    Path log = directory.resolve("notes/journal-00000001");
    byte[] whole = Files.readAllBytes(log);
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x20;
      Files.write(log, damaged);
      assertRefused("journal-00000001");
      assertTrue(Arrays.equals(damaged, Files.readAllBytes(log)), "overwritten");
    }
  }

  @Test
  void aMissingFileShouldBeNoticed() throws IOException {
    fill(5);
    Path log = directory.resolve("notes/journal-00000001");
    Files.move(log, directory.resolve("notes/journal-00000002"));
    assertRefused("journal-00000001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TIXGO-JOURNAL ", "TIXGO-JOURNAL 2 notes "})
  void aNewerFormatOrVersionShouldBeRefused(String before) throws IOException {
    fill(1);
    try (RandomAccessFile file =
        new RandomAccessFile(directory.resolve("notes/journal-00000001").toFile(), "rw")) {
      file.seek(before.length());
      file.write('3');
    }
    assertRefused("newer TixGo");
  }

  @Test
  void aSecondProcessShouldBeRefused() {
    try (OpenNotes first = new OpenNotes(vertx, directory)) {
      assertRefused("in use by another TixGo");
      assertEquals(1, first.add(new Note("a", "")).await());
    }
  }

  private void fill(int notes) {
    try (OpenNotes opened = new OpenNotes(vertx, directory)) {
      IntStream.range(0, notes).forEach(i -> opened.add(new Note("n" + i, "text")).await());
    }
  }

  private void assertRefused(String why) {
    Notes notes = new Notes(vertx, UUID.randomUUID().toString());
    Store store = new FileStore(vertx, directory, true, notes);
    ConfigException refusal = assertThrows(ConfigException.class, () -> store.open().await());
    assertTrue(refusal.getMessage().startsWith("DATA_DIR: "), refusal::getMessage);
    assertTrue(refusal.getMessage().contains(why), refusal::getMessage);
  }
}
