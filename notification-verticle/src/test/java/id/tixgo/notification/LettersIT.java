package id.tixgo.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What users are told by itself of a sale, each once. */
class LettersIT {
  private static final GreenMail SMTP =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private static final List<String> FEEDS =
      List.of("identity", "event", "ticketing", "payment", "wallet");

  private static RunningSystem system;
  private static String admin;

  @BeforeAll
  static void start() {
    SMTP.start();
    system =
        new RunningSystem(
            List.of(
                "identity",
                "event",
                "ticketing",
                "attendance",
                "payment",
                "wallet",
                "notification"),
            Map.of(
                "SMTP_SERVER", "127.0.0.1",
                "SMTP_PORT", "" + SMTP.getSmtp().getPort(),
                "MAIL_PER_SECOND", "1000",
                "PAYMENT_GATEWAYS", "manual",
                "PUBLIC_URL", "https://tickets.example/",
                "FEED_LOOK_MS", "20"));
    admin = system.adminToken();
  }

  @AfterAll
  static void stop() {
    system.close();
    SMTP.stop();
  }

  @Test
  void aSaleShouldBeToldFromTheAccountToTheRefund() {
    user("siti", "id", "<i>Siti</i> https://evil.example " + "win ".repeat(20));
    assertFalse(awaitMail("siti", "Selamat datang di TixGo").contains("evil"));
    String event = event("Jazz <b>& Soul");
    String booking = book("siti", type(event, 150_000, 10));
    JsonObject begun = checkout(booking);
    String payment = "/payments/" + begun.getJsonObject("payment").getLong("id");
    api("payment")
        .post(payment + "/confirm", new JsonObject().put("reference", "R").put("reason", "seen"))
        .expect(200);
    String paid = awaitMail("siti", "Pembayaran diterima: Rp 150.000");
    assertTrue(paid.contains(begun.getJsonObject("order").getString("order_number")), paid);
    String tickets = awaitMail("siti", "Tiket Anda: Jazz <b>& Soul");
    assertTrue(tickets.contains("tickets.pdf") && tickets.contains("JVBERi0"), tickets);
    assertTrue(tickets.contains("event.ics"), tickets);
    assertTrue(tickets.contains("https://tickets.example/#/bookings/" + booking), tickets);
    assertTrue(tickets.contains("Jazz &lt;b&gt;&amp; Soul"), tickets);
    assertTrue(tickets.contains("Halo &lt;i&gt;Siti&lt; i&gt; https evil example win"), tickets);
    assertFalse(tickets.contains("win ".repeat(10)), tickets);
    refund(payment);
    awaitMail("siti", "Pengembalian dana: Rp 150.000");
    assertEquals(4, to("siti").size());
  }

  @Test
  void aForgottenPasswordShouldBeSetAnewByWhatTheMailBrings() {
    user("lupa", "id");
    system
        .identity()
        .post("/auth/password/forgot", new JsonObject().put("login", "lupa"))
        .expect(202);
    String mail = awaitMail("lupa", "Kata sandi baru untuk TixGo");
    String token =
        Pattern.compile("Kode: ([0-9a-f.-]+)")
            .matcher(mail)
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);
    assertTrue(mail.contains("https://tickets.example/#/reset"), mail);
    JsonObject set = new JsonObject().put("token", token).put("new_password", "secret-2");
    system.identity().post("/auth/password/reset", set).expect(204);
    system.logIn("lupa", "secret-2");
    for (Object told : api("notification").get("/notifications").expect(200).array()) {
      String path = "/notifications/" + ((JsonObject) told).getLong("id");
      assertFalse(((JsonObject) told).encode().contains(token));
      assertFalse(api("notification").get(path + "/preview").expect(200).body().contains(token));
    }
  }

  @Test
  void whoWaitedShouldHearOfAPlaceAndVisitorsOfChanges() {
    user("budi", "en");
    user("tuti", "en");
    String event = event("Concert");
    String type = type(event, 0, 1);
    String booking = book("budi", type);
    api("ticketing").send("POST", "/bookings/" + booking + "/confirm-payment", "").expect(200);
    awaitMail("budi", "Your tickets: Concert");
    ServiceApi tuti = system.service("ticketing").as(system.logIn("tuti", "secret-1"));
    tuti.post("/waiting-list", new JsonObject().put("ticket_type_id", type).put("quantity", 1))
        .expect(201);
    change(event, new JsonObject().put("start_time", "2099-12-31T13:00:00Z"));
    awaitMail("budi", "Changed: Concert");
    api("ticketing").send("POST", "/bookings/" + booking + "/cancel", "").expect(200);
    String offer = awaitMail("tuti", "A place for you: Concert");
    assertTrue(offer.contains("Held until"), offer);
    String taken = tuti.get("/bookings").expect(200).array().getJsonObject(0).getString("id");
    tuti.send("POST", "/bookings/" + taken + "/confirm-payment", "").expect(200);
    awaitMail("tuti", "Your tickets: Concert");
    change(event, new JsonObject().put("status", "cancelled"));
    awaitMail("tuti", "Cancelled: Concert");
    assertFalse(subjects("budi").contains("Cancelled: Concert"));
    List<String> before = Stream.of("budi", "tuti").flatMap(who -> subjects(who).stream()).toList();
    FEEDS.forEach(LettersIT::readAnew);
    user("last", "en");
    awaitMail("last", "Welcome to TixGo");
    assertEquals(before, Stream.of("budi", "tuti").flatMap(who -> subjects(who).stream()).toList());
  }

  @Test
  void moneyThatAUserGivesShouldBeToldWithoutNamesAndWords() {
    long giver = user("giver", "en");
    long taker = user("taker", "id");
    ServiceApi wallet =
        system.service("wallet").with("X-Service-Token", RunningSystem.SERVICE_TOKEN);
    for (long id : List.of(giver, taker)) {
      Eventually.await("an account is open", () -> wallet.get("/users/" + id).status() == 200);
    }
    wallet.post("/users/" + giver + "/topup", new JsonObject().put("amount", 50_000)).expect(200);
    JsonObject draft =
        new JsonObject()
            .put("sender_id", giver)
            .put("receiver_id", taker)
            .put("amount", 25_000)
            .put("description", "evil.example");
    long transfer = wallet.post("/transactions", draft).expect(201).json().getLong("id");
    wallet
        .put("/transactions/" + transfer, new JsonObject().put("status", "completed"))
        .expect(200);
    String received = awaitMail("taker", "Dana diterima: Rp 25.000");
    String sent = awaitMail("giver", "Money sent: Rp 25,000");
    for (String mail : List.of(received, sent)) {
      assertTrue(mail.contains("https://tickets.example/#/wallet"), mail);
      assertFalse(mail.contains("evil") || mail.contains("Halo giver"), mail);
    }
  }

  @Test
  void whoIsDeletedShouldBeWrittenNothingMore() {
    long gone = user("gone", "en");
    user("stays", "en");
    String event = event("Reunion");
    String type = type(event, 0, 2);
    for (String name : List.of("gone", "stays")) {
      String booking = book(name, type);
      api("ticketing").send("POST", "/bookings/" + booking + "/confirm-payment", "").expect(200);
      awaitMail(name, "Your tickets: Reunion");
    }
    api("identity").delete("/users/" + gone).expect(204);
    Eventually.await("his letters are gone", () -> letters(gone).isEmpty());
    change(event, new JsonObject().put("start_time", "2099-12-31T13:00:00Z"));
    awaitMail("stays", "Changed: Reunion");
    assertTrue(letters(gone).isEmpty());
  }

  @Test
  void anOrganisersOwnWordsShouldStandInTicketMails() {
    String name = system.newUser("committee");
    role(name, "admin");
    String event = event("Gala <i>", system.logIn(name, "secret-1"));
    role(name, "committee");
    String organiser = system.logIn(name, "secret-1");
    String path = "/notifications/events/" + event + "/words";
    ServiceApi own = system.service("notification").as(organiser);
    ServiceApi other = system.service("notification").as(system.tokenOf("committee"));
    Eventually.await("Notification knows it", () -> own.get(path).status() == 200);
    JsonObject words =
        new JsonObject()
            .put("subject", "{{ event }}:\n{{ name }}")
            .put("text", "<script>{{ name }}</script>{% if place %} di {{ place }}{% endif %}");
    other.put(path + "/id", words).expect(403, "FORBIDDEN");
    other.get(path).expect(403, "FORBIDDEN");
    other.post(path + "/id/preview", words).expect(403, "FORBIDDEN");
    own.put(path.replace(event, "nowhere") + "/id", words).expect(404, "NOT_FOUND");
    own.delete(path + "/id").expect(404, "NOT_FOUND");
    JsonObject loop = new JsonObject().put("text", "Halo\n{% for x in name %}");
    String refused = own.put(path + "/id", loop).expect(422, "VALIDATION_ERROR").body();
    assertTrue(refused.contains("line 2: only variables and if"), refused);
    JsonObject sample = own.post(path + "/id/preview", words).expect(200).json();
    assertTrue(sample.getString("text").contains(" di Sabuga"), sample.encode());
    assertTrue(sample.getString("html").contains("&lt;script&gt;Siti"), sample.encode());
    own.put(path + "/id", words).expect(200);
    JsonArray kept = own.get(path).expect(200).json().getJsonArray("words");
    assertEquals(words.getString("text"), kept.getJsonObject(0).getString("text"));
    user("rina", "id", "Rina <b>");
    user("joe", "en");
    String type = type(event, 0, 3);
    buy("rina", type);
    buy("joe", type);
    String mail = awaitMail("rina", "Gala <i>: Rina <b>");
    assertTrue(mail.contains("&lt;script&gt;Rina &lt;b&gt;&lt;/script&gt; di Sabuga"), mail);
    assertTrue(mail.contains("tickets.pdf") && mail.contains("Tiket Anda terlampir"), mail);
    awaitMail("joe", "Your tickets: Gala <i>");
    own.delete(path + "/id").expect(204);
    buy("rina", type);
    awaitMail("rina", "Tiket Anda: Gala <i>");
  }

  /** Admins make events; what was theirs stays theirs. */
  private static void role(String name, String role) {
    JsonObject wanted = new JsonObject().put("role", role);
    api("identity").put("/auth/users/" + name + "/role", wanted).expect(200);
  }

  private static void buy(String name, String type) {
    String booking = book(name, type);
    api("ticketing").send("POST", "/bookings/" + booking + "/confirm-payment", "").expect(200);
  }

  private static JsonArray letters(long userId) {
    return api("notification").get("/notifications?user_id=" + userId).expect(200).array();
  }

  private static void readAnew(String feed) {
    ServiceApi house =
        system.service("notification").with("X-Service-Token", RunningSystem.SERVICE_TOKEN);
    house.send("POST", "/internal/feeds/" + feed + "/restart", "").expect(200);
    long last =
        system
            .service(feed)
            .with("X-Service-Token", RunningSystem.SERVICE_TOKEN)
            .get("/internal/feed?limit=1")
            .expect(200)
            .json()
            .getLong("last");
    Eventually.await(feed + " is read again", () -> seq(feed) >= last);
  }

  private static long seq(String feed) {
    return system.service("notification").get("/health/ready").json().getJsonArray("feeds").stream()
        .map(JsonObject.class::cast)
        .filter(report -> report.getString("feed").equals(feed))
        .findFirst()
        .orElseThrow()
        .getLong("seq");
  }

  private static String awaitMail(String name, String subject) {
    Eventually.await(name + ": " + subject, () -> subjects(name).contains(subject));
    return to(name).stream()
        .filter(mail -> subject(mail).equals(subject))
        .map(mail -> GreenMailUtil.getWholeMessage(mail).replace("=\r\n", "").replace("=3D", "="))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> subjects(String name) {
    return to(name).stream().map(LettersIT::subject).toList();
  }

  private static List<MimeMessage> to(String name) {
    return Stream.of(SMTP.getReceivedMessages())
        .filter(mail -> header(mail, "To").startsWith(name + "@"))
        .toList();
  }

  private static String header(MimeMessage mail, String name) {
    try {
      return mail.getHeader(name, "");
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static ServiceApi api(String service) {
    return system.service(service).as(admin);
  }

  private static long user(String name, String locale) {
    return user(name, locale, name);
  }

  private static long user(String name, String locale, String fullName) {
    JsonObject body =
        new JsonObject()
            .put("username", name)
            .put("password", "secret-1")
            .put("email", name + "@example.com")
            .put("full_name", fullName)
            .put("locale", locale);
    return api("identity").post("/users", body).expect(201).json().getLong("id");
  }

  private static String event(String title) {
    return event(title, admin);
  }

  private static String event(String title, String organiser) {
    JsonObject body =
        new JsonObject()
            .put("title", title)
            .put("location", "Sabuga")
            .put("start_time", "2099-12-31T12:00:00Z");
    String id = system.service("event").as(organiser).post("/events", body).expect(201).text("id");
    Eventually.await(
        "it can be sold", () -> api("ticketing").get("/shop/events/" + id).status() == 200);
    return id;
  }

  private static void change(String event, JsonObject changes) {
    api("event").patch("/events/" + event, changes).expect(200);
  }

  private static String type(String event, int price, int quota) {
    JsonObject type =
        new JsonObject()
            .put("event_id", event)
            .put("name", "REGULAR")
            .put("price", price)
            .put("quota", quota);
    return api("ticketing").post("/ticket-types", type).expect(201).text("id");
  }

  private static String book(String name, String type) {
    String event = api("ticketing").get("/ticket-types/" + type).expect(200).text("event_id");
    JsonObject wanted =
        new JsonObject().put("event_id", event).put("ticket_type_id", type).put("quantity", 1);
    return system
        .service("ticketing")
        .as(system.logIn(name, "secret-1"))
        .post("/bookings", wanted)
        .expect(201)
        .text("id");
  }

  private static JsonObject checkout(String booking) {
    JsonObject how =
        new JsonObject()
            .put("booking_id", booking)
            .put("payment_method", "cash")
            .put("payment_gateway", "manual");
    return api("payment").post("/checkout", how).expect(201).json();
  }

  private static void refund(String payment) {
    JsonObject why = new JsonObject().put("reason", "Moved").put("force", true);
    long id = api("payment").post(payment + "/refund", why).expect(202).json().getLong("id");
    api("payment")
        .post("/refunds/" + id + "/confirm", new JsonObject().put("reference", "BCA"))
        .expect(200);
  }
}
