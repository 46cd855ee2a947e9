package id.tixgo.common.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.store.Notes.Note;
import id.tixgo.common.store.wal.LogScan;
import id.tixgo.common.store.wal.WriteAheadLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A disk that has place for changes, and none for room ahead of them. */
class SmallDiskTest {
  private static final int NOTE = 2_000;

  private final EntryTypes types = Notes.entryTypes();
  private final List<Record> added = new ArrayList<>();
  private Path directory;
  private WriteAheadLog log;

  @BeforeAll
  static void install() {
    JsonFormat.install();
  }

  @BeforeEach
  void mount() throws Exception {
    directory = Files.createTempDirectory("tixgo-small-disk");
    if (run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", directory.toString()) != 0) {
      System.out.println("SmallDiskTest IS SKIPPED: only root can mount a small file system");
      abort("only root can mount a small file system");
    }
    log = WriteAheadLog.open(directory.resolve("notes"), types, none -> {});
  }

  @AfterEach
  void unmount() throws Exception {
    if (log != null) {
      log.close();
    }
    run("umount", "-l", directory.toString());
    Files.deleteIfExists(directory);
  }

  @Test
  void whatWasAppendedShouldStayUnsyncedUntilItIsSynced() throws IOException {
    fillUntil(100_000);
    log.sync();
    Path file = directory.resolve("notes/journal-00000001");
    do {
      add();
      assertFalse(log.isSynced());
    } while (Files.size(file) > log.mark().end());
    add();
    log.sync();
    assertTrue(log.isSynced());
    assertEquals(added, read());
  }

  @Test
  void aFullDiskShouldCountAsBackOnceThereIsRoom() throws IOException {
    fillUntil(100_000);
    log.sync();
    assertThrows(IOException.class, this::fill);
    log.undo();
    Path ballast = directory.resolve("ballast");
    Files.write(ballast, new byte[(int) directory.toFile().getUsableSpace()]);
    assertThrows(IOException.class, log::preallocate);
    assertThrows(IOException.class, log::preallocate);
    Files.delete(ballast);
    log.preallocate();
    log.sync();
    added.clear();
    added.addAll(read());
    add();
    log.sync();
    assertEquals(added, read());
  }

  private void fill() throws IOException {
    fillUntil(0);
  }

  private void fillUntil(long usable) throws IOException {
    while (usable == 0 || directory.toFile().getUsableSpace() > usable) {
      add();
    }
  }

  private void add() throws IOException {
    Note note = new Note("n" + added.size(), noise());
    byte[] text = (types.text(note) + "\n").getBytes(StandardCharsets.UTF_8);
    log.append(text, text.length, 1);
    added.add(note);
  }

  private String noise() {
    StringBuilder noise = new StringBuilder();
    new Random(added.size()).ints(NOTE, 'a', 'z' + 1).forEach(noise::appendCodePoint);
    return noise.toString();
  }

  private List<Record> read() throws IOException {
    List<Record> read = new ArrayList<>();
    LogScan.read(directory.resolve("notes"), types, read::add);
    return read;
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }
}
