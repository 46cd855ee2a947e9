package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.attendance.domain.Direction;
import id.tixgo.attendance.domain.Outcome;
import id.tixgo.attendance.domain.Refusal;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.Ticket;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.store.feed.FeedInbox;
import id.tixgo.common.test.MutableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What Ticketing sells stands on the door's list beside what was uploaded, also after a restart.
 */
class SoldTicketsTest {
  private static final String EVENT = ToldSales.EVENT;

  private final MutableClock clock = new MutableClock(Instant.parse("2026-01-01T10:00:00Z"));
  private final ToldSales sales = new ToldSales();
  private OpenStore store =
      new OpenStore(Optional.of(OpenStore.newFolder()), clock, Optional.empty());

  @AfterEach
  void close() {
    store.closeAndDelete();
  }

  @Test
  void theFirstTypeShouldCloseTheList() {
    assertEquals(Optional.empty(), refusal("ANY1"));
    sales.type();
    hear();
    assertTrue(store.tickets.isListed(EVENT));
    assertEquals(Optional.of(Refusal.UNKNOWN_TICKET), refusal("ANY2"));
    sales.typeRemoved();
    hear();
    assertFalse(store.tickets.isListed(EVENT));
    assertEquals(Optional.empty(), refusal("ANY2"));
  }

  @Test
  void anIssuedTicketShouldEnterWithItsHolderAndType() {
    sales.type();
    sales.issued("AAAA", "Siti");
    sales.somethingElse();
    hear();
    Outcome outcome = scan("aaaa", "A");
    assertEquals("AAAA", outcome.scan().ticketId());
    assertEquals(Optional.of("Siti"), outcome.ticket().orElseThrow().holderName());
    assertEquals(Map.of("VIP", 1L), store.book.stats(EVENT).typeToCount());
    assertEquals(1, store.book.stats(EVENT).registered());
  }

  @Test
  void aTicketShouldEnterAtTheGatesThatItsTypeHasNow() {
    sales.type("A");
    sales.issued("AAAA", "Siti");
    hear();
    assertEquals(Optional.of(Refusal.WRONG_GATE), scan("AAAA", "B").scan().refusal());
    sales.type("B");
    hear();
    restart();
    assertEquals(List.of("B"), ticket("AAAA").gates());
    assertEquals(Optional.of(Refusal.WRONG_GATE), scan("AAAA", "A").scan().refusal());
    assertEquals(Optional.empty(), scan("AAAA", "B").scan().refusal());
  }

  @Test
  void aTransferredTicketShouldBeRefusedUnderItsOldCodeWithTheReason() {
    sales.type();
    sales.issued("AAAA", "Siti");
    sales.transferred("AAAA", "BBBB", "Budi");
    hear();
    for (int start = 0; start < 3; start++) {
      Outcome old = scan("AAAA", "A");
      assertEquals(Optional.of(Refusal.TICKET_REVOKED), old.scan().refusal());
      assertEquals(Optional.of("REISSUED"), old.ticket().orElseThrow().revoked());
      assertEquals(1, store.book.stats(EVENT).registered());
      store = start == 0 ? store.restarted() : store.compacted();
    }
    assertEquals(Optional.empty(), refusal("BBBB"));
    assertEquals(Optional.of("Budi"), ticket("BBBB").holderName());
  }

  @Test
  void aTicketThatIsPassedOnAfterItEnteredShouldLetInNobodyElse() {
    sales.type();
    sales.issued("AAAA", "Siti");
    hear();
    assertEquals(Optional.empty(), refusal("aaaa"));
    sales.transferred("AAAA", "BBBB", "Budi");
    sales.transferred("BBBB", "CCCC", "Ani");
    sales.renamed("CCCC", "Anisa");
    hear();
    restart();
    for (String code : List.of("BBBB", "CCCC")) {
      assertEquals(Optional.of(Refusal.TICKET_REVOKED), refusal(code));
      assertEquals(Optional.of("ENTERED"), ticket(code).revoked());
    }
    assertEquals(1, store.book.stats(EVENT).counts().checkedIn());
  }

  @Test
  void staffShouldLetInWhoHasAPlaceThatWasTakenByMistake() {
    sales.type();
    sales.issued("AAAA", "Siti");
    hear();
    assertEquals(Optional.empty(), refusal("AAAA"));
    sales.transferred("AAAA", "BBBB", "Budi");
    hear();
    store.tickets.setRevoked(EVENT, "BBBB", none()).await();
    sales.renamed("BBBB", "Budi Santoso");
    hear();
    assertEquals(Optional.empty(), refusal("BBBB"));
  }

  @Test
  void aTicketWhoseEntryWasTakenBackShouldBePassedOn() {
    sales.type();
    sales.issued("AAAA", "Siti");
    hear();
    assertEquals(Optional.empty(), refusal("AAAA"));
    store.doors.undo(EVENT, "AAAA", People.SITI, clock.instant(), "wrong person").await();
    sales.transferred("AAAA", "BBBB", "Budi");
    hear();
    assertEquals(Optional.empty(), refusal("BBBB"));
  }

  @Test
  void whatTicketingHasRevokedNobodyElseShouldRestore() {
    sales.type();
    sales.issued("AAAA", "Siti");
    sales.revoked("AAAA", "REFUNDED");
    hear();
    Problem refused =
        assertThrows(Problem.class, () -> store.tickets.setRevoked(EVENT, "AAAA", none()).await());
    assertEquals("TICKET_REVOKED", refused.code());
    assertEquals(Optional.of("REFUNDED"), ticket("AAAA").revoked());
  }

  @Test
  void whatStaffHasRevokedShouldStaySoUnderAnotherNameUntilItIsRestored() {
    sales.type();
    sales.issued("AAAA", "Siti");
    hear();
    store.tickets.setRevoked(EVENT, "AAAA", Optional.of("stolen")).await();
    sales.renamed("AAAA", "Budi");
    hear();
    restart();
    assertEquals(Optional.of("stolen"), ticket("AAAA").revoked());
    assertEquals(Optional.of("Budi"), ticket("AAAA").holderName());
    store.tickets.setRevoked(EVENT, "AAAA", none()).await();
    restart();
    assertEquals(Optional.empty(), refusal("AAAA"));
  }

  @Test
  void anUploadedListShouldReplaceAnotherAndNothingThatIsSold() {
    sales.type();
    sales.issued("AAAA", "Siti");
    hear();
    upload(listed("L1", "Guest"), listed("AAAA", "Somebody else"));
    upload(listed("L2", "Guest"));
    restart();
    assertEquals(Optional.of("Siti"), ticket("AAAA").holderName());
    assertEquals(Optional.empty(), refusal("AAAA"));
    assertEquals(Optional.of(Refusal.UNKNOWN_TICKET), refusal("L1"));
    assertEquals(Optional.empty(), refusal("L2"));
    assertEquals(List.of("AAAA", "L2"), codes());
    assertEquals(2, store.book.stats(EVENT).registered());
  }

  @Test
  void aListThatIsTakenAwayShouldLeaveWhatIsSold() {
    sales.type();
    sales.issued("AAAA", "Siti");
    hear();
    upload(listed("L1", "Guest"));
    assertEquals(1, store.tickets.remove(EVENT).await());
    restart();
    assertEquals(List.of("AAAA"), codes());
    assertTrue(store.tickets.isListed(EVENT));
    assertEquals(Optional.of(Refusal.UNKNOWN_TICKET), refusal("L1"));
    Problem none = assertThrows(Problem.class, () -> store.tickets.remove(EVENT).await());
    assertEquals("NOT_FOUND", none.code());
  }

  @Test
  void aCodeThatIsSoldShouldBeTheSellersAlsoWhereAListHadIt() {
    upload(listed("AAAA", "Guest"), listed("L1", "Guest"));
    sales.type();
    sales.issued("AAAA", "Siti");
    hear();
    for (int start = 0; start < 3; start++) {
      assertEquals(List.of("AAAA", "L1"), codes());
      assertEquals(Optional.of("Siti"), ticket("AAAA").holderName());
      store = start == 0 ? store.restarted() : store.compacted();
    }
  }

  @Test
  void aDoorShouldHearWhatChangedOfWhatIsSold() {
    sales.type();
    sales.issued("AAAA", "Siti");
    hear();
    long version = store.tickets.version(EVENT);
    sales.transferred("AAAA", "BBBB", "Budi");
    hear();
    List<Ticket> changed = store.tickets.changedSince(EVENT, version).orElseThrow();
    assertEquals(
        Map.of("AAAA", Optional.of("REISSUED"), "BBBB", none()),
        changed.stream()
            .collect(java.util.stream.Collectors.toMap(Ticket::ticketId, Ticket::revoked)));
  }

  @Test
  void aFeedThatIsReadAnewShouldLeaveNothingOfBefore() {
    sales.type();
    sales.issued("AAAA", "Siti");
    hear();
    upload(listed("L1", "Guest"));
    inbox().begin(store.context()).await();
    restart();
    assertEquals(List.of("L1"), codes());
    hear();
    assertEquals(List.of("AAAA", "L1"), codes());
  }

  private FeedInbox inbox() {
    return store.sales();
  }

  private void hear() {
    inbox().take(sales.after(inbox().seq(), 100)).await();
  }

  private void restart() {
    store = store.restarted().compacted();
  }

  private void upload(Ticket... tickets) {
    store.tickets.replace(EVENT, List.of(tickets)).await();
  }

  private static Ticket listed(String code, String holder) {
    return new Ticket(code, Optional.of(holder), none(), List.of(), none());
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private List<String> codes() {
    return store.tickets.search(EVENT, "").tickets().stream().map(Ticket::ticketId).toList();
  }

  private Ticket ticket(String code) {
    return store.tickets.find(EVENT, code).orElseThrow();
  }

  private Optional<Refusal> refusal(String code) {
    return scan(code, "A").scan().refusal();
  }

  private Outcome scan(String code, String gate) {
    return store
        .doors
        .scan(
            new Scan(
                EVENT,
                code,
                gate,
                "d1",
                Direction.IN,
                People.SITI,
                clock.instant(),
                Optional.empty()))
        .await();
  }
}
