package id.tixgo.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.scope.Once;
import id.tixgo.event.domain.EventDetails;
import id.tixgo.event.domain.EventPlace;
import id.tixgo.event.domain.Events;
import id.tixgo.event.domain.Slot;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One room, wanted by many at once through several instances of the service. */
class RoomRaceTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final int MANY = 50;
  private static final int ROUNDS = 20;

  @TempDir Path folder;

  @BeforeAll
  static void install() {
    JsonFormat.install();
  }

  @Test
  void oneOfManyEventsShouldTakeTheRoom() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (OpenEvents open = new OpenEvents(folder, Clock.systemUTC())) {
      List<Events> instances = Stream.generate(open::another).limit(4).toList();
      int venue = open.newVenue("Sabuga", "Asia/Jakarta").id();
      for (int round = 1; round <= ROUNDS; round++) {
        EventPlace room = open.newRoom(venue, 100);
        List<String> outcomes = atOnce(threads, instances, room);
        assertEquals(1, outcomes.stream().filter("made"::equals).count());
        assertEquals(MANY - 1, outcomes.stream().filter("SCHEDULE_TAKEN"::equals).count());
        assertEquals(1, open.all(room).size());
        assertEquals(round, open.events.list(EventSamples.ALL, EventSamples.STAFF).size());
        Slot slot = open.all(room).get(0);
        assertEquals(room, open.events.find(slot.id()).details().place());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<String> atOnce(
      ExecutorService threads, List<Events> instances, EventPlace room) throws Exception {
    List<Callable<String>> wanted =
        IntStream.range(0, MANY)
            .<Callable<String>>mapToObj(
                i -> () -> outcome(instances.get(i % instances.size()), i, room))
            .toList();
    return threads.invokeAll(wanted).stream().map(RoomRaceTest::result).toList();
  }

  /** All overlap, though none is at the same time as another. */
  private static String outcome(Events events, int minute, EventPlace room) {
    Instant start = NOON.plusSeconds(60L * minute);
    Optional<Instant> end = Optional.of(start.plusSeconds(3600));
    EventDetails details = EventSamples.details("e", start, end, room);
    return events
        .create(details, Optional.empty(), "admin", Once.eachTime())
        .map("made")
        .recover(failure -> Future.succeededFuture(((Problem) failure).code()))
        .await();
  }

  private static String result(java.util.concurrent.Future<String> done) {
    try {
      return done.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
