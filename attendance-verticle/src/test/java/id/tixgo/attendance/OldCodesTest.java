package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.Direction;
import id.tixgo.attendance.domain.EventStats;
import id.tixgo.attendance.domain.Outcome;
import id.tixgo.attendance.domain.Refusal;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.Ticket;
import id.tixgo.attendance.domain.Whose;
import id.tixgo.attendance.store.AttendanceState;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.wal.WriteAheadLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store of a version that took every text for a ticket's id. */
class OldCodesTest {
  private static final Instant AT = Instant.parse("2026-01-03T13:25:53.415880Z");

  @TempDir Path folder;

  private record OldScan(
      String eventId,
      String ticketId,
      String staff,
      Instant at,
      String gate,
      String deviceId,
      Direction direction,
      boolean first,
      long seq) {}

  private record OldUndo(
      String eventId,
      String ticketId,
      String staff,
      Instant at,
      String reason,
      long undoneSeq,
      long seq) {}

  private record OldTicket(String ticketId, List<String> gates) {}

  private record OldTickets(String eventId, boolean replace, List<OldTicket> tickets) {}

  @Test
  void aTicketThatHasEnteredShouldNotEnterAgain() {
    try (OpenStore store = store(entry("]C1T1 ", 1), entry("\u00a0T2", 2))) {
      assertEquals(Optional.of(Refusal.ALREADY_CHECKED_IN), refusal(store, "T1"));
      assertEquals(Optional.of(Refusal.ALREADY_CHECKED_IN), refusal(store, "T2"));
      assertEquals(Optional.empty(), refusal(store, "T3"));
      assertEquals(2, store.book.story("e", "T1").size());
    }
  }

  @Test
  void twoIdsThatAreOneTicketShouldBeOneCheckIn() {
    try (OpenStore store = store(entry("T1 ", 1), entry("T1", 2), entry("T2", 3)).restarted()) {
      expectCheckedIn(2, store);
      Whose siti = new Whose.Own(People.SITI);
      assertEquals(2, store.book.checkInsBy(siti, Optional.empty(), 0, 1).total());
      assertEquals(List.of(1L, 3L), seqs(store));
      store.doors.undo("e", "T1", People.SITI, AT, "x").await();
      expectCheckedIn(1, store);
      assertEquals(Optional.empty(), refusal(store, "T1"));
      expectCheckedIn(2, store);
    }
  }

  @Test
  void anUndoOfEitherShouldTakeTheOneCheckInBack() {
    OldUndo ofSecond = new OldUndo("e", "T1", "siti", AT, "x", 2, 3);
    try (OpenStore store = store(entry("T1 ", 1), entry("T1", 2), ofSecond)) {
      expectCheckedIn(0, store);
      assertEquals(Optional.empty(), refusal(store, "T1"));
      expectCheckedIn(1, store);
    }
  }

  @Test
  void aListShouldBeReadAsItsCodes() {
    List<OldTicket> tickets =
        List.of(ticket("T1 "), ticket("]C1T2"), ticket("cafe\u0301"), ticket("T2"), ticket(" "));
    try (OpenStore store = store(new OldTickets("e", true, tickets))) {
      List<String> codes =
          store.tickets.search("e", "").tickets().stream().map(Ticket::ticketId).toList();
      assertEquals(List.of(" ", "T1", "T2", "caf\u00e9"), codes);
      assertEquals(4, store.book.stats("e").registered());
      assertEquals(Optional.empty(), refusal(store, "t1"));
      assertEquals(Optional.of(Refusal.UNKNOWN_TICKET), refusal(store, "T3"));
    }
  }

  private OpenStore store(Record... entries) {
    JsonFormat.install();
    EntryTypes old =
        new EntryTypes("attendance", 2, AttendanceState.DICTIONARY)
            .with("scan", OldScan.class, entry -> {})
            .with("undo", OldUndo.class, entry -> {})
            .with("tickets", OldTickets.class, entry -> {});
    try {
      WriteAheadLog.create(folder.resolve("attendance"), old, List.of(entries).iterator());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return new OpenStore(Optional.of(folder), Clock.systemUTC(), Optional.empty());
  }

  private static OldScan entry(String id, long seq) {
    return new OldScan("e", id, "siti", AT, "A", "", Direction.IN, true, seq);
  }

  private static OldTicket ticket(String id) {
    return new OldTicket(id, List.of());
  }

  private static Optional<Refusal> refusal(OpenStore store, String code) {
    Scan scan = new Scan("e", code, "A", "", Direction.IN, People.SITI, AT, Optional.empty());
    Outcome outcome = store.doors.scan(scan).await();
    return outcome.scan().refusal();
  }

  private static void expectCheckedIn(long wanted, OpenStore store) {
    EventStats stats = store.book.stats("e");
    assertEquals(wanted, stats.counts().checkedIn());
    assertEquals(wanted, stats.gateToCount().getOrDefault("A", 0L));
    assertEquals(wanted, stats.staffToCount().getOrDefault("siti", 0L));
  }

  private static List<Long> seqs(OpenStore store) {
    return store.book.checkIns("e", 0, 100, 100).stream().map(Change::seq).toList();
  }
}
