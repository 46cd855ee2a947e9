package id.tixgo.common.store.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.store.MemoryStore;
import id.tixgo.common.store.Store;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an inbox takes of a feed, and what it doesn't. */
@ExtendWith(VertxExtension.class)
class FeedInboxTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private Hearing hearing;
  private FeedInbox inbox;
  private Context context;

  @BeforeEach
  void setUp(Vertx vertx) {
    JsonFormat.install();
    hearing = new Hearing(vertx);
    Store store = new MemoryStore(vertx, hearing);
    context = vertx.getOrCreateContext();
    inbox = new FeedInbox(Hearing.FEED, hearing.positions, hearing, store, context);
  }

  @Test
  void takeShouldApplyAPageOnceHoweverOftenItComes() {
    inbox.take(page("a", 1, 3)).await();
    inbox.take(page("a", 1, 3)).await();
    inbox.take(page("a", 2, 4)).await();
    assertEquals(List.of(1L, 2L, 3L, 4L), hearing.heard());
    assertEquals(4, inbox.seq());
  }

  @Test
  void takeShouldApplyNothingBehindAGap() {
    inbox.take(page("a", 1, 2)).await();
    assertTrue(inbox.take(page("a", 4, 5)).failed());
    assertEquals(List.of(1L, 2L), hearing.heard());
  }

  @Test
  void takeShouldStopBeforeAMessageThatCanNotBeRead() {
    FeedMessage nonsense = new FeedMessage(2, "counted", NOON, "{\"number\":\"two\"}");
    FeedPage page =
        new FeedPage("a", 3, Optional.empty(), List.of(message(1), nonsense, message(3)));
    assertTrue(inbox.take(page).failed());
    assertEquals(List.of(1L), hearing.heard());
    inbox.take(page("a", 2, 3)).await();
    assertEquals(List.of(1L, 2L, 3L), hearing.heard());
  }

  @Test
  void contradictionShouldBeFoundInAFeedThatWentBack() {
    inbox.take(page("a", 1, 3)).await();
    assertEquals(Optional.empty(), inbox.contradiction(looked("a", 3, NOON.plusSeconds(3))));
    assertEquals(Optional.empty(), inbox.contradiction(looked("a", 9, NOON.plusSeconds(3))));
    assertTrue(inbox.contradiction(looked("b", 3, NOON.plusSeconds(3))).isPresent());
    assertTrue(inbox.contradiction(looked("a", 2, NOON.plusSeconds(2))).isPresent());
    assertTrue(inbox.contradiction(looked("a", 9, NOON.plusSeconds(4))).isPresent());
  }

  @Test
  void takeShouldLeaveAnotherFeedAlone() {
    inbox.take(page("a", 1, 3)).await();
    inbox.take(page("b", 4, 4)).await();
    assertEquals(List.of(1L, 2L, 3L), hearing.heard());
  }

  @Test
  void beginShouldForgetAndReadAnew() {
    inbox.take(page("a", 1, 3)).await();
    inbox.begin(context).await();
    assertEquals(List.of(), hearing.heard());
    assertEquals(0, inbox.seq());
    assertEquals(Optional.empty(), inbox.contradiction(looked("b", 1, NOON)));
    inbox.take(page("b", 1, 2)).await();
    assertEquals(List.of(1L, 2L), hearing.heard());
  }

  private static FeedPage looked(String id, long last, Instant afterAt) {
    return new FeedPage(id, last, Optional.of(afterAt), List.of());
  }

  private static FeedPage page(String id, int from, int to) {
    return new FeedPage(
        id,
        to,
        Optional.empty(),
        IntStream.rangeClosed(from, to).mapToObj(FeedInboxTest::message).toList());
  }

  private static FeedMessage message(int seq) {
    return new FeedMessage(seq, "counted", NOON.plusSeconds(seq), "{\"number\":" + seq + "}");
  }
}
