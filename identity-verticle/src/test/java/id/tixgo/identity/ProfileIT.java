package id.tixgo.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /users}: profiles, and whose they are. */
class ProfileIT {
  private static final AtomicInteger NAMES = new AtomicInteger();

  private static RunningSystem system;
  private static ServiceApi admin;

  /** Somebody who has registered and logged in. */
  private record Person(String email, long id, String path, ServiceApi api) {}

  @BeforeAll
  static void start() {
    system = RunningSystem.whole();
    admin = system.identity().as(system.adminToken());
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void aUserShouldSeeAndChangeHimself() {
    Person siti = person();
    JsonObject change = new JsonObject().put("name", "Siti Aminah").put("address", "Bandung");
    Answer changed = siti.api().put(siti.path(), change).expect(200);
    assertEquals("Siti Aminah", changed.text("full_name"));
    assertEquals(siti.email(), changed.text("email"));
    siti.api().put(siti.path() + "/", new JsonObject().put("phone", "0812 345 678")).expect(200);
    JsonObject now = siti.api().get("/users/" + siti.email()).expect(200).json();
    assertEquals("0812345678", now.getString("phone"));
    assertEquals("Bandung", now.getString("address"));
    JsonObject away = new JsonObject().putNull("address").put("full_name", " ");
    JsonObject bare = siti.api().put(siti.path(), away).expect(200).json();
    assertNull(bare.getString("address"));
    assertNull(bare.getString("full_name"));
    assertEquals(siti.email(), bare.getString("name"));
  }

  @Test
  void aStrangersProfileShouldLookLikeNobodys() {
    Person siti = person();
    Person other = person();
    JsonObject change = new JsonObject().put("name", "Not you");
    for (String path : List.of(other.path(), "/users/" + other.email(), "/users/99999999")) {
      String name = path.substring("/users/".length());
      assertEquals("User " + name + " not found", siti.api().get(path).expect(404).text("detail"));
      siti.api().put(path, change).expect(404, "NOT_FOUND");
      siti.api().delete(path).expect(403, "FORBIDDEN");
    }
    String committee = system.tokenOf("committee");
    system.identity().as(committee).get(other.path()).expect(404);
    system.identity().get(other.path()).expect(401);
    assertEquals(other.email(), other.api().get(other.path()).expect(200).text("name"));
  }

  @Test
  void onlyAdminsShouldListMakeAndDelete() {
    Person siti = person();
    siti.api().get("/users").expect(403, "FORBIDDEN");
    siti.api().get("/users/?q=@").expect(403, "FORBIDDEN");
    siti.api().post("/users/", account("king")).expect(403, "FORBIDDEN");
    siti.api().delete(siti.path()).expect(403, "FORBIDDEN");
    system.identity().post("/users", account("king")).expect(401);
  }

  @Test
  void nobodyShouldRaiseHimself() {
    Person siti = person();
    JsonObject raise =
        new JsonObject()
            .put("role", "ADMIN")
            .put("id", 1)
            .put("username", "admin")
            .put("generation", 7)
            .put("password_hash", "x")
            .put("password", "another-1");
    JsonObject after = siti.api().put(siti.path(), raise).expect(200).json();
    assertEquals("user", after.getString("role"));
    assertEquals(siti.email(), after.getString("username"));
    assertEquals(siti.id(), after.getLong("id"));
    logIn(siti.email());
    siti.api().get("/users").expect(403);
  }

  @Test
  void anAdminShouldMakeFindChangeAndDeleteAnyone() {
    JsonObject body = account("made").put("role", "COMMITTEE").put("name", "Zoë Lestari");
    Answer made = admin.with("Idempotency-Key", "made-1").post("/users/", body).expect(201);
    String path = made.header("Location").orElseThrow();
    assertEquals("/users/" + made.json().getLong("id"), path);
    assertEquals("committee", made.text("role"));
    assertFalse(made.body().contains("hash"));
    Answer again = admin.with("Idempotency-Key", "made-1").post("/users/", body).expect(201);
    assertEquals(made.body(), again.body());
    Answer found = admin.get("/users/?q=zoe%20les").expect(200);
    assertEquals("1", found.header("X-Total-Count").orElseThrow());
    assertEquals(made.json(), found.array().getJsonObject(0));
    admin.put(path, new JsonObject().put("locale", "id")).expect(200);
    admin.delete(path).expect(204);
    admin.get(path).expect(404, "NOT_FOUND");
    long next = admin.post("/users", account("made")).expect(201).json().getLong("id");
    assertEquals(made.json().getLong("id") + 1, next);
  }

  @Test
  void aListShouldComeInPages() {
    for (int i = 0; i < 5; i++) {
      admin.post("/users", account("paged")).expect(201);
    }
    Answer first = admin.get("/users?q=PAGED&limit=3").expect(200);
    assertEquals(3, first.array().size());
    assertEquals("5", first.header("X-Total-Count").orElseThrow());
    String next = first.header("Link").orElseThrow().replaceAll("<([^>]*)>.*", "$1");
    assertEquals(2, admin.get(next).expect(200).array().size());
    admin.get("/users?limit=1001").expect(422);
    assertEquals(0, admin.get("/users?q=nobody-is-so").expect(200).array().size());
  }

  @Test
  void anAddressShouldStayOneUsersAlone() {
    Person siti = person();
    Person other = person();
    JsonObject taken =
        new JsonObject().put("email", other.email().toUpperCase(java.util.Locale.ROOT));
    siti.api().put(siti.path(), taken).expect(409, "EMAIL_TAKEN");
    String fresh = "fresh" + NAMES.incrementAndGet() + "@tixgo.id";
    siti.api().put(siti.path(), new JsonObject().put("email", fresh)).expect(200);
    logIn(fresh);
    logIn(siti.email());
    other.api().put(other.path(), new JsonObject().put("email", fresh)).expect(409, "EMAIL_TAKEN");
    other
        .api()
        .put(other.path(), new JsonObject().put("email", siti.email()))
        .expect(409, "EMAIL_TAKEN");
  }

  @Test
  void aChangeShouldBeOfWhatTheClientHasSeen() {
    Person siti = person();
    String tag = siti.api().get(siti.path()).expect(200).header("ETag").orElseThrow();
    siti.api().with("If-None-Match", tag).get(siti.path()).expect(304);
    JsonObject first = new JsonObject().put("name", "First");
    Answer changed = siti.api().with("If-Match", tag).put(siti.path(), first).expect(200);
    siti.api().with("If-Match", tag).put(siti.path(), first).expect(412, "PRECONDITION_FAILED");
    admin.with("If-Match", tag).delete(siti.path()).expect(412, "PRECONDITION_FAILED");
    String newTag = changed.header("ETag").orElseThrow();
    siti.api().with("If-None-Match", newTag).get(siti.path()).expect(304);
    admin.with("If-Match", newTag).delete(siti.path()).expect(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "007", "-1", "%00", "..%2f1", "99999999999999999999", "admin%20"})
  void anOddNumberShouldBeNobodys(String id) {
    int status = admin.get("/users/" + id).status();
    assertEquals(404, status);
  }

  private static Person person() {
    String email = "person" + NAMES.incrementAndGet() + "@tixgo.id";
    JsonObject body = new JsonObject().put("email", email).put("password", "secret-1");
    long id = system.identity().post("/auth/register", body).expect(201).json().getLong("id");
    return new Person(email, id, "/users/" + id, system.identity().as(logIn(email)));
  }

  private static String logIn(String email) {
    JsonObject body = new JsonObject().put("email", email).put("password", "secret-1");
    return system.identity().post("/auth/login", body).expect(200).text("access_token");
  }

  private static JsonObject account(String name) {
    return new JsonObject()
        .put("username", name + NAMES.incrementAndGet())
        .put("password", "secret-1");
  }
}
