package id.tixgo.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.scope.Once;
import id.tixgo.event.domain.Event;
import id.tixgo.event.domain.EventDetails;
import id.tixgo.event.domain.EventPlace;
import id.tixgo.event.domain.EventStatus;
import id.tixgo.event.domain.Slot;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to events and rooms: a schedule is what a list without any index says. */
class RoomHistoryTest {
  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  private static final Clock CLOCK = Clock.fixed(START, ZoneOffset.UTC);
  private static final int STEPS = 150;

  @TempDir Path folder;

  private final List<EventPlace> rooms = new ArrayList<>();

  /** What stands in rooms, as it should be. */
  private final List<Standing> standing = new ArrayList<>();

  private final List<String> cancelled = new ArrayList<>();

  private record Standing(EventPlace room, String id, Instant from, Instant to, boolean isEvent) {
    boolean overlaps(EventPlace place, Instant begin, Instant end) {
      return room.equals(place) && from.isBefore(end) && begin.isBefore(to);
    }
  }

  @BeforeAll
  static void install() {
    JsonFormat.install();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theScheduleShouldBeWhatTheEventsAndBlocksSay(long seed) throws IOException {
    Random random = new Random(seed);
    Path crashed = folder.resolve("crashed");
    try (OpenEvents open = new OpenEvents(folder.resolve("live"), CLOCK)) {
      int venue = open.newVenue("Sabuga", "Asia/Jakarta").id();
      rooms.add(open.newRoom(venue, 100));
      rooms.add(open.newRoom(venue, 100));
      for (int step = 0; step < STEPS; step++) {
        step(open, random);
        check(open);
      }
      OpenEvents.copy(folder.resolve("live"), crashed);
    }
    reopened(crashed);
    reopened(folder.resolve("live"));
  }

  private void reopened(Path path) {
    try (OpenEvents open = new OpenEvents(path, CLOCK)) {
      check(open);
    }
  }

  private void step(OpenEvents open, Random random) {
    EventPlace room = rooms.get(random.nextInt(rooms.size()));
    Instant from = START.plusSeconds(1800L * random.nextInt(60));
    Instant to = from.plusSeconds(1800L * (1 + random.nextInt(6)));
    List<Standing> events = standing.stream().filter(Standing::isEvent).toList();
    int what = random.nextInt(10);
    if (what < 4 || events.isEmpty()) {
      EventDetails details = EventSamples.details("e", from, Optional.of(to), room);
      taken(open.create(details), room, from, to, Optional.empty(), Event::id, true);
    } else if (what < 6) {
      Slot block = Slot.block(UUID.randomUUID().toString(), from, to, Optional.empty());
      Future<Slot> made = open.schedule.block(room, block, Once.eachTime());
      taken(made, room, from, to, Optional.empty(), Slot::id, false);
    } else {
      change(open, events.get(random.nextInt(events.size())), what, room, from, to);
    }
  }

  private void change(
      OpenEvents open, Standing event, int what, EventPlace room, Instant from, Instant to) {
    switch (what) {
      case 6 -> {
        EventDetails moved = EventSamples.details("e", from, Optional.of(to), room);
        Future<Event> change = open.events.change(event.id(), d -> moved, e -> {});
        taken(change, room, from, to, Optional.of(event), Event::id, true);
      }
      case 7 -> {
        withStatus(open, event.id(), EventStatus.CANCELLED).await();
        standing.remove(event);
        cancelled.add(event.id());
      }
      case 8 -> {
        open.events.delete(event.id(), e -> {}).await();
        standing.remove(event);
      }
      default -> revive(open);
    }
  }

  /** One that was cancelled wants its room back. */
  private void revive(OpenEvents open) {
    if (!cancelled.isEmpty()) {
      EventDetails details = open.events.find(cancelled.get(0)).details();
      Future<Event> change = withStatus(open, cancelled.get(0), EventStatus.PUBLISHED);
      Instant end = details.endTime().orElseThrow();
      if (taken(
          change, details.place(), details.startTime(), end, Optional.empty(), Event::id, true)) {
        cancelled.remove(0);
      }
    }
  }

  private static Future<Event> withStatus(OpenEvents open, String id, EventStatus status) {
    return open.events.change(id, details -> details.withStatus(status), e -> {});
  }

  /** The change succeeds if, and only if, nothing else stands there; says whether it did. */
  private <R> boolean taken(
      Future<R> change,
      EventPlace room,
      Instant from,
      Instant to,
      Optional<Standing> before,
      Function<R, String> id,
      boolean isEvent) {
    boolean isFree =
        standing.stream()
            .filter(other -> !before.equals(Optional.of(other)))
            .noneMatch(other -> other.overlaps(room, from, to));
    Optional<R> made = outcome(change);
    assertEquals(isFree, made.isPresent());
    made.ifPresent(
        result -> {
          before.ifPresent(standing::remove);
          standing.add(new Standing(room, id.apply(result), from, to, isEvent));
        });
    return isFree;
  }

  private static <R> Optional<R> outcome(Future<R> change) {
    return change
        .map(Optional::of)
        .recover(
            failure ->
                failure instanceof Problem problem && problem.code().equals("SCHEDULE_TAKEN")
                    ? Future.succeededFuture(Optional.empty())
                    : Future.failedFuture(failure))
        .await();
  }

  private void check(OpenEvents open) {
    for (EventPlace room : rooms) {
      List<Slot> slots = open.all(room);
      assertEquals(wanted(room), slots.stream().map(s -> standing(room, s)).toList());
      for (int i = 1; i < slots.size(); i++) {
        assertFalse(slots.get(i).startTime().isBefore(slots.get(i - 1).endTime()));
      }
    }
  }

  private List<Standing> wanted(EventPlace room) {
    return standing.stream()
        .filter(slot -> slot.room().equals(room))
        .sorted(Comparator.comparing(Standing::from))
        .toList();
  }

  private static Standing standing(EventPlace room, Slot slot) {
    return new Standing(room, slot.id(), slot.startTime(), slot.endTime(), !slot.isBlock());
  }
}
