package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.attendance.domain.CheckInList;
import id.tixgo.attendance.domain.CheckIns.LateScan;
import id.tixgo.attendance.domain.Direction;
import id.tixgo.attendance.domain.EventStats;
import id.tixgo.attendance.domain.FoundTickets;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Ticket;
import id.tixgo.attendance.domain.Whose;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one answer says is of one moment, whatever happens while it is read. */
class OneMomentTest {
  private static final Instant NOW = Instant.parse("2026-12-31T12:00:00Z");
  private static final int ROUNDS = 3000;

  private final OpenStore store =
      new OpenStore(Optional.empty(), Clock.systemUTC(), Optional.<Duration>empty());

  @AfterEach
  void tearDown() {
    store.closeAndDelete();
  }

  @Test
  void checkInsShouldShowTheOnesThatAreUndoneWhileTheyAreRead() {
    List.of("T1", "T2", "T3").forEach(this::enter);
    long moment = store.book.counts("evt1").lastSeq();
    store.doors.undo("evt1", "T2", People.SITI, NOW, "wrong person").await();
    assertEquals(List.of("T1", "T2", "T3"), ticketsAt(moment));
    enter("T2");
    assertEquals(List.of("T1", "T2", "T3"), ticketsAt(moment));
    assertEquals(List.of("T1", "T3"), ticketsAt(moment + 1));
    assertEquals(List.of("T1", "T3", "T2"), ticketsAt(moment + 2));
  }

  @Test
  void checkInsShouldShowTheOneThatAnEarlierScanReplacesWhileTheyAreRead() {
    enter("T1");
    Scan earlier = scan("T1", "other").madeAt(NOW.minusSeconds(60));
    store.doors.merge(List.of(new LateScan("n1", earlier, Optional.empty())), NOW).await();
    assertEquals(List.of(1L), seqsAt(1));
    assertEquals(List.of(2L), seqsAt(2));
  }

  @Test
  void statsShouldAddUpWhileDoorsAreWriting() {
    CompletableFuture<Void> writer = CompletableFuture.runAsync(this::enterAndUndo);
    while (!writer.isDone()) {
      expectSums(store.book.stats("evt1"));
    }
    writer.join();
    expectSums(store.book.stats("evt1"));
  }

  @Test
  void onesCheckInsShouldBeAsManyAsTheirTotalWhileDoorsAreWriting() {
    CompletableFuture<Void> writer = CompletableFuture.runAsync(this::enterAndUndo);
    while (!writer.isDone()) {
      expectTotal();
    }
    writer.join();
    expectTotal();
    assertEquals(ROUNDS - ROUNDS / 3, own(ROUNDS).total());
  }

  private void expectTotal() {
    CheckInList all = own(ROUNDS);
    assertEquals(all.total(), all.checkIns().size());
    CheckInList few = own(10);
    assertTrue(few.total() <= few.places());
  }

  private CheckInList own(int limit) {
    return store.book.checkInsBy(new Whose.Own(People.SITI), Optional.empty(), 0, limit);
  }

  @Test
  void aListShouldBeTheOldOrTheNewWhileItIsReplaced() {
    List<Ticket> first = tickets("A");
    List<Ticket> second = tickets("B");
    store.tickets.replace("evt1", first).await();
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 50; i++) {
                store.tickets.replace("evt1", i % 2 == 0 ? second : first).await();
              }
            });
    while (!writer.isDone()) {
      List<Ticket> list = store.tickets.search("evt1", "").tickets();
      assertTrue(list.equals(first) || list.equals(second));
      assertEquals(ROUNDS, store.book.stats("evt1").registered());
    }
    writer.join();
  }

  @Test
  void aListShouldBeThereWholeOrNotAtAllWhileItComesAndGoes() {
    List<Ticket> tickets = tickets("A");
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 50; i++) {
                store.tickets.replace("evt1", tickets).await();
                store.tickets.remove("evt1").await();
              }
            });
    while (!writer.isDone()) {
      FoundTickets found = store.tickets.search("evt1", "");
      assertEquals(found.listed() ? ROUNDS : 0, found.tickets().size());
    }
    writer.join();
  }

  private static List<Ticket> tickets(String prefix) {
    return IntStream.range(0, ROUNDS)
        .mapToObj(i -> Ticket.unlisted(prefix + (10_000 + i), Optional.empty()))
        .toList();
  }

  private void enterAndUndo() {
    for (int i = 0; i < ROUNDS; i++) {
      enter("T" + i);
      if (i % 3 == 0) {
        store.doors.undo("evt1", "T" + i, People.SITI, NOW, "again").await();
      }
    }
  }

  private static void expectSums(EventStats stats) {
    long total = stats.counts().checkedIn();
    assertEquals(total, stats.gateToCount().values().stream().mapToLong(n -> n).sum());
    assertEquals(total, stats.staffToCount().values().stream().mapToLong(n -> n).sum());
    assertTrue(stats.counts().inside() <= total);
  }

  private List<String> ticketsAt(long moment) {
    return at(moment).stream().map(ScanRecord::ticketId).toList();
  }

  private List<Long> seqsAt(long moment) {
    return at(moment).stream().map(ScanRecord::seq).toList();
  }

  private List<ScanRecord> at(long moment) {
    return store.book.checkIns("evt1", 0, moment, 100);
  }

  private void enter(String ticket) {
    store.doors.scan(scan(ticket, "d1")).await();
  }

  private static Scan scan(String ticket, String device) {
    return new Scan("evt1", ticket, "A", device, Direction.IN, People.SITI, NOW, Optional.empty());
  }
}
