package id.tixgo.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import id.tixgo.notification.domain.Notifications;
import id.tixgo.notification.domain.Outbox;
import id.tixgo.notification.domain.Posted;
import id.tixgo.notification.domain.Recipient;
import id.tixgo.notification.domain.RetryPlan;
import id.tixgo.notification.store.MessageIds;
import id.tixgo.notification.store.NotificationState;
import id.tixgo.notification.store.StoredNotifications;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When mails are handed over, and what comes of what the server says; all on this thread. */
class OutboxTest {
  private static final long READER = 7;

  private final Vertx vertx = Vertx.vertx();
  private final Context context = vertx.getOrCreateContext();
  private final MutableClock clock = new MutableClock();
  private final NotificationState state = new NotificationState(vertx);
  private final MemoryStore store = new MemoryStore(vertx, state);
  private final StoredNotifications stored =
      new StoredNotifications(state, store, context, new MessageIds("example.com"));
  private final Server server = new Server();
  private final Outbox outbox =
      new Outbox(
          stored,
          new Writer(),
          server,
          new RetryPlan(Duration.ofSeconds(30), () -> 0.5),
          new MailPace(10_000, System::nanoTime),
          outcome -> {},
          context,
          clock);

  /** Answers when, and what, a test says. */
  private static final class Server implements MailServer {
    private final List<Mail> mails = new ArrayList<>();
    private final List<Promise<Posted>> answers = new ArrayList<>();

    @Override
    public boolean isThere() {
      return true;
    }

    @Override
    public Future<Posted> send(Mail mail) {
      mails.add(mail);
      answers.add(Promise.promise());
      return answers.get(answers.size() - 1).future();
    }

    void answer(Posted posted) {
      answers.get(answers.size() - 1).complete(posted);
    }
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

  @BeforeEach
  void know() {
    store(
        new Recipient(
            READER, "siti", Optional.of("siti@example.com"), Optional.empty(), Optional.empty()));
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void whatCanComeTooLateShouldGoBeforeABulkThatIsDueLonger() {
    for (int id = 1; id <= 300; id++) {
      store(due(id, Optional.empty()));
    }
    clock.advance(Duration.ofSeconds(1));
    store(due(301, Optional.of(clock.instant().plusSeconds(60))));
    outbox.look();
    assertEquals(8, server.mails.size());
    assertEquals("<301@example.com>", server.mails.get(0).messageId());
    assertEquals("<1@example.com>", server.mails.get(1).messageId());
  }

  @Test
  void aStopShouldWaitForWhatIsOnItsWayAndBeginNoMore() {
    store(due(1, Optional.empty()));
    outbox.look();
    Future<Void> stopped = outbox.stop();
    store(due(2, Optional.empty()));
    outbox.look();
    assertFalse(stopped.isComplete());
    server.answer(new Posted.Accepted());
    assertTrue(stopped.succeeded());
    assertEquals(MailStatus.SENT, stored.find(1).orElseThrow().status());
    assertEquals(1, server.mails.size());
    assertEquals(MailStatus.PENDING, stored.find(2).orElseThrow().status());
  }

  @Test
  void aMailOfWhichNobodyKnowsShouldBeSentThriceAtMost() {
    store(due(1, Optional.empty()));
    for (int attempt = 1; attempt <= 3; attempt++) {
      assertEquals(MailStatus.PENDING, stored.find(1).orElseThrow().status());
      outbox.look();
      server.answer(new Posted.Unsure("the connection broke"));
      clock.advance(Duration.ofHours(2));
    }
    outbox.look();
    Notification failed = stored.find(1).orElseThrow();
    assertEquals(MailStatus.FAILED, failed.status());
    assertEquals(
        Optional.of("Nobody knows whether it arrived, three times: the connection broke"),
        failed.delivery().reason());
    assertEquals(3, server.mails.size());
  }

  @Test
  void aMailThatIsTooLargeShouldGoWithoutItsFiles() {
    store(due(1, Optional.empty()));
    outbox.look();
    server.answer(new Posted.TooLarge("552 too large"));
    assertEquals(List.of(1, 0), server.mails.stream().map(mail -> mail.with().size()).toList());
    server.answer(new Posted.TooLarge("552 too large"));
    assertEquals(MailStatus.FAILED, stored.find(1).orElseThrow().status());
  }

  @Test
  void whatWasOnItsWayAtACrashShouldBeDueAgainAndMayBeChanged() {
    Notifications rules = new Notifications(stored, clock);
    store(due(1, Optional.empty()));
    outbox.look();
    assertTrue(rules.delete(1).failed());
    stored.begin(Timestamps.now(clock)).await();
    assertEquals(List.of(1L), stored.due(Timestamps.now(clock)));
    assertEquals(1, stored.find(1).orElseThrow().delivery().attempts());
    assertTrue(rules.delete(1).succeeded());
  }

  /** A letter that is due now. */
  private Notification due(long id, Optional<Instant> until) {
    Instant now = Timestamps.now(clock);
    return new Notification(
        id,
        READER,
        "Told",
        Optional.of(new Letter(LetterKind.WELCOME, Map.of(), until)),
        MailStatus.PENDING,
        Delivery.none("<" + id + "@example.com>").queued(now),
        now,
        Optional.empty());
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
}
