package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.attendance.domain.CheckIns.LateScan;
import id.tixgo.attendance.domain.DeviceClock;
import id.tixgo.attendance.domain.Direction;
import id.tixgo.attendance.domain.Refusal;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.common.test.MutableClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A door without a network let in sold tickets that it didn't know, by their signatures. */
class UnlistedTest {
  private final MutableClock clock = new MutableClock(Instant.parse("2026-01-01T10:00:00Z"));
  private final ToldSales sales = new ToldSales();
  private OpenStore store =
      new OpenStore(Optional.of(OpenStore.newFolder()), clock, Optional.empty());

  @AfterEach
  void close() {
    store.closeAndDelete();
  }

  @Test
  void whoWasLetInShouldBeInBeforeAndAfterTheTicketIsListed() {
    sales.type();
    hear();
    ScanRecord kept = merge("AAAA", true);
    assertEquals(Optional.empty(), kept.refusal());
    assertTrue(kept.offline().orElseThrow().unlisted());
    sales.issued("AAAA", "Siti");
    hear();
    store = store.restarted().compacted();
    assertEquals(kept, store.book.changes(ToldSales.EVENT, 0, 1).get(0));
    assertEquals(
        Optional.of(Refusal.ALREADY_CHECKED_IN),
        store.doors.scan(scan("AAAA")).await().scan().refusal());
  }

  @Test
  void whatSpeaksAgainstTheTicketShouldCount() {
    sales.type();
    sales.issued("AAAA", "Siti");
    sales.transferred("AAAA", "BBBB", "Budi");
    hear();
    assertEquals(Optional.of(Refusal.TICKET_REVOKED), merge("AAAA", true).refusal());
  }

  @Test
  void withoutASignatureTheListShouldDecide() {
    sales.type();
    hear();
    ScanRecord kept = merge("AAAA", false);
    assertEquals(Optional.of(Refusal.UNKNOWN_TICKET), kept.refusal());
    assertFalse(kept.offline().orElseThrow().unlisted());
  }

  private ScanRecord merge(String code, boolean unlisted) {
    LateScan late = new LateScan("n1", scan(code), Optional.empty(), DeviceClock.UNKNOWN, unlisted);
    return store.doors.merge(List.of(late), clock.instant()).await().get(0).scan();
  }

  private void hear() {
    store.sales().take(sales.after(store.sales().seq(), 100)).await();
  }

  private Scan scan(String code) {
    return new Scan(
        ToldSales.EVENT,
        code,
        "A",
        "d1",
        Direction.IN,
        People.SITI,
        clock.instant(),
        Optional.empty());
  }
}
