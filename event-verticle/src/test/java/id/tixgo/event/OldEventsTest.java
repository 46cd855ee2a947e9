package id.tixgo.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.scope.Once;
import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.FileStore;
import id.tixgo.common.store.Store;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.store.feed.FeedPage;
import id.tixgo.common.store.wal.WriteAheadLog;
import id.tixgo.event.domain.Event;
import id.tixgo.event.domain.EventStatus;
import id.tixgo.event.store.EventState;
import id.tixgo.event.store.StoredEvents;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that version 1 has written, before events had a status and a feed. */
class OldEventsTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  @TempDir Path folder;

  private record OldDetails(
      String title,
      Optional<String> description,
      Optional<String> location,
      Instant startTime,
      Optional<Instant> endTime,
      Optional<Integer> capacity) {}

  private record OldEvent(
      String id, OldDetails details, String createdBy, Instant createdAt, Instant updatedAt) {}

  private record OldRemoved(String id) {}

  @BeforeEach
  void write() throws IOException {
    JsonFormat.install();
    EntryTypes version1 =
        new EntryTypes("event", 1, EventState.DICTIONARY)
            .with("event", OldEvent.class, entry -> {})
            .with("event_removed", OldRemoved.class, entry -> {});
    List<Record> old =
        List.of(event("b", 2), event("gone", 1), event("a", 1), new OldRemoved("gone"));
    WriteAheadLog.create(folder.resolve("event"), version1, old.iterator());
  }

  @Test
  void theFeedShouldBeginWithTheEventsThatThereAre() {
    for (int start = 0; start < 3; start++) {
      opened(
          (state, events) -> {
            events.beginFeed().await();
            FeedPage page = state.feed.page(0, 10);
            assertEquals(List.of("a", "b"), ids(page));
            assertEquals(List.of("published", "published"), statuses(page));
            assertEquals(2, page.last());
            assertEquals(EventStatus.PUBLISHED, events.find("a").orElseThrow().details().status());
          });
    }
  }

  @Test
  void theFirstChangeShouldBeToldAfterTheEventsThatThereAre() {
    opened(
        (state, events) -> {
          events.add(newEvent("c"), Once.eachTime()).await();
          events.remove(events.find("a").orElseThrow(), NOON).await();
          assertEquals(List.of("a", "b", "c", "a"), ids(state.feed.page(0, 10)));
        });
    opened(
        (state, events) -> {
          assertEquals(List.of("a", "b", "c", "a"), ids(state.feed.page(0, 10)));
          assertEquals(List.of("c", "a"), ids(state.feed.page(2, 10)));
        });
  }

  @Test
  void anIdThatWasDeletedBeforeShouldNotBeUsedAgain() {
    opened(
        (state, events) ->
            assertTrue(events.add(newEvent("gone"), Once.eachTime()).await().isEmpty()));
  }

  private void opened(BiConsumer<EventState, StoredEvents> test) {
    Vertx vertx = Vertx.vertx();
    EventState state = new EventState(vertx);
    Store store = new FileStore(vertx, folder, true, state);
    store.open().await();
    test.accept(state, new StoredEvents(state, store, vertx.getOrCreateContext()));
    store.close().compose(closed -> vertx.close()).await();
  }

  private static List<String> ids(FeedPage page) {
    return page.messages().stream().map(OldEventsTest::facts).map(EventFacts::id).toList();
  }

  private static List<String> statuses(FeedPage page) {
    return page.messages().stream().map(OldEventsTest::facts).map(EventFacts::status).toList();
  }

  private static EventFacts facts(FeedMessage message) {
    return message.data(EventFacts.class);
  }

  private static OldEvent event(String id, int day) {
    Instant at = NOON.plusSeconds(86_400L * day);
    OldDetails details =
        new OldDetails(
            id, Optional.empty(), Optional.empty(), at, Optional.empty(), Optional.empty());
    return new OldEvent(id, details, "admin", at, at);
  }

  private static Event newEvent(String id) {
    return new Event(id, EventSamples.details(id, NOON), "admin", NOON, NOON);
  }
}
