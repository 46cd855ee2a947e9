package id.tixgo.launcher.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.store.wal.DirectoryLock;
import id.tixgo.common.test.LoggedTrouble;
import id.tixgo.common.test.RunningSystem;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups that a system makes by itself, looked at as time goes by. */
class ScheduledBackupsTest {
  private static final Instant BEGIN = Instant.parse("2030-03-02T19:00:00Z");
  private static final String FIRST = "tixgo-20300302T190000Z.zip";

  @TempDir Path folder;

  private final Hand clock = new Hand();
  private Path data;
  private Path kept;
  private ScheduledBackups backups;

  /** A clock that is moved by hand. */
  private static final class Hand extends Clock {
    private Instant now = BEGIN;

    void move(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @BeforeEach
  void plan() {
    data = folder.resolve("data");
    kept = folder.resolve("backups");
    backups = new ScheduledBackups(new BackupPlan(data, kept, Duration.ofHours(6), 2), clock);
  }

  @AfterEach
  void close() {
    backups.close();
    LoggedTrouble.take();
  }

  @Test
  void aRunningSystemShouldBeBackedUpWholeWheneverTheNewestIsTooOld() throws IOException {
    try (RunningSystem system = system()) {
      system.identity().get("/health/ready").expect(200);
      backups.look();
      assertEquals(List.of(FIRST), names());
      clock.move(Duration.ofMinutes(359));
      backups.look();
      assertEquals(List.of(FIRST), names());
      clock.move(Duration.ofMinutes(1));
      backups.look();
      assertEquals(List.of(FIRST, "tixgo-20300303T010000Z.zip"), names());
    }
    String said = restored(FIRST).toString();
    assertTrue(said.matches(".*identity: [1-9]\\d* entries restored.*"), said);
  }

  @Test
  void theOldestShouldGoOnceThereAreEnough() throws IOException {
    try (RunningSystem system = system()) {
      system.identity().get("/health/ready").expect(200);
      for (int i = 0; i < 4; i++) {
        backups.look();
        clock.move(Duration.ofHours(6));
      }
    }
    assertEquals(List.of("tixgo-20300303T070000Z.zip", "tixgo-20300303T130000Z.zip"), names());
  }

  @Test
  void oneOfAClockThatWasWrongShouldKeepNoOtherAway() throws IOException {
    system().close();
    Files.createDirectories(kept);
    String wrong = "tixgo-20991231T000000Z.zip";
    Files.writeString(kept.resolve(wrong), "of another time");
    for (int i = 0; i < 3; i++) {
      backups.look();
      clock.move(Duration.ofHours(6));
    }
    assertEquals(
        List.of("tixgo-20300303T010000Z.zip", "tixgo-20300303T070000Z.zip", wrong), names());
  }

  @Test
  void whatIsDamagedShouldCostNoneOfThoseBefore() throws IOException {
    system().close();
    backups.look();
    damage();
    clock.move(Duration.ofHours(6));
    backups.look();
    assertEquals(List.of(FIRST), names());
    assertTrue(LoggedTrouble.take().toString().contains("a backup failed"));
  }

  @Test
  void whatFailedShouldNotBeTriedOverAndOver() throws IOException {
    system().close();
    damage();
    backups.look();
    assertFalse(LoggedTrouble.take().isEmpty());
    clock.move(Duration.ofMinutes(9));
    backups.look();
    assertEquals(List.of(), LoggedTrouble.take());
    clock.move(Duration.ofMinutes(1));
    backups.look();
    assertFalse(LoggedTrouble.take().isEmpty());
  }

  @Test
  void anotherProcessThatIsAboutItShouldBeLeftToIt() throws IOException {
    system().close();
    DirectoryLock other = DirectoryLock.take(kept);
    backups.look();
    assertEquals(List.of(), names());
    other.close();
    backups.look();
    assertEquals(List.of(FIRST), names());
  }

  @Test
  void whatAnotherLeftInTheMiddleShouldBeClearedAway() throws IOException {
    system().close();
    Files.createDirectories(kept);
    Files.writeString(kept.resolve("tixgo-20300301T000000Z.zip.unverified.part"), "half");
    Path own = Files.writeString(kept.resolve("notes.txt"), "somebody's own");
    backups.look();
    assertEquals(List.of(own.getFileName().toString(), FIRST), names());
  }

  /** Its admin is what it keeps. */
  private RunningSystem system() {
    return new RunningSystem(List.of("identity"), Map.of("DATA_DIR", data.toString()));
  }

  private List<String> names() throws IOException {
    if (!Files.exists(kept)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(kept)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("lock"))
          .sorted()
          .toList();
    }
  }

  private void damage() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("identity"))) {
      Path largest = files.max(Comparator.comparing(file -> file.toFile().length())).orElseThrow();
      byte[] bytes = Files.readAllBytes(largest);
      bytes[bytes.length / 2] ^= 1;
      Files.write(largest, bytes);
    }
  }

  private List<String> restored(String name) throws IOException {
    Vertx vertx = Vertx.vertx();
    List<String> said = new ArrayList<>();
    try {
      Stores stores = Stores.in(folder.resolve("restored"), vertx);
      Path archive = kept.resolve(name);
      new Restore(stores, said::add).read(archive, archive, /* force= */ false);
      return said;
    } finally {
      RunningSystem.await(vertx.close());
    }
  }
}
