package id.tixgo.common.store.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.store.audit.AuditProof.Verdict;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done to an audit's files by others than TixGo, and who is named for it. */
class AuditProofTest {
  private static final int LINES = 5;

  @TempDir Path directory;
  @TempDir Path older;
  private final Vertx vertx = Vertx.vertx();
  private Path file;

  @BeforeAll
  static void installFormat() {
    JsonFormat.install();
  }

  @BeforeEach
  void write() throws IOException {
    file = directory.resolve("notes").resolve(FileTrail.NAME);
    try (AuditedNotes house = AuditedNotes.open(directory, "house")) {
      house.write("h", "first");
      try (AuditedNotes notes = AuditedNotes.open(directory, "notes")) {
        notes.write("a", "1");
        notes.write("a", "2");
        notes.write("b", "ümlaut");
        house.gather("notes", notes, 0);
      }
      copy(directory.resolve("notes"), older.resolve("notes"));
      try (AuditedNotes notes = AuditedNotes.open(directory, "notes")) {
        notes.write("b", "4");
        notes.write("c", "5");
        house.gather("notes", notes, 3);
      }
    }
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path one : files.toList()) {
        Files.copy(one, to.resolve(one.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private AuditProof proof() throws IOException {
    return AuditProof.of(
        directory,
        List.of(
            AuditedNotes.closed(vertx, directory, "house"),
            AuditedNotes.closed(vertx, directory, "notes")));
  }

  private BrokenLink broken(String service) throws IOException {
    return proof().chains().stream()
        .filter(chain -> chain.name().equals(service))
        .findFirst()
        .flatMap(Verdict::broken)
        .orElseThrow();
  }

  @Test
  void whatWasWrittenShouldBeWhole() throws IOException {
    AuditProof proof = proof();
    assertTrue(proof.isWhole(), proof::toString);
    assertEquals(List.of(6L, 5L), proof.chains().stream().map(Verdict::lines).toList());
  }

  @Test
  void aLineShouldSayWhatMayBeTold() throws IOException {
    JsonObject second = new JsonObject(Files.readAllLines(file).get(1)).getJsonObject("entry");
    assertEquals(
        new JsonObject()
            .put("text", new JsonObject().put("from", "1").put("to", "2"))
            .put("secret", new JsonObject()),
        second.getJsonObject("changes"));
    assertFalse(Files.readString(file).contains("s5"));
  }

  @Test
  void anyChangedByteShouldBeNoticed() throws IOException {
    for (String service : List.of("house", "notes")) {
      Path changed = directory.resolve(service).resolve(FileTrail.NAME);
      byte[] whole = Files.readAllBytes(changed);
      for (int i = 0; i < whole.length; i += 13) {
        byte[] bytes = whole.clone();
        bytes[i] ^= 1;
        Files.write(changed, bytes);
        assertFalse(proof().isWhole(), service + ", byte " + i);
      }
      Files.write(changed, whole);
    }
  }

  @Test
  void aRemovedLineShouldBeNamed() throws IOException {
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < LINES; i++) {
      List<String> fewer = new ArrayList<>(lines);
      fewer.remove(i);
      Files.write(file, fewer);
      BrokenLink link = broken("notes");
      assertEquals(i + 1, link.seq());
      assertTrue(link.what().startsWith("is missing"), link::what);
      assertEquals(file, link.file());
    }
  }

  @Test
  void aCutOffEndShouldBeNamed() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length : List.of(0, 10, whole.length / 2, whole.length - 1)) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertTrue(broken("notes").what().startsWith("is missing, though lines up to 5"));
    }
    Files.delete(file);
    assertEquals(1, broken("notes").seq());
  }

  @Test
  void twoLinesThatChangedPlacesShouldBeNamed() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    Collections.swap(lines, 1, 2);
    Files.write(file, lines);
    assertEquals(2, broken("notes").seq());
  }

  @Test
  void anOlderFileShouldBeNamed() throws IOException {
    Files.copy(
        older.resolve("notes").resolve(FileTrail.NAME), file, StandardCopyOption.REPLACE_EXISTING);
    assertEquals(4, broken("notes").seq());
  }

  @Test
  void anOlderStoreShouldBeNamedByWhoHasGatheredIt() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("notes"))) {
      for (Path one : files.toList()) {
        Files.delete(one);
      }
    }
    copy(older.resolve("notes"), directory.resolve("notes"));
    BrokenLink link = broken("notes");
    assertEquals(4, link.seq());
    assertEquals("is missing, though house has taken it over", link.what());
  }

  @Test
  void aChainThatWasMadeAnewShouldBeNamedByWhoHasGatheredIt() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("notes"))) {
      for (Path one : files.toList()) {
        Files.delete(one);
      }
    }
    try (AuditedNotes notes = AuditedNotes.open(directory, "notes")) {
      for (String text : List.of("1", "2", "ümlaut", "other", "5")) {
        notes.write("a", text);
      }
    }
    assertEquals("is another than the one that house has taken over", broken("notes").what());
  }

  @Test
  void aLineOnItsWayShouldBeNoFault() throws IOException {
    Files.write(
        file, "{\"seq\":6,\"entry\":{".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
    assertTrue(proof().isWhole());
    try (AuditedNotes notes = AuditedNotes.open(directory, "notes")) {
      notes.write("d", "6");
      assertTrue(proof().isWhole(), "while it runs");
      assertEquals(1, notes.lines(5).size());
    }
    assertTrue(proof().isWhole());
  }

  @Test
  void whatCrashedBeforeItWasWrittenShouldBeWrittenOnce() throws IOException {
    AuditedNotes notes = AuditedNotes.open(directory, "notes");
    notes.audit.pen().lay();
    notes.write("d", "6");
    notes.write("d", "7");
    assertTrue(proof().isWhole(), "the store has it");
    assertEquals(LINES, Files.readAllLines(file).size());
    notes.close();
    try (AuditedNotes again = AuditedNotes.open(directory, "notes")) {
      assertEquals(2, again.lines(LINES).size());
    }
    assertTrue(proof().isWhole());
    assertEquals(LINES + 2, Files.readAllLines(file).size());
  }

  @Test
  void whatIsNotMeantShouldNotBeTold() throws IOException {
    try (AuditedNotes notes = AuditedNotes.open(directory, "notes")) {
      notes.write("other", new AuditedNotes.Page("e", "1", "x"));
      notes.commit(new AuditedNotes.Page("f", "1", "x")).await();
      assertEquals(0, notes.lines(LINES).size());
    }
  }

  @Test
  void linesShouldBeFoundByNumber() throws IOException {
    try (AuditedNotes notes = AuditedNotes.open(directory, "notes")) {
      for (int i = LINES + 1; i <= 200; i++) {
        notes.write("g", "x".repeat(i));
      }
      for (int i = 0; i <= 200; i += 13) {
        List<String> after = notes.lines(i);
        assertEquals(200 - i, after.size());
        assertTrue(after.isEmpty() || after.get(0).startsWith("{\"seq\":" + (i + 1) + ','));
      }
      List<String> newest = new ArrayList<>();
      notes.audit.pen().trail().before(150, line -> newest.add(line) && newest.size() < 3);
      assertTrue(newest.get(0).startsWith("{\"seq\":149,"), newest.get(0));
      assertEquals(3, newest.size());
    }
  }
}
