package id.tixgo.common.journal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.journal.Notes.Note;
import id.tixgo.common.json.JsonFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The room for frames that a journal makes at its end, in zeros. */
class JournalRoomTest {
  private static final String TEXT = "x".repeat(1000);
  private static final int FULL = 270;

  @TempDir private Path folder;
  private final EntryTypes types = new EntryTypes("notes", 1).with("note", Note.class);
  private Journal journal;

  @BeforeAll
  static void install() {
    JsonFormat.install();
  }

  @BeforeEach
  void setUp() throws IOException {
    journal = Journal.open(folder, types, none -> {});
  }

  @AfterEach
  void tearDown() throws IOException {
    journal.close();
  }

  @Test
  void aSmallFileShouldHaveNoRoom() throws IOException {
    append(10);
    assertEquals(journal.mark().end(), Files.size(newest()));
  }

  @Test
  void aKilledProcessShouldLoseNothingForTheRoom() throws IOException {
    append(FULL);
    assertTrue(Files.size(newest()) > journal.mark().end());
    assertEquals(FULL, read(Files.readAllBytes(newest())).size());
  }

  @Test
  void whatFollowsShouldTakeTheRoom() throws IOException {
    append(FULL);
    long size = Files.size(newest());
    append(10);
    assertEquals(size, Files.size(newest()));
    append(4 * FULL);
    assertTrue(Files.size(newest()) > size);
    assertEquals(5 * FULL + 10, read(Files.readAllBytes(newest())).size());
  }

  @Test
  void aCloseAndTheNextFileShouldLeaveNoRoom() throws IOException {
    append(FULL);
    Path first = newest();
    long end = journal.mark().end();
    journal.roll();
    assertEquals(end, Files.size(first));
    append(FULL);
    end = journal.mark().end();
    journal.close();
    assertEquals(end, Files.size(newest()));
  }

  @Test
  void whatIsTakenBackShouldTakeItsRoomAlong() throws IOException {
    append(FULL);
    journal.sync();
    journal.append(new byte[] {1, 2, 3}, 3, 1);
    journal.undo();
    append(1);
    assertEquals(FULL + 1, read(Files.readAllBytes(newest())).size());
  }

  @Test
  void aFlippedByteBeforeTheRoomShouldBeNoticed() throws IOException {
    append(FULL);
    byte[] whole = Files.readAllBytes(newest());
    int last = (int) journal.mark().end() - TEXT.length() - 100;
    for (int at = last; at < journal.mark().end(); at += 7) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x20;
      assertThrows(DamagedFileException.class, () -> read(damaged), "byte " + at);
    }
  }

  @Test
  void aWriteThatWasCutOffWithinTheRoomShouldBeDroppedAlone() throws IOException {
    append(FULL);
    byte[] whole = Files.readAllBytes(newest());
    int end = (int) journal.mark().end();
    for (int from : List.of(end - 1, end - 500, end - TEXT.length() - 40)) {
      byte[] torn = whole.clone();
      Arrays.fill(torn, from, end, (byte) 0);
      assertEquals(FULL - 1, read(torn).size(), "from " + from);
    }
  }

  /** As a backup reads the file of a running process: zeros first, and a moment later frames. */
  @Test
  void framesThatCameMeanwhileShouldBeNoDamage() throws IOException {
    append(FULL);
    Journal.Mark then = journal.mark();
    append(3);
    Hole hole = new Hole(newest(), then.end(), then.batch());
    assertDoesNotThrow(hole::expectTorn);
    byte[] lost = Files.readAllBytes(newest());
    Arrays.fill(lost, (int) then.end(), (int) then.end() + Frame.BYTES, (byte) 0);
    assertThrows(DamagedFileException.class, () -> read(lost));
  }

  /** Each as a batch of its own, synced. */
  private void append(int notes) throws IOException {
    for (int i = 0; i < notes; i++) {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      try (var json = types.writer(text)) {
        types.write(json, new Note("n" + i, TEXT));
      }
      journal.append(text.toByteArray(), text.size(), 1);
      journal.sync();
    }
  }

  private Path newest() throws IOException {
    JournalFiles files = new JournalFiles(folder);
    List<Integer> numbers = files.journalsFrom(1);
    return files.journal(numbers.get(numbers.size() - 1));
  }

  /** What a start reads where this is the only file. */
  private List<Record> read(byte[] bytes) throws IOException {
    Path copy = Files.createTempDirectory(folder, "copy");
    Files.write(copy.resolve("journal-00000001"), bytes);
    List<Record> entries = new ArrayList<>();
    Journal.open(copy, types, entries::add).close();
    return entries;
  }
}
