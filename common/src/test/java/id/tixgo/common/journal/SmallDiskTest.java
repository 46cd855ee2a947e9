package id.tixgo.common.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import id.tixgo.common.journal.Notes.Note;
import id.tixgo.common.json.JsonFormat;
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

  private final EntryTypes types = new EntryTypes("notes", 1).with("note", Note.class);
  private final List<Record> added = new ArrayList<>();
  private Path folder;
  private Journal journal;

  @BeforeAll
  static void install() {
    JsonFormat.install();
  }

  @BeforeEach
  void mount() throws Exception {
    folder = Files.createTempDirectory("tixgo-small-disk");
    if (run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString()) != 0) {
      System.out.println("SmallDiskTest IS SKIPPED: only root can mount a small file system");
      abort("only root can mount a small file system");
    }
    journal = Journal.open(folder.resolve("notes"), types, none -> {});
  }

  @AfterEach
  void unmount() throws Exception {
    if (journal != null) {
      journal.close();
    }
    run("umount", "-l", folder.toString());
    Files.deleteIfExists(folder);
  }

  @Test
  void whatWasAppendedShouldStayUnsyncedUntilItIsSynced() throws IOException {
    fillUntil(100_000);
    journal.sync();
    Path file = folder.resolve("notes/journal-00000001");
    do {
      add();
      assertFalse(journal.isSynced());
    } while (Files.size(file) > journal.mark().end());
    add();
    journal.sync();
    assertTrue(journal.isSynced());
    assertEquals(added, read());
  }

  @Test
  void aFullDiskShouldCountAsBackOnceThereIsRoom() throws IOException {
    fillUntil(100_000);
    journal.sync();
    assertThrows(IOException.class, this::fill);
    journal.undo();
    Path ballast = folder.resolve("ballast");
    Files.write(ballast, new byte[(int) folder.toFile().getUsableSpace()]);
    assertThrows(IOException.class, journal::makeRoom);
    assertThrows(IOException.class, journal::makeRoom);
    Files.delete(ballast);
    journal.makeRoom();
    journal.sync();
    added.clear();
    added.addAll(read());
    add();
    journal.sync();
    assertEquals(added, read());
  }

  private void fill() throws IOException {
    fillUntil(0);
  }

  private void fillUntil(long usable) throws IOException {
    while (usable == 0 || folder.toFile().getUsableSpace() > usable) {
      add();
    }
  }

  private void add() throws IOException {
    Note note = new Note("n" + added.size(), noise());
    byte[] text = (types.text(note) + "\n").getBytes(StandardCharsets.UTF_8);
    journal.append(text, text.length, 1);
    added.add(note);
  }

  private String noise() {
    StringBuilder noise = new StringBuilder();
    new Random(added.size()).ints(NOTE, 'a', 'z' + 1).forEach(noise::appendCodePoint);
    return noise.toString();
  }

  private List<Record> read() throws IOException {
    List<Record> read = new ArrayList<>();
    JournalScan.read(folder.resolve("notes"), types, read::add);
    return read;
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }
}
