package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.attendance.domain.AttendanceQueries;
import id.tixgo.attendance.domain.CheckInList;
import id.tixgo.attendance.domain.CheckIns;
import id.tixgo.attendance.domain.Counts;
import id.tixgo.attendance.domain.Direction;
import id.tixgo.attendance.domain.EventPolicy;
import id.tixgo.attendance.domain.Outcome;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Staff;
import id.tixgo.attendance.domain.Whose;
import id.tixgo.attendance.store.AttendanceState;
import id.tixgo.attendance.store.StoredAttendance;
import id.tixgo.attendance.store.StoredCheckIns;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.store.Store;
import id.tixgo.common.store.StoreConfig;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every store of check-ins must do, whatever keeps it. */
@ExtendWith(VertxExtension.class)
abstract class StoredDoorsContract {
  private static final Whose SITI = new Whose.Own(People.SITI);
  private static final int DOORS = 24;

  private Store store;
  private CheckIns doors;
  private AttendanceQueries queries;

  abstract StoreConfig config();

  @BeforeEach
  void setUp(Vertx vertx) {
    JsonFormat.install();
    AttendanceState state = new AttendanceState(vertx);
    store = config().store(vertx, state);
    store.open().await();
    doors = new StoredCheckIns(state, store, vertx.getOrCreateContext(), EventPolicy.ANY);
    queries = new StoredAttendance(state, Clock.systemUTC());
  }

  @AfterEach
  void tearDown() {
    store.close().await();
  }

  @Test
  void scanShouldAdmitOneOfManyDoorsAndTakeOneSeq() throws Exception {
    ExecutorService doors = Executors.newFixedThreadPool(DOORS);
    try {
      for (int ticket = 1; ticket <= 1000; ticket++) {
        List<Outcome> outcomes = askAtOnce(doors, "T" + ticket);
        ScanRecord winner = winner(outcomes);
        assertEquals((ticket - 1) * DOORS + 1, winner.seq());
        losers(outcomes).forEach(loser -> assertEquals(Optional.of(winner), loser.first()));
      }
    } finally {
      doors.shutdownNow();
    }
    assertEquals(new Counts(24_000, 1000, 1000), queries.counts("evt1"));
  }

  @Test
  void pageShouldShowEverySeqInOrderWhileDoorsAreWriting() throws Exception {
    ExecutorService doors = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Boolean>> writers =
          IntStream.range(0, 4).<Callable<Boolean>>mapToObj(d -> () -> admitMany("d" + d)).toList();
      var done = writers.stream().map(doors::submit).toList();
      while (queries.counts("evt1").lastSeq() < 20_000) {
        long total = queries.counts("evt1").lastSeq();
        long after = Math.max(0, total - 50);
        assertEquals(
            LongStream.rangeClosed(after + 1, total).boxed().toList(),
            queries.checkIns("evt1", after, total, 50).stream().map(ScanRecord::seq).toList());
      }
      for (var writer : done) {
        assertEquals(true, writer.get());
      }
    } finally {
      doors.shutdownNow();
    }
  }

  @Test
  void pageByShouldGroupByEventAndGoOnWhereThePageBeforeEnded() {
    put("a", "1", People.SITI);
    put("b", "1", People.SITI);
    put("a", "2", People.SITI);
    put("a", "3", People.BUDI);
    assertEquals(
        List.of("a-1", "a-2", "b-1"), ids(queries.checkInsBy(SITI, Optional.empty(), 0, 10)));
    assertEquals(List.of("a-2", "b-1"), ids(queries.checkInsBy(SITI, Optional.empty(), 1, 10)));
    assertEquals(List.of("b-1"), ids(queries.checkInsBy(SITI, Optional.of("b"), 0, 10)));
    assertEquals(3, queries.checkInsBy(SITI, Optional.empty(), 2, 1).total());
    assertEquals(0, queries.checkInsBy(new Whose.Named("nobody"), Optional.of("a"), 0, 1).total());
  }

  private boolean admitMany(String door) {
    IntStream.range(0, 5000).forEach(i -> put("evt1", door + i, People.SITI));
    return true;
  }

  private List<Outcome> askAtOnce(ExecutorService doors, String ticket) throws Exception {
    List<Callable<Outcome>> scans =
        IntStream.range(0, DOORS)
            .<Callable<Outcome>>mapToObj(
                door -> () -> put("evt1", ticket, new Staff(door, "door" + door, Optional.empty())))
            .toList();
    List<Outcome> outcomes = new ArrayList<>();
    for (var scan : doors.invokeAll(scans)) {
      outcomes.add(scan.get());
    }
    return outcomes;
  }

  private Outcome put(String event, String ticket, Staff staff) {
    return doors
        .scan(new Scan(event, ticket, "", "", Direction.IN, staff, Instant.EPOCH, Optional.empty()))
        .await();
  }

  private static ScanRecord winner(List<Outcome> outcomes) {
    List<ScanRecord> winners =
        outcomes.stream().map(Outcome::scan).filter(scan -> scan.refusal().isEmpty()).toList();
    assertEquals(1, winners.size());
    return winners.get(0);
  }

  private static List<Outcome> losers(List<Outcome> outcomes) {
    return outcomes.stream().filter(o -> o.scan().refusal().isPresent()).toList();
  }

  private static List<String> ids(CheckInList list) {
    return list.checkIns().stream().map(ScanRecord::id).toList();
  }
}
