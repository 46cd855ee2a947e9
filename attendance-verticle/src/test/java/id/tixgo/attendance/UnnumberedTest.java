package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.CheckInList;
import id.tixgo.attendance.domain.Direction;
import id.tixgo.attendance.domain.Refusal;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Staff;
import id.tixgo.attendance.domain.Whose;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A store of a version that kept the name alone of who did something. */
class UnnumberedTest {
  private static final Instant AT = Instant.parse("2026-01-03T13:25:53.415880Z");
  private static final Clock CLOCK = Clock.fixed(AT.plusSeconds(60), ZoneOffset.UTC);

  private OpenStore store =
      OpenStore.ofEntries(
          CLOCK,
          entry("T1", "siti", 1, ",\"key\":\"k\""),
          entry("T2", "3", 2, ""),
          entry("T3", "siti", 3, ""));

  @AfterEach
  void close() {
    store.closeAndDelete();
  }

  @Test
  void whatStatesNoNumberShouldBelongToTheNameButNotToAYoungerAccount() {
    for (int start = 0; start < 3; start++) {
      assertEquals(List.of(1L, 3L), seqs(new Whose.Own(People.SITI)));
      assertEquals(List.of(), seqs(new Whose.Own(People.OTHER_SITI)));
      assertEquals(List.of(1L, 3L), seqs(new Whose.Named("siti")));
      store = start == 0 ? store.restarted() : store.compacted();
    }
    Staff sameDay = new Staff(9, "siti", Optional.of(AT));
    assertEquals(List.of(), seqs(new Whose.Own(sameDay)));
    Staff before = new Staff(9, "siti", Optional.of(AT.minusSeconds(1)));
    assertEquals(List.of(1L, 3L), seqs(new Whose.Own(before)));
  }

  @Test
  void aNameOfDigitsShouldBeNoNumber() {
    assertEquals(List.of(), seqs(new Whose.Own(People.BUDI)));
    assertEquals(List.of(), seqs(new Whose.Numbered(3)));
    assertEquals(List.of(2L), seqs(new Whose.Named("3")));
  }

  @Test
  void whatStatesOneShouldComeAfterIt() {
    scan("T4", People.SITI, Optional.empty());
    scan("T5", People.OTHER_SITI, Optional.empty());
    for (int start = 0; start < 3; start++) {
      assertEquals(List.of(1L, 3L, 4L), seqs(new Whose.Own(People.SITI)));
      assertEquals(List.of(5L), seqs(new Whose.Own(People.OTHER_SITI)));
      assertEquals(List.of(4L), seqs(new Whose.Numbered(People.SITI.id())));
      assertEquals(List.of(1L, 3L, 4L, 5L), seqs(new Whose.Named("siti")));
      store = start == 0 ? store.restarted() : store.compacted();
    }
  }

  @Test
  void aKeyShouldStandForItsRequestForWhoeverItBelongsTo() {
    assertEquals(1, scan("T1", People.SITI, Optional.of("k")).seq());
    ScanRecord other = scan("T1", People.OTHER_SITI, Optional.of("k"));
    assertEquals(Optional.of(Refusal.ALREADY_CHECKED_IN), other.refusal());
  }

  private ScanRecord scan(String ticket, Staff staff, Optional<String> key) {
    Scan scan = new Scan("e", ticket, "A", "", Direction.IN, staff, CLOCK.instant(), key);
    return store.doors.scan(scan).await().scan();
  }

  private List<Long> seqs(Whose whose) {
    CheckInList list = store.book.checkInsBy(whose, Optional.empty(), 0, Integer.MAX_VALUE);
    List<Long> seqs = list.checkIns().stream().map(Change::seq).toList();
    assertEquals(seqs.size(), list.total());
    return seqs;
  }

  private static String entry(String ticket, String staff, long seq, String more) {
    return """
        {"scan":{"event_id":"e","ticket_id":"%s","staff":"%s","at":"2026-01-03T13:25:53.415880Z",\
        "gate":"A","device_id":"","direction":"IN","first":true%s,"seq":%d}}"""
        .formatted(ticket, staff, more, seq);
  }
}
