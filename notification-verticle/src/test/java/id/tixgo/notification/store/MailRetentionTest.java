package id.tixgo.notification.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.store.MemoryStore;
import id.tixgo.common.store.Replay;
import id.tixgo.common.store.Retention;
import id.tixgo.common.store.feed.FeedInbox;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.store.feed.FeedPage;
import id.tixgo.common.test.MutableClock;
import id.tixgo.common.time.Timestamps;
import id.tixgo.notification.domain.Delivery;
import id.tixgo.notification.domain.MailStatus;
import id.tixgo.notification.domain.Notification;
import id.tixgo.notification.domain.Recipient;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was sent or has failed long ago is forgotten, and stays so after a restart. */
class MailRetentionTest {
  private static final long READER = 7;
  private static final Optional<Duration> KEPT = Optional.of(Duration.ofDays(90));

  private final Vertx first = Vertx.vertx();
  private final Vertx second = Vertx.vertx();
  private final Context context = first.getOrCreateContext();
  private final MutableClock clock = new MutableClock();
  private final NotificationState state = new NotificationState(first);
  private final MemoryStore store = new MemoryStore(first, state);
  private final MailRetention retention = retention(KEPT);

  @BeforeAll
  static void installFormat() {
    JsonFormat.install();
  }

  @BeforeEach
  void know() {
    keep(new Recipient(READER, "siti", Optional.of("s@tixgo.id"), name("Siti"), name("en")));
  }

  @AfterEach
  void close() {
    first.close().await();
    second.close().await();
  }

  @Test
  void whatIsOverShouldBeForgottenAndWhatWaitsShouldStay() {
    mail(1, MailStatus.SENT);
    mail(2, MailStatus.PENDING);
    mail(3, MailStatus.FAILED);
    clock.advance(Duration.ofDays(89));
    mail(4, MailStatus.SENT);
    mail(5, MailStatus.FAILED);
    forget();
    assertEquals(List.of(1L, 2L, 3L, 4L, 5L), ids(state));
    clock.advance(Duration.ofDays(2));
    forget();
    assertEquals(List.of(2L, 4L, 5L), ids(state));
    clock.advance(Duration.ofDays(36_500));
    forget();
    assertEquals(List.of(2L), ids(state));
    assertEquals(List.of(2L), stored().due(clock.instant()));
  }

  @Test
  void aRestartShouldNeitherBringThemBackNorUseTheirNumbersAgain() {
    for (int id = 1; id <= 20; id++) {
      mail(id, id == 8 ? MailStatus.PENDING : MailStatus.SENT);
    }
    clock.advance(Duration.ofDays(91));
    forget();
    NotificationState restarted = restarted();
    for (NotificationState either : List.of(state, restarted)) {
      assertEquals(List.of(8L), ids(either));
      assertEquals(List.of(8L), either.notifications.stagedIdsOf(READER));
      assertEquals(21, either.notifications.next());
    }
    assertEquals(1, restarted.notifications.snapshotSize());
  }

  @Test
  void manyShouldBeForgottenInSmallSteps() {
    for (int id = 1; id <= 2500; id++) {
      mail(id, MailStatus.SENT);
    }
    clock.advance(Duration.ofDays(91));
    for (int left : new int[] {1500, 500, 0}) {
      assertTrue(retention.step(clock.instant()).await());
      assertEquals(left, ids(state).size());
    }
    assertFalse(retention.step(clock.instant()).await());
  }

  /** Nobody looks at what stays to find what goes. */
  @Test
  void whatIsOverShouldBeFoundWithoutThoseThatWait() {
    mail(1, MailStatus.PENDING);
    mail(2, MailStatus.SENT);
    clock.advance(Duration.ofDays(1));
    mail(3, MailStatus.SENT);
    stored().change(2, sent -> sent.queued(Timestamps.now(clock))).await();
    assertEquals(List.of(3L), state.notifications.over(Instant.MAX).toList());
    assertEquals(List.of(3L), restarted().notifications.over(Instant.MAX).toList());
    Instant sent = Timestamps.now(clock);
    assertEquals(List.of(), state.notifications.over(sent).toList());
    assertEquals(List.of(3L), state.notifications.over(sent.plusNanos(1)).toList());
  }

  @Test
  void whatWasSentAgainShouldStayAsLongAsItWaits() {
    mail(1, MailStatus.FAILED);
    clock.advance(Duration.ofDays(91));
    stored().change(1, failed -> failed.queued(Timestamps.now(clock))).await();
    forget();
    assertEquals(List.of(1L), ids(state));
  }

  @Test
  void nothingShouldBeForgottenWhereEverythingIsKept() {
    mail(1, MailStatus.SENT);
    clock.advance(Duration.ofDays(36_500));
    assertFalse(retention(Optional.empty()).step(clock.instant()).await());
    assertEquals(List.of(1L), ids(state));
  }

  @Test
  void aFactWhoseMailIsForgottenShouldNotBeMailedAgain() {
    Instant now = Timestamps.now(clock);
    stored().begin(now).await();
    FeedMessage received = new FeedMessage(1, "payment_confirmed", now, payment());
    FeedPage page = new FeedPage("a", 1, Optional.empty(), List.of(received));
    FeedInbox money = inbox(state, store);
    money.take(page).await();
    assertEquals(List.of(1L), ids(state));
    mail(1, MailStatus.SENT);
    clock.advance(Duration.ofDays(91));
    forget();
    money.take(page).await();
    NotificationState restarted = restarted();
    for (FeedInbox either : List.of(money, inbox(restarted, new MemoryStore(second, restarted)))) {
      either.begin(context).await();
      assertEquals(0, either.seq());
      either.take(page).await();
      assertEquals(1, either.seq());
    }
    assertEquals(List.of(), ids(state));
    assertEquals(List.of(), ids(restarted));
  }

  private FeedInbox inbox(NotificationState told, MemoryStore kept) {
    News news = new News(told, new MessageIds("tixgo.id"), (letter, event, locale) -> "Paid", true);
    return new FeedInbox("payment", told.positions, new ToldMoney(news), kept, context);
  }

  private static String payment() {
    return new JsonObject()
        .put("payment_id", 5)
        .put("user_id", READER)
        .put("username", "siti")
        .put("order_number", "TIX-1")
        .put("service_type", "EVENT")
        .put("service_id", "b1")
        .put("amount", new JsonObject().put("minor", 100).put("currency", "IDR"))
        .encode();
  }

  private NotificationState restarted() {
    NotificationState again = new NotificationState(second);
    Replay replay = new Replay(again);
    state.snapshot().forEachRemaining(replay::take);
    replay.finish();
    return again;
  }

  private static List<Long> ids(NotificationState state) {
    return state.notifications.all(0).map(Notification::id).toList();
  }

  private void forget() {
    while (retention.step(clock.instant()).await()) {}
  }

  private MailRetention retention(Optional<Duration> kept) {
    return new MailRetention(state, new Retention(store, context), kept);
  }

  private StoredNotifications stored() {
    return new StoredNotifications(state, store, context, new MessageIds("tixgo.id"));
  }

  private static Optional<String> name(String name) {
    return Optional.of(name);
  }

  /** Stored now as one of that status. */
  private void mail(long id, MailStatus status) {
    Instant now = Timestamps.now(clock);
    Delivery none = Delivery.none("<" + id + "@tixgo.id>");
    boolean waits = status == MailStatus.PENDING;
    keep(
        new Notification(
            id,
            READER,
            "Hello",
            Optional.empty(),
            status,
            waits ? none.queued(now) : none,
            now,
            Optional.of(now)));
  }

  private void keep(Record entry) {
    store
        .commit(
            context,
            entries -> {
              entries.add(entry);
              return entry;
            })
        .await();
  }
}
