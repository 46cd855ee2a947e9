package id.tixgo.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.LoggedTrouble;
import id.tixgo.common.test.MutableClock;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.notification.ScriptedSmtp.Fate;
import id.tixgo.notification.ScriptedSmtp.Taken;
import id.tixgo.notification.client.SmtpConfig;
import id.tixgo.notification.client.SmtpServer;
import id.tixgo.notification.domain.Enclosure;
import id.tixgo.notification.domain.Mail;
import id.tixgo.notification.domain.Posted;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mail server in trouble: no mail is lost, none comes twice but where nobody can know. */
class MailTroubleIT {
  private final MutableClock clock = new MutableClock();
  private final Path folder = RunningSystem.newFolder();
  private ScriptedSmtp smtp;
  private MailHouse house;

  @BeforeEach
  void start() {
    smtp = new ScriptedSmtp();
    house = new MailHouse(smtp.port(), folder, clock);
  }

  @AfterEach
  void stop() {
    house.close();
    smtp.close();
  }

  @Test
  void whatIsRefusedForGoodShouldFailAndBeSentAgainOnRequest() {
    String path = house.path(house.user("gone", "id"), "Hello");
    smtp.treat("gone", Fate.REFUSED);
    Answer answer = house.send(path).expect(200);
    assertEquals("failed", answer.text("status"));
    assertTrue(answer.text("error").contains("550 5.1.1 no such mailbox"), answer.body());
    assertEquals(1, house.admin().get("/notifications?status=failed").array().size());
    house.send(path).expect(409, "FAILED_BEFORE");
    smtp.treat("gone", Fate.TAKEN);
    Answer again = house.house().send("POST", path + "/resend", "").expect(200);
    assertEquals("Notification resent successfully", again.text("message"));
    String audit = house.house().get("/internal/audit").expect(200).body();
    assertTrue(audit.contains("notification.resent"), audit);
    assertEquals(1, smtp.taken("gone").size());
  }

  @Test
  void whatIsNotTakenNowShouldBeTriedAgainAndHoldUpNoOther() {
    String busy = house.path(house.user("busy", "id"), "Hello");
    String slow = house.path(house.user("slow", "id"), "Hello");
    String other = house.path(house.user("other", "id"), "Hello");
    smtp.treat("busy", Fate.BUSY);
    smtp.treat("slow", Fate.SLOW);
    Answer answer = house.send(busy).expect(202);
    assertEquals("pending", answer.text("status"));
    assertTrue(answer.text("error").contains("451"), answer.body());
    CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(() -> house.send(slow));
    house.send(other).expect(200);
    assertEquals(List.of(), smtp.taken("slow"));
    smtp.release();
    assertEquals("sent", waiting.join().expect(200).text("status"));
    smtp.treat("busy", Fate.TAKEN);
    clock.advance(Duration.ofSeconds(20));
    assertEquals("pending", house.status(busy));
    clock.advance(Duration.ofSeconds(20));
    Eventually.await("it is sent", () -> house.status(busy).equals("sent"));
    assertEquals(1, smtp.taken("busy").size());
  }

  @Test
  void anHourWithoutAServerShouldLoseNothingAndTellNobodyTwice() {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      paths.add(house.path(house.user("reader" + i, "id"), "Hello"));
    }
    smtp.leave();
    paths.forEach(path -> house.send(path).expect(202));
    for (int minute = 0; minute < 60; minute += 5) {
      clock.advance(Duration.ofMinutes(5));
    }
    house.close();
    house = new MailHouse(smtp.port(), folder, clock);
    assertEquals(List.of(), smtp.taken());
    smtp.comeBack();
    clock.advance(Duration.ofHours(1));
    Eventually.await(
        "all are sent", () -> paths.stream().allMatch(path -> house.status(path).equals("sent")));
    assertEquals(12, smtp.taken().stream().map(Taken::to).distinct().count());
    assertEquals(12, smtp.taken().size());
  }

  /** The mail client throws besides failing then, in 5.0.8, which is logged. */
  @Test
  void aMailWhoseAnswerIsLostShouldComeAgainUnderItsOwnName() {
    String path = house.path(house.user("lost", "id"), "Hello");
    smtp.treat("lost", Fate.DROPPED_AFTER_DATA);
    assertEquals("pending", house.send(path).expect(202).text("status"));
    LoggedTrouble.take().forEach(said -> assertTrue(said.contains("SMTPSendMail"), said));
    smtp.treat("lost", Fate.TAKEN);
    clock.advance(Duration.ofMinutes(1));
    Eventually.await("it is sent", () -> house.status(path).equals("sent"));
    assertEquals(2, smtp.taken("lost").size());
    assertEquals(1, smtp.taken("lost").stream().map(Taken::messageId).distinct().count());
  }

  @Test
  void aMailWhoseAnswerIsAlwaysLostShouldEndAfterThree() {
    String path = house.path(house.user("lost", "id"), "Hello");
    smtp.treat("lost", Fate.DROPPED_AFTER_DATA);
    house.send(path).expect(202);
    clock.advance(Duration.ofHours(2));
    Eventually.await("it came twice", () -> attempts(path, "pending") == 2);
    clock.advance(Duration.ofHours(2));
    Eventually.await("it is over", () -> attempts(path, "failed") == 3);
    LoggedTrouble.take().forEach(said -> assertTrue(said.contains("SMTPSendMail"), said));
    assertEquals(3, smtp.taken("lost").size());
  }

  /** How many were made, once none is under way and its status is that. */
  private int attempts(String path, String status) {
    JsonObject shown = house.house().get(path).expect(200).json();
    boolean rests = status.equals("failed") || isLater(shown.getString("next_attempt_at"));
    return rests && shown.getString("status").equals(status) ? shown.getInteger("attempts") : 0;
  }

  private boolean isLater(String next) {
    return Instant.parse(next).isAfter(clock.instant());
  }

  @Test
  void anOrderlyStopShouldKeepWhatTheServerSaysMeanwhile() {
    String path = house.path(house.user("slow", "id"), "Hello");
    smtp.treat("slow", Fate.BUSY);
    house.send(path).expect(202);
    smtp.treat("slow", Fate.SLOW);
    clock.advance(Duration.ofMinutes(1));
    Eventually.await("it is being read", () -> smtp.waiting() == 1);
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(house::close);
    Eventually.await("it is stopping", house::isGone);
    smtp.release();
    stopped.join();
    house = new MailHouse(smtp.port(), folder, clock);
    assertEquals("sent", house.status(path));
    assertEquals(1, smtp.taken("slow").size());
  }

  @Test
  void aMailThatIsLargerThanTheServerTakesShouldBeKnownAsSuch() {
    SmtpServer server =
        new SmtpServer(
            house.system.vertx(),
            new SmtpConfig(
                "127.0.0.1", smtp.port(), Optional.empty(), Optional.empty(), "t@tixgo.example"));
    Buffer large = Buffer.buffer("x".repeat(ScriptedSmtp.LARGEST));
    List<Enclosure> files = List.of(new Enclosure("tickets.pdf", "application/pdf", large));
    Mail mail = new Mail("<1@tixgo.example>", "siti@example.com", "Tickets", "Text", "Html", files);
    assertEquals(
        new Posted.TooLarge("message exceeds allowed size limit"),
        RunningSystem.await(server.send(mail)));
  }

  @Test
  void whatWasSentLongAgoShouldBeForgottenByItself() {
    long reader = house.user("reader", "id");
    String sent = house.path(reader, "Sent");
    String kept = house.path(reader, "Not asked for");
    house.send(sent).expect(200);
    clock.advance(Duration.ofDays(91));
    house.close();
    house = new MailHouse(smtp.port(), folder, clock);
    Eventually.await("it is forgotten", () -> house.house().get(sent).status() == 404);
    assertEquals("pending", house.status(kept));
  }

  @Test
  void whatIsTriedForDaysShouldBeGivenUp() {
    String path = house.path(house.user("never", "id"), "Hello");
    smtp.treat("never", Fate.BUSY);
    house.send(path).expect(202);
    clock.advance(Duration.ofDays(3));
    Eventually.await("it failed", () -> house.status(path).equals("failed"));
    assertEquals(List.of(), smtp.taken("never"));
  }
}
