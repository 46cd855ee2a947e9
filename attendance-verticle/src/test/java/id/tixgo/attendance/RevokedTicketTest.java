package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.tixgo.attendance.domain.Direction;
import id.tixgo.attendance.domain.Refusal;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.Ticket;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.scope.Once;
import id.tixgo.common.test.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is revoked stays so until it is restored, whatever lists come and go, after any restart. */
class RevokedTicketTest {
  private final MutableClock clock = new MutableClock(Instant.parse("2026-01-01T10:00:00Z"));
  private OpenStore store =
      new OpenStore(Optional.of(OpenStore.newFolder()), clock, Optional.of(Duration.ofDays(2)));

  @AfterEach
  void close() {
    store.closeAndDelete();
  }

  @Test
  void aListWithoutItAndThenTheRightOneShouldNotMakeItGood() {
    replace("T1", "T2");
    revoke("T1", Optional.of("sold on"));
    replace("T2");
    for (int start = 0; start < 3; start++) {
      assertEquals(Optional.of(Refusal.UNKNOWN_TICKET), refusal("T1"));
      replace("T1", "T2");
      assertEquals(Optional.of(Refusal.TICKET_REVOKED), refusal("T1"));
      assertEquals(
          Optional.of("sold on"), store.tickets.find("evt1", "T1").orElseThrow().revoked());
      replace("T2");
      store = start == 0 ? store.restarted() : store.compacted();
    }
    replace("T1");
    revoke("T1", Optional.empty());
    replace("T2");
    replace("T1");
    assertEquals(Optional.empty(), refusal("T1"));
  }

  @Test
  void itShouldBeRestoredWhileItIsOnNoList() {
    replace("T1", "T2");
    revoke("T1", Optional.of("sold on"));
    replace("T2");
    revoke("T1", Optional.of("stolen"));
    store = store.compacted();
    revoke("T1", Optional.empty());
    assertThrows(Problem.class, () -> revoke("T1", Optional.empty()));
    store = store.restarted();
    store.tickets.add("evt1", tickets("T1"), Once.eachTime()).await();
    assertEquals(Optional.empty(), refusal("T1"));
  }

  @Test
  void aListThatAnEarlierVersionStoredWithoutTheRevocationShouldNotMakeItGood() {
    store.closeAndDelete();
    store =
        OpenStore.ofEntries(
            clock,
            "{\"ticket\":{\"event_id\":\"evt1\",\"ticket\":{\"ticket_id\":\"T1\",\"gates\":[],"
                + "\"revoked\":\"sold on\"}}}",
            "{\"tickets\":{\"event_id\":\"evt1\",\"replace\":true,\"tickets\":[]}}",
            "{\"tickets\":{\"event_id\":\"evt1\",\"replace\":true,\"tickets\":[{\"ticket_id\":"
                + "\"T1\",\"gates\":[]}]}}");
    assertEquals(Optional.of(Refusal.TICKET_REVOKED), refusal("T1"));
  }

  @Test
  void aListThatSpellsItOtherwiseShouldNotMakeItGood() {
    replace("X1");
    revoke("X1", Optional.of("sold on"));
    replace("x1");
    for (int start = 0; start < 3; start++) {
      assertEquals(Optional.of(Refusal.TICKET_REVOKED), refusal("x1"));
      assertEquals(Optional.of(Refusal.TICKET_REVOKED), refusal("X1"));
      assertEquals(
          Optional.of("sold on"), store.tickets.find("evt1", "x1").orElseThrow().revoked());
      store = start == 0 ? store.restarted() : store.compacted();
    }
    revoke("x1", Optional.empty());
    replace("X1");
    assertEquals(Optional.empty(), refusal("x1"));
    replace("x1");
    assertEquals(Optional.empty(), refusal("x1"));
  }

  @Test
  void itShouldStayRevokedHoweverItIsSpelledWithoutAList() {
    replace("X1", "T2");
    revoke("X1", Optional.of("sold on"));
    store.tickets.remove("evt1").await();
    for (int start = 0; start < 3; start++) {
      assertEquals(Optional.of(Refusal.TICKET_REVOKED), refusal("X1"));
      assertEquals(Optional.of(Refusal.TICKET_REVOKED), refusal("x1"));
      assertEquals(Optional.empty(), refusal("t2"));
      store = start == 0 ? store.restarted() : store.compacted();
    }
    revoke("x1", Optional.empty());
    assertEquals(Optional.empty(), refusal("X1"));
    assertEquals(Optional.empty(), refusal("x1"));
  }

  @Test
  void anotherOneOnTheListThatDiffersByCaseShouldStayGood() {
    replace("X1");
    revoke("X1", Optional.of("sold on"));
    replace("x1", "X1");
    assertEquals(Optional.of(Refusal.TICKET_REVOKED), refusal("X1"));
    assertEquals(Optional.empty(), refusal("x1"));
    store = store.compacted();
    assertEquals(Optional.of(Refusal.TICKET_REVOKED), refusal("X1"));
    assertEquals(Optional.empty(), refusal("x1"));
  }

  private void replace(String... codes) {
    store.tickets.replace("evt1", tickets(codes)).await();
  }

  private static List<Ticket> tickets(String... codes) {
    return Stream.of(codes).map(code -> Ticket.unlisted(code, Optional.empty())).toList();
  }

  private void revoke(String ticket, Optional<String> reason) {
    store.tickets.setRevoked("evt1", ticket, reason, Once.eachTime()).await();
  }

  private Optional<Refusal> refusal(String ticket) {
    Scan scan =
        new Scan(
            "evt1", ticket, "", "", Direction.IN, People.SITI, clock.instant(), Optional.empty());
    return store.doors.tryOut(scan).await().scan().refusal();
  }
}
