package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.AccessLog;
import id.tixgo.common.test.Answer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts whose name is an e-mail address, and what accounts say of people. */
class EmailAccountIT {
  private static RunningSystem system;

  @BeforeAll
  static void start() {
    AccessLog.open();
    system = RunningSystem.whole();
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void anAddressAndAPasswordShouldMakeAnAccountAndLogIn() {
    Answer made = register(person("Siti@TixGo.ID")).expect(201);
    assertEquals("siti@tixgo.id", made.text("username"));
    assertEquals("user", made.text("role"));
    Answer me = me(logIn(new JsonObject().put("email", " SITI@tixgo.id ")));
    assertEquals("siti@tixgo.id", me.text("email"));
    assertEquals("siti@tixgo.id", me.text("name"));
    me(logIn(new JsonObject().put("username", "siti@tixgo.id")));
  }

  @Test
  void theLongestAddressShouldBeANameEverywhere() {
    String domain = ("b".repeat(60) + ".").repeat(3) + "example";
    String email = "a".repeat(254 - 1 - domain.length()) + "@" + domain;
    assertEquals(254, email.length());
    register(person(email).put("role", "COMMITTEE")).expect(201);
    ServiceApi staff = system.attendance().as(logIn(new JsonObject().put("email", email)));
    JsonObject scan = new JsonObject().put("event_id", "evt-long").put("ticket_id", "T-1");
    Answer checkedIn = staff.post("/checkins", scan).expect(201);
    assertEquals(email, checkedIn.json().getJsonObject("record").getString("checked_in_by"));
    system.identity().as(system.adminToken()).get("/auth/users/" + email).expect(200);
    system
        .attendance()
        .as(system.adminToken())
        .get("/checkins?event_id=evt-long&user=" + email)
        .expect(200);
  }

  @Test
  void aProfileShouldBeKeptInOneForm() {
    JsonObject body =
        person("dewi@tixgo.id")
            .put("name", "  Dewi Lestari ")
            .put("phone", "+62 (812) 3456-7890")
            .put("address", "Jalan Melati 5, Bandung")
            .put("locale", "EN-gb");
    register(body).expect(201);
    Answer me = me(logIn(new JsonObject().put("email", "dewi@tixgo.id")));
    assertEquals("Dewi Lestari", me.text("full_name"));
    assertEquals("+6281234567890", me.text("phone"));
    assertEquals("Jalan Melati 5, Bandung", me.text("address"));
    assertEquals("en-GB", me.text("locale"));
  }

  @Test
  void whatLogsOneInShouldBeNobodyElses() {
    register(person("one@tixgo.id")).expect(201);
    register(person("ONE@TIXGO.ID")).expect(400, "USERNAME_TAKEN");
    register(named("one-more").put("email", "one@tixgo.id")).expect(409, "EMAIL_TAKEN");
    register(named("other").put("email", "other@tixgo.id")).expect(201);
    register(named("Other@tixgo.id")).expect(400, "USERNAME_TAKEN");
    register(person("other@tixgo.id")).expect(400, "USERNAME_TAKEN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"siti", "@tixgo.id", "siti@tixgo", "a b@tixgo.id", "si\u0000ti@tixgo.id", "x@y,z"})
  void whatIsNoAddressShouldBeRefusedAtItsPlace(String email) {
    Answer refused = register(person(email)).expect(422, "VALIDATION_ERROR");
    assertEquals("body.email", firstError(refused));
  }

  @ParameterizedTest
  @CsvSource({
    "full_name, 'a\u0007b'",
    "name, 'a\nb'",
    "full_name, 'evil\u202etxt'",
    "address, 'a\tb'",
    "phone, 12-34",
    "phone, +62 812 3456 7890 1234 5678",
    "phone, call me",
    "locale, english please"
  })
  void aFieldThatIsUnfitShouldBeRefusedAtItsPlace(String field, String value) {
    Answer refused = register(named("unfit").put(field, value)).expect(422, "VALIDATION_ERROR");
    assertEquals("body." + field, firstError(refused));
  }

  @Test
  void aNameOrAnAddressShouldBeAskedFor() {
    JsonObject neither = new JsonObject().put("password", "secret-1").putNull("email");
    assertEquals("body.username", firstError(register(neither).expect(422)));
    Answer login = system.identity().post("/auth/login", neither).expect(422);
    assertEquals("body.username", firstError(login));
  }

  @Test
  void aRoleShouldBeReadInAnyCaseAndOpenNothing() {
    register(named("king").put("role", "ADMIN")).expect(403, "FORBIDDEN");
    register(named("king").put("role", "scanner")).expect(422);
    assertEquals("user", register(named("plain").put("role", "USER")).expect(201).text("role"));
    ServiceApi admin = system.identity().as(system.adminToken());
    Answer set = admin.put("/auth/users/plain/role", new JsonObject().put("role", "Committee"));
    assertEquals("committee", set.expect(200).text("role"));
    assertEquals(
        "user",
        admin.put("/auth/users/plain/role?role=USER", new JsonObject()).expect(200).text("role"));
  }

  @Test
  void theAccessLogShouldNotSayAnAddress() {
    register(person("quiet@tixgo.id")).expect(201);
    String token = logIn(new JsonObject().put("email", "quiet@tixgo.id"));
    Answer me = me(token);
    String user = AccessLog.await(me.header("X-Request-Id").orElseThrow()).get("user");
    assertEquals("user " + me.json().getLong("id"), user);
  }

  private static Answer register(JsonObject body) {
    return system.identity().post("/auth/register", body);
  }

  private static JsonObject person(String email) {
    return new JsonObject().put("email", email).put("password", "secret-1");
  }

  private static JsonObject named(String username) {
    return new JsonObject().put("username", username).put("password", "secret-1");
  }

  private static String logIn(JsonObject who) {
    return system
        .identity()
        .post("/auth/login", who.copy().put("password", "secret-1"))
        .expect(200)
        .text("access_token");
  }

  private static Answer me(String token) {
    return system.identity().as(token).get("/auth/me").expect(200);
  }

  private static String firstError(Answer answer) {
    return answer.json().getJsonArray("errors").getJsonObject(0).getString("loc");
  }
}
