package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.attendance.domain.Counts;
import id.tixgo.attendance.store.AttendanceState;
import id.tixgo.attendance.store.StoredAttendance;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.FileStore;
import id.tixgo.common.store.Store;
import id.tixgo.common.store.wal.WriteAheadLog;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that version 1 has written. */
class MigrationTest {
  @TempDir Path folder;

  /** As version 1 wrote it. */
  private record CheckIn(
      String eventId,
      String ticketId,
      String checkedInBy,
      Instant checkedInAt,
      String gate,
      String deviceId,
      long seq) {}

  @Test
  void versionOneShouldBeReadAndWrittenAnew() throws IOException {
    JsonFormat.install();
    Instant now = Instant.parse("2026-01-03T13:25:53.415880Z");
    List<Record> old =
        List.of(
            new CheckIn("evt1", "T1", "siti", now, "A", "", 1),
            new CheckIn("evt1", "T2", "siti", now, "B", "", 2));
    EntryTypes version1 =
        new EntryTypes("attendance", 1, AttendanceState.DICTIONARY)
            .with("check_in", CheckIn.class, entry -> {});
    WriteAheadLog.create(folder.resolve("attendance"), version1, old.iterator());
    for (int start = 0; start < 2; start++) {
      assertEquals(new Counts(2, 2, 2), open(Vertx.vertx()));
    }
    try (Stream<Path> files = Files.list(folder.resolve("attendance"))) {
      files
          .filter(file -> !file.endsWith("lock"))
          .forEach(file -> assertTrue(firstLine(file).startsWith("TIXGO-JOURNAL 2 attendance 3")));
    }
  }

  private Counts open(Vertx vertx) {
    AttendanceState state = new AttendanceState(vertx);
    Store store = new FileStore(vertx, folder, true, state);
    store.open().await();
    StoredAttendance attendance = new StoredAttendance(state, Clock.systemUTC());
    assertEquals(2, attendance.stats("evt1").gateToCount().size());
    Counts counts = attendance.counts("evt1");
    store.close().compose(closed -> vertx.close()).await();
    return counts;
  }

  private static String firstLine(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
