package id.tixgo.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.MutableClock;
import id.tixgo.common.time.Timestamps;
import id.tixgo.notification.domain.Mail;
import id.tixgo.notification.domain.MailServer;
import id.tixgo.notification.domain.MailStatus;
import id.tixgo.notification.domain.Notification;
import id.tixgo.notification.domain.Notifications;
import id.tixgo.notification.domain.Outbox;
import id.tixgo.notification.domain.Posted;
import id.tixgo.notification.store.StoredNotifications;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When mails are handed over, and what comes of what the server says; all on this thread. */
class OutboxTest {
  private static final long READER = 7;

  private final MutableClock clock = new MutableClock();
  private final Server server = new Server();
  private final OpenOutbox house = new OpenOutbox(server, 10_000, () -> 0.5, clock);
  private final StoredNotifications stored = house.stored;
  private final Outbox outbox = house.outbox;

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

  @BeforeEach
  void know() {
    house.know(READER, "siti");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whatCanComeTooLateShouldGoBeforeABulkThatIsDueLonger() {
    for (int id = 1; id <= 300; id++) {
      due(id, Optional.empty());
    }
    clock.advance(Duration.ofSeconds(1));
    due(301, Optional.of(clock.instant().plusSeconds(60)));
    outbox.look();
    assertEquals(8, server.mails.size());
    assertEquals("<301@example.com>", server.mails.get(0).messageId());
    assertEquals("<1@example.com>", server.mails.get(1).messageId());
  }

  @Test
  void aStopShouldWaitForWhatIsOnItsWayAndBeginNoMore() {
    due(1, Optional.empty());
    outbox.look();
    Future<Void> stopped = outbox.stop();
    due(2, Optional.empty());
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
    due(1, Optional.empty());
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
    due(1, Optional.empty());
    outbox.look();
    server.answer(new Posted.TooLarge("552 too large"));
    assertEquals(List.of(1, 0), server.mails.stream().map(mail -> mail.with().size()).toList());
    server.answer(new Posted.TooLarge("552 too large"));
    assertEquals(MailStatus.FAILED, stored.find(1).orElseThrow().status());
  }

  @Test
  void whatWasOnItsWayAtACrashShouldBeDueAgainAndMayBeChanged() {
    Notifications rules = new Notifications(stored, clock);
    due(1, Optional.empty());
    outbox.look();
    assertTrue(rules.delete(1).failed());
    stored.begin(Timestamps.now(clock)).await();
    assertEquals(List.of(1L), stored.due(Timestamps.now(clock)));
    assertEquals(1, stored.find(1).orElseThrow().delivery().attempts());
    assertTrue(rules.delete(1).succeeded());
  }

  private void due(long id, Optional<Instant> until) {
    house.due(id, READER, until);
  }
}
