package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.attendance.domain.Direction;
import id.tixgo.attendance.domain.Refusal;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.store.AttendanceState;
import id.tixgo.common.metrics.Meters;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How scans are counted for the operator, and what can't become a label. */
@ExtendWith(VertxExtension.class)
class CheckInMetersTest {
  private Meters meters;
  private AttendanceState state;

  @BeforeEach
  void setUp(Vertx vertx) {
    meters = Meters.install(vertx);
    state = new AttendanceState(vertx);
  }

  @Test
  void scansShouldBeCountedByOutcomeAndGate() {
    scan("T1", "North 1", Direction.IN, Optional.empty());
    scan("T2", "North 1", Direction.IN, Optional.empty());
    scan("T1", "North 1", Direction.IN, Optional.of(Refusal.ALREADY_CHECKED_IN));
    scan("T1", "", Direction.OUT, Optional.empty());
    assertEquals(2, counted("checked_in", "North 1"));
    assertEquals(1, counted("already_checked_in", "North 1"));
    assertEquals(1, counted("checked_out", "none"));
  }

  @Test
  void whatIsNoGateShouldBeNoLabel() {
    scan("CODE-17", "CODE-17", Direction.IN, Optional.empty());
    scan("T1", "siti", Direction.IN, Optional.empty());
    scan("T2", "budi@example.com", Direction.IN, Optional.empty());
    scan("T3", "x".repeat(25), Direction.IN, Optional.empty());
    scan("T4", "a\"} 1\nb", Direction.IN, Optional.empty());
    assertEquals(5, counted("checked_in", "other"));
    assertFalse(meters.scrape().contains("CODE-17"));
  }

  @Test
  void gatesShouldBeFew() {
    for (int i = 0; i < 1000; i++) {
      scan("T" + i, "G" + i, Direction.IN, Optional.empty());
    }
    long gates = Pattern.compile("gate=\"G\\d+\"").matcher(meters.scrape()).results().count();
    assertTrue(gates > 20 && gates <= 50, gates + " gates");
    assertEquals(1000 - gates, counted("checked_in", "other"));
  }

  private void scan(String ticket, String gate, Direction direction, Optional<Refusal> refusal) {
    state.counted(
        new ScanRecord(
            "e1",
            ticket,
            "siti",
            Optional.of(1L),
            Instant.EPOCH,
            gate,
            "",
            direction,
            refusal,
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1));
  }

  private long counted(String outcome, String gate) {
    String line = "tixgo_checkins_total{gate=\"" + gate + "\",outcome=\"" + outcome + "\"} ";
    return meters
        .scrape()
        .lines()
        .filter(one -> one.startsWith(line))
        .mapToLong(one -> (long) Double.parseDouble(one.substring(line.length())))
        .sum();
  }
}
