package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.EventDoor;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever registers the name of an account that is gone has nothing of what belonged to it. */
class FormerStaffIT extends EventDoor {
  private static final String PASSWORD = "secret-1";

  private String name;
  private long formerId;
  private long laterId;
  private ServiceApi later;

  /**
   * The former one lets T1 in with the key k1, and hands in T2 as n2; then another has the name.
   */
  @BeforeEach
  void replace() {
    name = "budi-" + UUID.randomUUID();
    formerId = register();
    ServiceApi former = logIn();
    former.with("Idempotency-Key", "k1").post("/checkins", body("T1", "A", "in")).expect(201);
    former.post("/checkins/batch", batch()).expect(200);
    users().delete("/auth/users/" + formerId).expect(204);
    laterId = register();
    later = logIn();
  }

  @Test
  void theListOfCheckInsShouldBeEmpty() {
    Answer own = later.get("/checkins").expect(200);
    assertEquals(name, own.text("user_id"));
    assertEquals(List.of(), tickets(own.json()));
    assertEquals("0", own.header("X-Total-Count").orElseThrow());
    JsonObject portal =
        system.portal().as(system.logIn(name, PASSWORD)).get("/api/checkins").expect(200).json();
    assertEquals(List.of(), tickets(portal));
    later.post("/checkins", body("T3", "A", "in")).expect(201);
    assertEquals(List.of("T3"), tickets(later.get("/checkins").expect(200).json()));
    assertEquals(List.of("T3"), tickets(later.get("/checkins?user=" + laterId).json()));
    later.get("/checkins?user=" + formerId).expect(403, "FORBIDDEN");
  }

  @Test
  void anAdminShouldTellThemApartByNumber() {
    later.post("/checkins", body("T3", "A", "in")).expect(201);
    assertEquals(List.of("T1", "T2"), made(formerId));
    assertEquals(List.of("T3"), made(laterId));
    assertEquals(List.of("T1", "T2", "T3"), made(name));
    assertEquals(name, admin.get("/checkins?user=" + formerId).text("user_id"));
    assertEquals(List.of(), made("999999"));
    JsonObject stats = staff.get(path("/stats")).expect(200).json();
    assertEquals(3, stats.getJsonObject("per_staff").getInteger(name));
  }

  @Test
  void keysShouldBeTheirOwners() {
    JsonObject same = body("T1", "A", "in");
    later.with("Idempotency-Key", "k1").post("/checkins", same).expect(409, "ALREADY_CHECKED_IN");
    JsonObject other = body("T4", "A", "in");
    assertEquals(
        "T4",
        later
            .with("Idempotency-Key", "k2")
            .post("/checkins", other)
            .expect(201)
            .json()
            .getJsonObject("record")
            .getString("ticket_id"));
  }

  private List<String> made(Object user) {
    return tickets(admin.get("/checkins?user=" + user).expect(200).json());
  }

  private static List<String> tickets(JsonObject own) {
    return own.getJsonArray("checkins").stream()
        .map(record -> ((JsonObject) record).getString("ticket_id"))
        .toList();
  }

  private JsonObject batch() {
    JsonObject scan =
        body("T2", "A", "in").put("nonce", "n2").put("scanned_at", "2026-01-01T10:00:00Z");
    return new JsonObject().put("device_id", "hp").put("scans", new JsonArray().add(scan));
  }

  private long register() {
    JsonObject user =
        new JsonObject().put("username", name).put("password", PASSWORD).put("role", "committee");
    return users().post("/auth/register", user).expect(201).json().getLong("id");
  }

  private ServiceApi users() {
    return system.identity().as(system.adminToken());
  }

  private ServiceApi logIn() {
    return system.attendance().as(system.logIn(name, PASSWORD));
  }
}
