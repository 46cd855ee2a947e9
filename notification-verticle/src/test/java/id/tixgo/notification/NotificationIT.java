package id.tixgo.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.MutableClock;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Messages to users, and their mails, as the reference has them. */
class NotificationIT {
  private static final GreenMail SMTP =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private static MailHouse house;
  private static long siti;
  private static long budi;

  @BeforeAll
  static void start() {
    SMTP.start();
    house = new MailHouse(SMTP.getSmtp().getPort(), RunningSystem.newFolder(), new MutableClock());
    siti = house.user("siti", "id");
    budi = house.user("budi", "en-GB");
  }

  @AfterAll
  static void stop() {
    house.close();
    SMTP.stop();
  }

  @Test
  void theReferencesTourShouldAnswerAsPrinted() {
    Answer made = house.add(siti, "Your payment of Rp 50,000 has been successfully processed.");
    JsonObject shown = made.expect(201).json();
    assertTrue(
        shown.fieldNames().containsAll(Set.of("id", "user_id", "message", "status", "created_at")));
    assertEquals("pending", shown.getString("status"));
    String path = made.header("Location").orElseThrow();
    assertTrue(house.house().get("/notifications").expect(200).array().size() >= 1);
    JsonObject change = new JsonObject().put("message", "It is being processed.");
    Answer changed = house.house().put(path, change.put("status", "pending")).expect(200);
    assertEquals("It is being processed.", changed.text("message"));
    assertFalse(changed.text("updated_at").isEmpty());
    Answer sent = house.send(path).expect(200);
    assertEquals("Notification sent successfully", sent.text("message"));
    assertEquals("sent", sent.text("status"));
    house.house().send("POST", path + "/resend", "").expect(409, "NOT_FAILED");
    house.house().put(path, change).expect(409, "ALREADY_SENT");
    Answer gone = house.house().delete(path).expect(200);
    assertEquals("Notification deleted successfully", gone.text("message"));
    house.house().get(path).expect(404, "NOT_FOUND");
  }

  @Test
  void aMailShouldSayInItsReadersLanguageWhatWasWrittenAndNothingElse() throws Exception {
    MimeMessage indonesian = mail(siti, "Halo\r\nBcc: all@example.com\r\n\r\n<script>x</script>");
    assertEquals("Pesan dari TixGo", indonesian.getSubject());
    assertEquals("TixGo <tickets@tixgo.example>", indonesian.getHeader("From", null));
    assertEquals("siti@example.com", indonesian.getHeader("To", null));
    assertEquals(1, indonesian.getAllRecipients().length);
    String raw = GreenMailUtil.getWholeMessage(indonesian).replace("=\r\n", "");
    assertTrue(raw.contains("text/plain") && raw.contains("text/html"), raw);
    assertTrue(raw.contains("&lt;script&gt;") && raw.contains("Halo,"), raw);
    assertFalse(raw.contains("&lt;b&gt;siti"), raw);
    assertEquals("A message from TixGo", mail(budi, "Hello").getSubject());
  }

  @Test
  void theNewestShouldComeFirstWhenThatIsWanted() {
    house.path(siti, "Before");
    house.path(siti, "After");
    JsonArray newest = house.house().get("/notifications?order=newest&limit=2").expect(200).array();
    assertEquals("After", newest.getJsonObject(0).getString("message"));
    assertEquals("Before", newest.getJsonObject(1).getString("message"));
  }

  @Test
  void aPageShouldGoOnAfterItsLastWhateverIsGoneMeanwhile() {
    long ani = house.user("ani", "id");
    List<String> paths = Stream.of("1", "2", "3", "4", "5").map(m -> house.path(ani, m)).toList();
    String list = "/notifications?limit=2&user_id=" + ani;
    Answer oldest = house.house().get(list).expect(200);
    Answer newest = house.house().get(list + "&order=newest").expect(200);
    house.house().delete(paths.get(0)).expect(200);
    house.house().delete(paths.get(4)).expect(200);
    assertEquals("3", following(oldest).getJsonObject(0).getString("message"));
    assertEquals("3", following(newest).getJsonObject(0).getString("message"));
  }

  private static JsonArray following(Answer page) {
    String link = page.header("Link").orElseThrow();
    return house.house().get(link.replaceFirst("<([^>]+)>.*", "$1")).expect(200).array();
  }

  private static MimeMessage mail(long userId, String message) throws MessagingException {
    int before = SMTP.getReceivedMessages().length;
    String path = house.path(userId, message);
    house.send(path).expect(200);
    assertEquals("sent", house.send(path).expect(200).text("status"));
    assertEquals(before + 1, SMTP.getReceivedMessages().length);
    return SMTP.getReceivedMessages()[before];
  }

  @Test
  void eachShouldSeeHisOwnAndChangeNone() {
    ServiceApi own = house.notifications().as(house.system.logIn("siti", "secret-1"));
    String mine = house.path(siti, "Yours");
    String other = house.path(budi, "His");
    assertEquals("Yours", own.get(mine).expect(200).text("message"));
    own.get(other).expect(404, "NOT_FOUND");
    for (Object row : own.get("/notifications").expect(200).array()) {
      assertEquals(siti, ((JsonObject) row).getLong("user_id"));
    }
    assertEquals(0, own.get("/notifications?user_id=" + budi).expect(200).array().size());
    own.put(mine, new JsonObject().put("message", "Mine")).expect(403, "FORBIDDEN");
    own.delete(mine).expect(403, "FORBIDDEN");
    own.send("POST", mine + "/send", "").expect(403, "FORBIDDEN");
    own.get(mine + "/preview").expect(403, "FORBIDDEN");
    JsonObject body = new JsonObject().put("user_id", siti).put("message", "x");
    own.post("/notifications", body).expect(403, "FORBIDDEN");
    house.admin().post("/notifications", body).expect(201);
    house.notifications().get("/notifications").expect(401, "UNAUTHORIZED");
    house.notifications().post("/notifications", body).expect(401, "UNAUTHORIZED");
    house
        .notifications()
        .with("X-Service-Token", "not-this-one")
        .get("/notifications")
        .expect(401, "UNAUTHORIZED");
  }

  @Test
  void whatMakesNoSenseShouldBeRefused() {
    house.add(999_999, "Nobody").expect(404, "USER_UNKNOWN");
    house.add(0, "Nobody").expect(422, "VALIDATION_ERROR");
    house.add(siti, " ").expect(422, "VALIDATION_ERROR");
    String path = house.path(siti, "Once");
    JsonObject sent = new JsonObject().put("status", "sent");
    house.house().put(path, sent).expect(409, "STATUS_FOLLOWS");
  }

  @Test
  void aKeyShouldStandForOneNotification() {
    ServiceApi keyed = house.house().with("Idempotency-Key", "k1");
    JsonObject body = new JsonObject().put("user_id", siti).put("message", "Once");
    String first = keyed.post("/notifications", body).expect(201).body();
    assertEquals(first, keyed.post("/notifications", body).expect(201).body());
  }

  @Test
  void aPreviewShouldShowTheMailToAdmins() {
    String page =
        house.admin().get(house.path(siti, "<i>Salam</i>") + "/preview").expect(200).body();
    assertTrue(page.contains("siti@example.com") && page.contains("Pesan dari TixGo"), page);
    assertFalse(page.contains("<i>Salam"), page);
  }

  @Test
  void whatIsSaidToADeletedUserShouldGoWithHim() {
    long gone = house.user("gone", "id");
    String path = house.path(gone, "Bye");
    house.system.identity().as(house.system.adminToken()).delete("/users/" + gone).expect(204);
    Eventually.await("it is gone", () -> house.house().get(path).status() == 404);
    house.add(gone, "Are you there?").expect(404, "USER_UNKNOWN");
  }

  @Test
  void withoutAServerMailsShouldBeKeptAndSaySo() {
    try (MailHouse kept = new MailHouse(Map.of(), RunningSystem.newFolder(), new MutableClock())) {
      String path = kept.path(kept.user("tuti", "id"), "Kept");
      Answer answer = kept.send(path).expect(202);
      assertEquals(
          List.of("pending", "Notification is kept: no mail server is set (SMTP_SERVER)"),
          List.of(answer.text("status"), answer.text("message")));
      String page = kept.admin().get(path + "/preview").expect(200).body();
      assertTrue(page.contains("kept and not sent"), page);
    }
  }
}
