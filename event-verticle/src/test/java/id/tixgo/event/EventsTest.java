package id.tixgo.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.scope.Once;
import id.tixgo.common.store.MemoryStore;
import id.tixgo.event.domain.Event;
import id.tixgo.event.domain.EventDetails;
import id.tixgo.event.domain.EventPlace;
import id.tixgo.event.domain.EventQuery;
import id.tixgo.event.domain.Events;
import id.tixgo.event.store.EventState;
import id.tixgo.event.store.StoredEvents;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class EventsTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private final AtomicInteger rung = new AtomicInteger();
  private EventState state;
  private Events events;

  @BeforeEach
  void setUp(Vertx vertx) {
    JsonFormat.install();
    state = new EventState(vertx);
    StoredEvents store =
        new StoredEvents(state, new MemoryStore(vertx, state), vertx.getOrCreateContext());
    events = new Events(store, rung::incrementAndGet, Clock.fixed(NOON, ZoneOffset.UTC));
  }

  @Test
  void listShouldBeInTheOrderOfTheStart() {
    create("late", 3);
    create("early", 1);
    create("middle", 2);
    assertEquals(List.of("early", "middle", "late"), titles(all()));
  }

  @Test
  void listShouldFindWhatOverlapsATime() {
    create("early", 1);
    create("late", 5);
    assertEquals(List.of("late"), titles(query("", Optional.of(hours(4)), Optional.empty())));
    assertEquals(List.of("early"), titles(query("", Optional.empty(), Optional.of(hours(2)))));
    assertEquals(List.of("late"), titles(query("LAT", Optional.empty(), Optional.empty())));
  }

  @Test
  void changeShouldMoveUpdatedAtEvenWhenTheClockStandsStill() {
    Event made = create("a", 1);
    Event changed = change(made.id(), "b");
    assertTrue(changed.updatedAt().isAfter(made.updatedAt()));
    assertEquals(List.of("b"), titles(all()));
  }

  @Test
  void deleteShouldTakeItOutOfTheList() {
    Event made = create("a", 1);
    assertTrue(events.delete(made.id(), e -> {}).succeeded());
    assertEquals(List.of(), all());
    assertThrows(Problem.class, () -> events.find(made.id()));
    assertEquals(2, rung.get());
  }

  @Test
  void endShouldNotComeBeforeTheStart() {
    assertThrows(
        Problem.class,
        () ->
            EventSamples.details("a", NOON, Optional.of(NOON.minusSeconds(1)), EventPlace.UNKNOWN));
  }

  @Test
  void noChangeShouldBeLostWhenManyComeAtOnce() throws Exception {
    Event event = create("", 1);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> appends =
          IntStream.range(0, 200)
              .<Callable<Boolean>>mapToObj(i -> () -> append(event.id()))
              .toList();
      for (var done : threads.invokeAll(appends)) {
        assertTrue(done.get());
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals("x".repeat(200), events.find(event.id()).details().title());
    assertEquals(1, all().size());
    assertEquals(events.find(event.id()), all().get(0));
  }

  private boolean append(String id) {
    return events.change(id, d -> titled(d.title() + "x", d.startTime()), e -> {}).succeeded();
  }

  private Event change(String id, String title) {
    return events.change(id, d -> titled(title, d.startTime()), e -> {}).result();
  }

  private Event create(String title, int hour) {
    return events
        .create(titled(title, hours(hour)), Optional.empty(), "siti", Once.eachTime())
        .result();
  }

  private List<Event> all() {
    return query("", Optional.empty(), Optional.empty());
  }

  private List<Event> query(String text, Optional<Instant> from, Optional<Instant> to) {
    return events.list(new EventQuery(text, from, to, Optional.empty()), EventSamples.STAFF);
  }

  private static Instant hours(int hours) {
    return NOON.plusSeconds(3600L * hours);
  }

  private static EventDetails titled(String title, Instant start) {
    return EventSamples.details(title, start);
  }

  private static List<String> titles(List<Event> events) {
    return events.stream().map(event -> event.details().title()).toList();
  }
}
