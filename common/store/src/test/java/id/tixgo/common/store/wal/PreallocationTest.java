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
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A killed process's file: two notes, the second over many disk sectors, and zeros after them. */
@Tag("thorough")
class PreallocationTest {
  private static final int SECTOR = 512;
  private static final Note SHORT = new Note("short", "text");

  @TempDir private Path directory;
  private final EntryTypes types = Notes.entryTypes();
  private final Note longer = new Note("long", noise(4_000));
  private int endOfShort;
  private int endOfLonger;
  private byte[] killed;

  @BeforeAll
  static void install() {
    JsonFormat.install();
  }

  @BeforeEach
  void setUp() throws IOException {
    Path notes = directory.resolve("notes");
    try (WriteAheadLog log = WriteAheadLog.open(notes, types, none -> {})) {
      endOfShort = append(log, SHORT);
      endOfLonger = append(log, longer);
      log.sync();
      killed = Files.readAllBytes(notes.resolve("journal-00000001"));
      log.finish();
    }
    assertEquals(endOfLonger, Files.size(notes.resolve("journal-00000001")), "a clean end's size");
  }

  @Test
  void theNextWritesShouldNotMakeTheFileLonger() throws IOException {
    assertTrue(killed.length >= 2 * endOfShort, () -> "room ends at " + killed.length);
    assertEquals(List.of(SHORT, longer), read(killed));
    assertFalse(scan(killed).torn());
  }

  @Test
  void aWriteOfWhichAnySectorsAreMissingShouldBeDropped() throws IOException {
    List<Integer> sectors =
        IntStream.rangeClosed(endOfShort / SECTOR, (endOfLonger - 1) / SECTOR)
            .boxed()
            .collect(Collectors.toList());
    assertTrue(sectors.size() > 4);
    for (int seed = 0; seed < 100; seed++) {
      Collections.shuffle(sectors, new Random(seed));
      byte[] torn = killed.clone();
      sectors.subList(0, 1 + seed % sectors.size()).forEach(sector -> forget(torn, sector));
      assertEquals(List.of(SHORT), read(torn), "seed " + seed);
      assertEquals(seed % sectors.size() + 1 < sectors.size(), scan(torn).torn(), "seed " + seed);
    }
  }

  @Test
  void zerosInsideASectorShouldBeTakenForDamage() {
    for (int from = endOfShort + 1; from < endOfLonger - 64; from += 7) {
      byte[] damaged = killed.clone();
      Arrays.fill(damaged, from, from + 64, (byte) 0);
      assertThrows(DamagedFileException.class, () -> read(damaged), "byte " + from);
    }
  }

  @Test
  void whatIsReadWhileItIsWrittenShouldNeverLookLikeDamage() throws IOException {
    Path notes = Files.createTempDirectory(directory, "live");
    try (WriteAheadLog log = WriteAheadLog.open(notes, types, none -> {})) {
      Thread writer = new Thread(() -> IntStream.range(0, 3_000).forEach(i -> add(log)));
      writer.start();
      long read = 0;
      while (writer.isAlive()) {
        long now = LogScan.read(notes, types, entry -> {}).entries();
        assertTrue(now >= read, "fewer than before");
        read = now;
      }
    }
    assertEquals(3_000, LogScan.read(notes, types, entry -> {}).entries());
  }

  private void add(WriteAheadLog log) {
    try {
      append(log, longer);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private int append(WriteAheadLog log, Note note) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (var json = types.writer(text)) {
      types.write(json, note);
    }
    log.append(text.toByteArray(), text.size(), 1);
    return (int) log.mark().end();
  }

  private void forget(byte[] bytes, int sector) {
    int from = Math.max(endOfShort, sector * SECTOR);
    Arrays.fill(bytes, from, Math.min(endOfLonger, (sector + 1) * SECTOR), (byte) 0);
  }

  /** What a start reads, and what it leaves. */
  private List<Record> read(byte[] bytes) throws IOException {
    List<Record> entries = new ArrayList<>();
    Path copy = copy(bytes);
    WriteAheadLog.open(copy, types, entries::add).close();
    List<Record> again = new ArrayList<>();
    WriteAheadLog.open(copy, types, again::add).close();
    assertEquals(entries, again);
    return entries;
  }

  private LogScan.Found scan(byte[] bytes) throws IOException {
    return LogScan.read(copy(bytes), types, entry -> {});
  }

  private Path copy(byte[] bytes) throws IOException {
    Path copy = Files.createTempDirectory(directory, "copy");
    Files.write(copy.resolve("journal-00000001"), bytes);
    return copy;
  }

  private static String noise(int length) {
    return new Random(1)
        .ints(length, 'a', 'z' + 1)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
