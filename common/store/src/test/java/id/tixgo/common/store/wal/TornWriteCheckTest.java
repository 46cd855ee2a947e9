package id.tixgo.common.store.wal;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches b and c are appended before either is synced, as on a slow disk. */
class TornWriteCheckTest {
  @TempDir private Path directory;
  private final EntryTypes types = Notes.entryTypes();
  private int endOfA;
  private int endOfB;
  private int endOfC;
  private byte[] whole;

  @BeforeAll
  static void install() {
    JsonFormat.install();
  }

  @BeforeEach
  void setUp() throws IOException {
    try (WriteAheadLog log = WriteAheadLog.open(directory.resolve("notes"), types, none -> {})) {
      endOfA = append(log, "a");
      log.sync();
      endOfB = append(log, "b");
      endOfC = append(log, "c");
      log.sync();
      append(log, "d");
    }
    whole = Files.readAllBytes(directory.resolve("notes/journal-00000001"));
  }

  @Test
  void damageShouldBeNoticedWhenAnyLaterBatchProvesThatItWasStored() {
    for (int at = endOfA; at < endOfB; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x20;
      assertThrows(DamagedFileException.class, () -> read(damaged), "byte " + at);
    }
  }

  @Test
  void aBatchThatNobodyKnowsToBeStoredShouldBeDroppedWithThoseAfterIt() throws IOException {
    byte[] torn = Arrays.copyOf(whole, endOfC);
    Arrays.fill(torn, endOfA, endOfB, (byte) 0);
    assertEquals(List.of(new Note("a", "text")), read(torn));
  }

  /** A flipped bit is no write that was cut off, even when nothing tells that it was stored. */
  @Test
  void damageShouldBeNoticedBeforeBatchesThatWereWrittenBesideIt() {
    for (int at = endOfA; at < endOfB; at++) {
      byte[] damaged = Arrays.copyOf(whole, endOfC);
      damaged[at] ^= 0x20;
      assertThrows(DamagedFileException.class, () -> read(damaged), "byte " + at);
    }
  }

  @Test
  void zerosAtTheEndOfAFileThatAnotherFollowsShouldBeTakenForDamage() throws IOException {
    byte[] zeroed = Arrays.copyOf(whole, endOfB);
    Arrays.fill(zeroed, endOfA, endOfB, (byte) 0);
    Path copy = Files.createTempDirectory(directory, "copy");
    Files.write(copy.resolve("journal-00000001"), zeroed);
    Files.write(copy.resolve("journal-00000002"), Arrays.copyOf(whole, SegmentHeader.BYTES));
    assertThrows(
        DamagedFileException.class, () -> WriteAheadLog.open(copy, types, entry -> {}).close());
  }

  /** As after a snapshot, whose journal begins with any number. */
  @Test
  void theFirstBatchShouldBeMissedOnlyByOneThatWasWrittenAfterItsSync() throws IOException {
    byte[] torn = Arrays.copyOf(whole, whole.length - (endOfA - SegmentHeader.BYTES));
    System.arraycopy(whole, endOfA, torn, SegmentHeader.BYTES, whole.length - endOfA);
    int lengthOfB = endOfB - endOfA;
    Arrays.fill(torn, SegmentHeader.BYTES, SegmentHeader.BYTES + lengthOfB, (byte) 0);
    assertThrows(DamagedFileException.class, () -> read(torn), "d was written after b's sync");
    assertEquals(List.of(), read(Arrays.copyOf(torn, SegmentHeader.BYTES + endOfC - endOfA)));
  }

  @Test
  void aWriteThatHasEndedMeanwhileShouldBeRead() {
    byte[] rest = Arrays.copyOfRange(whole, endOfA, whole.length);
    assertTrue(new TornWriteCheck(rest, endOfA, Optional.of(1L)).isFilled());
    byte[] part = Arrays.copyOf(rest, endOfB - 1 - endOfA);
    assertFalse(new TornWriteCheck(part, endOfA, Optional.of(1L)).isFilled());
  }

  private int append(WriteAheadLog log, String name) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (var json = types.writer(text)) {
      types.write(json, new Note(name, "text"));
    }
    log.append(text.toByteArray(), text.size(), 1);
    return (int) log.mark().end();
  }

  /** What a start reads where this is the only file. */
  private List<Record> read(byte[] bytes) throws IOException {
    Path copy = Files.createTempDirectory(directory, "copy");
    Files.write(copy.resolve("journal-00000001"), bytes);
    List<Record> entries = new ArrayList<>();
    WriteAheadLog.open(copy, types, entries::add).close();
    return entries;
  }
}
