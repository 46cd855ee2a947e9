package id.tixgo.notification.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.store.Appender;
import id.tixgo.common.store.MemoryStore;
import id.tixgo.notification.domain.Delivery;
import id.tixgo.notification.domain.MailStatus;
import id.tixgo.notification.domain.Notification;
import id.tixgo.notification.store.NotificationTable.NotificationRemoved;
import id.tixgo.notification.store.PlacesTable.PlacesGiven;
import id.tixgo.notification.store.PlacesTable.PlacesPaid;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is kept of an event and of a user, however much there is. */
class NotificationTablesTest {
  /** So many that a list copied for each takes minutes. */
  private static final int MANY = 100_000;

  private final Vertx vertx = Vertx.vertx();
  private final NotificationState state = new NotificationState(vertx);
  private final MemoryStore store = new MemoryStore(vertx, state);

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  @Timeout(30)
  void manyBookingsOfAnEventShouldEachTakeNoLonger() {
    commit(
        entries -> {
          for (int i = 0; i < MANY; i++) {
            entries.add(new PlacesPaid("b" + i, "e", i / 2));
          }
          for (int i = 3; i < MANY; i++) {
            entries.add(new PlacesGiven("b" + i));
          }
          entries.add(new PlacesPaid("b2", "e", 1));
        });
    assertEquals(List.of(0L, 1L), state.places.stagedVisitors("e").sorted().toList());
    assertEquals(List.of(), state.places.stagedVisitors("other").toList());
  }

  @Test
  @Timeout(30)
  void manyNotificationsOfAUserShouldEachTakeNoLonger() {
    commit(
        entries -> {
          for (int i = 1; i <= MANY; i++) {
            entries.add(notification(i, i % 1000 == 0 ? 8 : 7));
          }
          for (int i = 4; i < MANY; i++) {
            entries.add(new NotificationRemoved(i));
          }
        });
    assertEquals(List.of(1L, 2L, 3L), ids(7));
    assertEquals(List.of((long) MANY), ids(8));
    assertEquals(ids(7), state.notifications.stagedIdsOf(7));
    assertEquals(List.of(), ids(9));
  }

  private List<Long> ids(long userId) {
    return state.notifications.ofUser(userId).map(Notification::id).toList();
  }

  private static Notification notification(long id, long userId) {
    return new Notification(
        id,
        userId,
        "Hello",
        Optional.empty(),
        MailStatus.PENDING,
        Delivery.none("<" + id + "@example.com>"),
        Instant.EPOCH,
        Optional.empty());
  }

  private void commit(Consumer<Appender> work) {
    store
        .commit(
            vertx.getOrCreateContext(),
            entries -> {
              work.accept(entries);
              return "done";
            })
        .await();
  }
}
