package id.tixgo.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.clients.event.VenueFacts;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.scope.Once;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.test.MutableClock;
import id.tixgo.event.domain.Event;
import id.tixgo.event.domain.EventDetails;
import id.tixgo.event.domain.EventPlace;
import id.tixgo.event.domain.EventStatus;
import id.tixgo.event.domain.Room;
import id.tixgo.event.domain.Slot;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VenuesTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  @TempDir Path folder;
  private final MutableClock clock = new MutableClock(NOON);
  private OpenEvents open;

  @BeforeEach
  void open() {
    JsonFormat.install();
    open = new OpenEvents(folder, clock);
  }

  @AfterEach
  void close() {
    open.close();
  }

  @Test
  void numbersShouldNotBeGivenTwice() {
    assertEquals(1, open.newVenue("a", "Asia/Jakarta").id());
    assertEquals(EventPlace.room(1, 101), open.newRoom(1, 10));
    assertEquals(EventPlace.room(1, 102), open.newRoom(1, 10));
    open.venues.deleteRoom(1, 102, room -> {}).await();
    assertEquals(EventPlace.room(1, 103), open.newRoom(1, 10));
    assertEquals(2, open.newVenue("b", "Asia/Jakarta").id());
    open.venues.delete(2, venue -> {}).await();
    reopen();
    assertEquals(3, open.newVenue("c", "Asia/Jakarta").id());
    assertEquals(EventPlace.room(1, 104), open.newRoom(1, 10));
  }

  @Test
  void aPlaceWithSomethingToComeShouldNotBeDeleted() {
    open.newVenue("a", "Asia/Jakarta");
    EventPlace hall = open.newRoom(1, 10);
    open.newRoom(1, 10);
    create(hall, 1, 2);
    assertEquals("IN_USE", refusal(open.venues.delete(1, venue -> {})).code());
    assertEquals("IN_USE", refusal(open.venues.deleteRoom(1, 101, room -> {})).code());
    open.venues.deleteRoom(1, 102, room -> {}).await();
    clock.advance(Duration.ofHours(2));
    open.venues.deleteRoom(1, 101, room -> {}).await();
    open.venues.delete(1, venue -> {}).await();
  }

  @Test
  void anEventInNoRoomShouldKeepItsVenue() {
    open.newVenue("a", "Asia/Jakarta");
    Event event =
        open.create(EventSamples.details("e", hour(1), Optional.empty(), EventPlace.venue(1)))
            .await();
    assertEquals("IN_USE", refusal(open.venues.delete(1, venue -> {})).code());
    open.events.change(event.id(), d -> d.withStatus(EventStatus.CANCELLED), e -> {}).await();
    open.venues.delete(1, venue -> {}).await();
  }

  @Test
  void anEventOfThePastShouldStillBeChangedWhenItsVenueIsGone() {
    open.newVenue("a", "Asia/Makassar");
    Event event = create(open.newRoom(1, 10), 1, 2);
    clock.advance(Duration.ofHours(2));
    open.venues.delete(1, venue -> {}).await();
    EventDetails before = event.details();
    EventDetails renamed =
        EventSamples.details("new", before.startTime(), before.endTime(), before.place());
    open.events.change(event.id(), d -> renamed, e -> {}).await();
    assertEquals("Asia/Makassar", told().get(told().size() - 1).timeZone());
    assertEquals("Asia/Makassar", open.venues.zone(before.place(), Optional.empty()).getId());
  }

  @Test
  void aPlaceThatIsNoneShouldBeRefused() {
    open.newVenue("a", "Asia/Jakarta");
    for (EventPlace place :
        List.of(EventPlace.venue(2), EventPlace.room(1, 101), EventPlace.room(2, 201))) {
      Optional<Instant> end = Optional.of(hour(2));
      Problem problem = refusal(open.create(EventSamples.details("e", hour(1), end, place)));
      assertEquals("VALIDATION_ERROR", problem.code());
    }
  }

  @Test
  void aBlockShouldNeedItsRoom() {
    open.newVenue("a", "Asia/Jakarta");
    Slot block = Slot.block("b", hour(1), hour(2), Optional.empty());
    for (EventPlace place : List.of(EventPlace.room(1, 101), EventPlace.room(2, 201))) {
      Future<Slot> made = open.schedule.block(place, block, Once.eachTime());
      assertEquals("NOT_FOUND", refusal(made).code());
    }
  }

  @Test
  void aRoomShouldHoldThePeopleOfItsEvents() {
    open.newVenue("a", "Asia/Jakarta");
    EventPlace hall = open.newRoom(1, 10);
    assertEquals("VALIDATION_ERROR", refusal(open.create(withPeople(hall, 11))).code());
    open.create(withPeople(hall, 10)).await();
    assertEquals("IN_USE", refusal(resize(9)).code());
    assertEquals(12, resize(12).await().capacity());
    clock.advance(Duration.ofHours(2));
    assertEquals(9, resize(9).await().capacity());
  }

  @Test
  void theFeedShouldTellWhereAnEventTakesPlace() {
    open.newVenue("Sabuga", "Asia/Makassar");
    create(open.newRoom(1, 10), 1, 2);
    VenueFacts venue =
        new VenueFacts(1, "Sabuga", Optional.empty(), Optional.of(101), Optional.of("Hall"));
    EventFacts facts = told().get(0);
    assertEquals(Optional.of(venue), facts.venue());
    assertEquals("Asia/Makassar", facts.timeZone());
    assertEquals(Optional.of(10), facts.capacity());
  }

  @Test
  void theFeedShouldTellOfEventsToComeWhenTheirPlaceChanges() {
    open.newVenue("Sabuga", "Asia/Jakarta");
    EventPlace hall = open.newRoom(1, 10);
    Event past = create(hall, 1, 2);
    Event coming = create(hall, 3, 4);
    clock.advance(Duration.ofHours(2));
    open.venues.change(1, v -> v).await();
    resize(20).await();
    assertEquals(
        List.of(past.id(), coming.id(), coming.id(), coming.id()),
        told().stream().map(EventFacts::id).toList());
    assertEquals(Optional.of(20), told().get(3).capacity());
  }

  private Future<Room> resize(int capacity) {
    return open.venues.changeRoom(1, 101, room -> new Room(room.id(), room.name(), capacity));
  }

  private static EventDetails withPeople(EventPlace hall, int people) {
    EventDetails details = EventSamples.details("e", hour(1), Optional.of(hour(2)), hall);
    return EventSamples.withCapacity(details, people);
  }

  private Event create(EventPlace place, int from, int to) {
    return open.create(EventSamples.details("e", hour(from), Optional.of(hour(to)), place)).await();
  }

  private List<EventFacts> told() {
    return open.state.feed.page(0, 100).messages().stream()
        .map((FeedMessage message) -> message.data(EventFacts.class))
        .toList();
  }

  private void reopen() {
    open.close();
    open = new OpenEvents(folder, clock);
  }

  private static Problem refusal(Future<?> change) {
    return assertThrows(Problem.class, change::await);
  }

  private static Instant hour(int hours) {
    return NOON.plusSeconds(3600L * hours);
  }
}
