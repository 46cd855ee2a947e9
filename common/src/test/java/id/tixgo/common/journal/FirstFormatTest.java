package id.tixgo.common.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.journal.Notes.Note;
import id.tixgo.common.json.JsonFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of an older TixGo, whose entries are plain text. */
class FirstFormatTest {
  private static final Note A = new Note("a", "text");
  private static final Note B = new Note("b", "text");
  private static final Note C = new Note("c", "text");

  @TempDir private Path folder;
  private final EntryTypes types = new EntryTypes("notes", 1).with("note", Note.class);
  private int endOfA;
  private byte[] old;

  @BeforeAll
  static void install() {
    JsonFormat.install();
  }

  @BeforeEach
  void setUp() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(
        "TIXGO-JOURNAL 1 notes 1%40s\n".formatted("").getBytes(StandardCharsets.US_ASCII));
    file.writeBytes(frame(1, A));
    endOfA = file.size();
    file.writeBytes(frame(2, B));
    old = file.toByteArray();
  }

  @Test
  void itShouldBeReadAndNeverWrittenTo() throws IOException {
    assertEquals(List.of(A, B), read(old));
    try (Journal journal = Journal.open(folder, types, none -> {})) {
      assertTrue(journal.isFull());
      journal.roll();
      byte[] text = (types.text(C) + "\n").getBytes(StandardCharsets.UTF_8);
      journal.append(text, text.length, 1);
      journal.sync();
      assertTrue(journal.isOutdated());
    }
    List<Record> all = new ArrayList<>();
    Journal.open(folder, types, all::add).close();
    assertEquals(List.of(A, B, C), all);
    assertEquals(old.length, Files.size(folder.resolve("journal-00000001")));
  }

  @Test
  void aWriteThatWasCutOffShouldBeDropped() throws IOException {
    for (int cut = 1; cut < old.length - endOfA; cut++) {
      assertEquals(List.of(A), read(Arrays.copyOf(old, old.length - cut)));
    }
  }

  @Test
  void damageShouldBeNoticed() {
    for (int at = 0; at < old.length; at++) {
      byte[] damaged = old.clone();
      damaged[at] ^= 0x20;
      assertThrows(DamagedFileException.class, () -> read(damaged), "byte " + at);
    }
  }

  private List<Record> read(byte[] bytes) throws IOException {
    Path journal = folder.resolve("journal-00000001");
    Files.deleteIfExists(folder.resolve("journal-00000002"));
    Files.write(journal, bytes);
    List<Record> entries = new ArrayList<>();
    Journal.open(folder, types, entries::add).close();
    return entries;
  }

  private byte[] frame(long batch, Note note) throws IOException {
    byte[] text = (types.text(note) + "\n").getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(24 + text.length);
    frame.putInt(text.length).putLong(batch).putInt(0).putInt(crc(text, text.length));
    frame.putInt(crc(frame.array(), 20)).put(text);
    return frame.array();
  }

  private static int crc(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
