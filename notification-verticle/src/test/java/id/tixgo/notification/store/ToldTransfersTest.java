package id.tixgo.notification.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.clients.wallet.TransferFacts;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.money.Money;
import id.tixgo.common.store.MemoryStore;
import id.tixgo.common.store.feed.FeedInbox;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.store.feed.FeedPage;
import id.tixgo.notification.domain.Notification;
import id.tixgo.notification.store.FactTable.NewsBegun;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Wallet is followed since later than other services. */
class ToldTransfersTest {
  private static final Instant RAN = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant FOLLOWED = Instant.parse("2026-12-01T00:00:00Z");

  private final Vertx vertx = Vertx.vertx();
  private final Context context = vertx.getOrCreateContext();
  private final NotificationState state = new NotificationState(vertx);
  private final MemoryStore store = new MemoryStore(vertx, state);

  @BeforeAll
  static void installFormat() {
    JsonFormat.install();
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void whatWasGivenBeforeWalletWasFollowedShouldBeNoNews() {
    ran();
    begin(FOLLOWED);
    begin(FOLLOWED.plusSeconds(100));
    News news = new News(state, new MessageIds("tixgo.id"), (letter, e, l) -> "" + letter, true);
    FeedInbox wallet =
        new FeedInbox("wallet", state.positions, new ToldTransfers(state, news), store, context);
    FeedMessage old = transfer(1, TransferFacts.COMPLETED, FOLLOWED.minusMillis(1));
    FeedMessage young = transfer(2, TransferFacts.COMPLETED, FOLLOWED.plusSeconds(1));
    FeedMessage failed = transfer(3, TransferFacts.FAILED, FOLLOWED.plusSeconds(1));
    wallet.take(new FeedPage("a", 3, Optional.empty(), List.of(old, young, failed))).await();
    assertEquals(List.of(8L, 7L), state.notifications.all(0).map(Notification::userId).toList());
  }

  /** The service, and not for the first time. */
  private void ran() {
    store
        .commit(
            context,
            entries -> {
              entries.add(new NewsBegun(RAN));
              return RAN;
            })
        .await();
  }

  private void begin(Instant now) {
    new StoredNotifications(state, store, context, new MessageIds("tixgo.id")).begin(now).await();
  }

  private static FeedMessage transfer(long seq, String type, Instant at) {
    TransferFacts facts =
        new TransferFacts(
            seq, 7, 8, new Money(100, "IDR"), Optional.empty(), Optional.of(at), false);
    return new FeedMessage(seq, type, at, JsonFormat.encode(facts).toString());
  }
}
