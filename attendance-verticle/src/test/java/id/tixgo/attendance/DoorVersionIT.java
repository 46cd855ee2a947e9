package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.EventDoor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a door that keeps the list learns that it changed, and of what changed. */
class DoorVersionIT extends EventDoor {
  private static final JsonObject REFUNDED = new JsonObject().put("reason", "refunded");

  @Test
  void whateverADoorKeepsShouldChangeTheVersionAndNothingElseShould() {
    String none = version();
    assertEquals("false", listed());
    list("[]", 0);
    assertEquals("true", listed());
    String empty = differs(none);
    list("[\"A1\",\"A2\"]", 2);
    String two = differs(empty);
    scan("A1", "", "in").expect(201);
    assertEquals(two, version());
    admin.post(path("/tickets/A2/revoke"), REFUNDED).expect(200);
    String revoked = differs(two);
    admin.send("POST", path("/tickets/A2/restore"), "").expect(200);
    String restored = differs(revoked);
    admin.put(path("/rules"), new JsonObject().put("reentry", true)).expect(200);
    String ruled = differs(restored);
    assertEquals(ruled, staff.get(path("/tickets")).header("X-Door-Version").orElseThrow());
  }

  @Test
  void aDoorShouldLearnThatItsEventIsCancelledAndHowItIsCalledNow() {
    JsonObject made =
        new JsonObject()
            .put("id", event)
            .put("title", "A")
            .put("start_time", "2026-12-31T12:00:00Z");
    admin.post("/events", made).expect(201);
    system.catchUp();
    String before = version();
    admin
        .patch("/events/" + event, new JsonObject().put("status", "cancelled").put("title", "B"))
        .expect(200);
    system.catchUp();
    String after = differs(before);
    JsonObject rules = staff.get(path("/rules")).expect(200).json();
    assertEquals(
        "cancelled B", rules.getString("event_status") + " " + rules.getString("event_title"));
    assertEquals(List.of(), since(before));
    assertEquals(after, version());
  }

  @Test
  void onlyWhatChangedShouldBeReadAgain() {
    list("[\"A1\",\"A2\",\"A3\"]", 3);
    String before = version();
    assertEquals(List.of(), since(before));
    admin.post(path("/tickets/A2/revoke"), REFUNDED).expect(200);
    add(4, 1);
    admin.put(path("/rules"), new JsonObject().put("reentry", true)).expect(200);
    assertEquals(List.of("A2", "A4"), since(before));
    String reason = changed(before).expect(200).array().getJsonObject(0).getString("revoked");
    assertEquals("refunded", reason);
    String after = version();
    admin.post(path("/tickets/A2/revoke"), REFUNDED).expect(200);
    assertEquals(List.of("A2"), since(after));
  }

  @Test
  void whatCanNotBeSaidAnyMoreShouldBeReadWhole() {
    list("[\"A1\"]", 1);
    String first = version();
    list("[\"A1\"]", 1);
    changed(first).expect(410, "LIST_EXPIRED");
    String second = version();
    add(2, 500);
    changed(second).expect(410, "LIST_EXPIRED");
    for (String odd :
        List.of("x", "0", ".", "9" + second, second.replaceAll("\\d+\\.$", "-1."), second + ".")) {
      changed(odd).expect(410, "LIST_EXPIRED");
    }
  }

  private void add(int from, int n) {
    JsonArray more = new JsonArray();
    IntStream.range(from, from + n).forEach(i -> more.add("A" + i));
    admin
        .with("Content-Type", "application/json")
        .send("POST", path("/tickets"), more.encode())
        .expect(200);
  }

  private String differs(String before) {
    String now = version();
    assertNotEquals(before, now);
    return now;
  }

  private String version() {
    return staff.get(path("/changes")).expect(200).header("X-Door-Version").orElseThrow();
  }

  private String listed() {
    return staff.get(path("/tickets")).expect(200).header("X-Listed").orElseThrow();
  }

  private Answer changed(String version) {
    return staff.get(path("/tickets?since=" + version));
  }

  private List<String> since(String version) {
    return changed(version).expect(200).array().stream()
        .map(ticket -> ((JsonObject) ticket).getString("ticket_id"))
        .toList();
  }
}
