package id.tixgo.notification;

import id.tixgo.common.store.MemoryStore;
import id.tixgo.common.test.MutableClock;
import id.tixgo.common.time.Timestamps;
import id.tixgo.notification.domain.Delivery;
import id.tixgo.notification.domain.Enclosure;
import id.tixgo.notification.domain.Letter;
import id.tixgo.notification.domain.LetterKind;
import id.tixgo.notification.domain.Mail;
import id.tixgo.notification.domain.MailPace;
import id.tixgo.notification.domain.MailServer;
import id.tixgo.notification.domain.MailStatus;
import id.tixgo.notification.domain.MailWriter;
import id.tixgo.notification.domain.Notification;
import id.tixgo.notification.domain.Outbox;
import id.tixgo.notification.domain.Recipient;
import id.tixgo.notification.domain.RetryPlan;
import id.tixgo.notification.store.MessageIds;
import id.tixgo.notification.store.NotificationState;
import id.tixgo.notification.store.StoredNotifications;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** An outbox in memory, by a clock that a test moves; all on the test's thread. */
final class OpenOutbox implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final Context context = vertx.getOrCreateContext();
  private final NotificationState state = new NotificationState(vertx);
  private final MemoryStore store = new MemoryStore(vertx, state);
  private final MutableClock clock;
  final StoredNotifications stored =
      new StoredNotifications(state, store, context, new MessageIds("example.com"));
  final Outbox outbox;

  OpenOutbox(MailServer server, int perSecond, DoubleSupplier chance, MutableClock clock) {
    this.clock = clock;
    Instant start = clock.instant();
    this.outbox =
        new Outbox(
            stored,
            new Writer(),
            server,
            new RetryPlan(Duration.ofSeconds(30), chance),
            new MailPace(perSecond, () -> Duration.between(start, clock.instant()).toNanos()),
            outcome -> {},
            context,
            clock);
  }

  private static final class Writer implements MailWriter {
    @Override
    public Future<Mail> write(Notification notification, Recipient reader, String to) {
      Enclosure file = new Enclosure("tickets.pdf", "application/pdf", Buffer.buffer("PDF"));
      return Future.succeededFuture(mail(notification, to, List.of(file)));
    }

    @Override
    public Mail writeBare(Notification notification, Recipient reader, String to) {
      return mail(notification, to, List.of());
    }

    private static Mail mail(Notification notification, String to, List<Enclosure> with) {
      return new Mail(notification.delivery().messageId(), to, "Subject", "Text", "Html", with);
    }
  }

  void know(long userId, String name) {
    Optional<String> email = Optional.of(name + "@example.com");
    store(new Recipient(userId, name, email, Optional.empty(), Optional.empty()));
  }

  /** Stores a letter that is due now. */
  void due(long id, long userId, Optional<Instant> until) {
    Instant now = Timestamps.now(clock);
    store(
        new Notification(
            id,
            userId,
            "Told",
            Optional.of(new Letter(LetterKind.WELCOME, Map.of(), until)),
            MailStatus.PENDING,
            Delivery.none("<" + id + "@example.com>").queued(now),
            now,
            Optional.empty()));
  }

  Notification find(long id) {
    return stored.find(id).orElseThrow();
  }

  private void store(Record entry) {
    store
        .commit(
            context,
            entries -> {
              entries.add(entry);
              return entry;
            })
        .await();
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
