package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.DeviceTests;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a device may do at doors. */
class DeviceDoorIT extends DeviceTests {
  private static final String SCANS = "/checkins";

  @Test
  void aDeviceShouldCheckInAtItsEventsAndGatesAlone() {
    ServiceApi scanner = scanner(device().put("gates", array("A")));
    Answer in = scanner.post(SCANS, scan("T1", "A")).expect(201);
    assertEquals("device:" + name, in.json().getJsonObject("record").getString("checked_in_by"));
    refused(scanner.post(SCANS, scan("T2", "B")), "gate B of event " + event);
    scanner.post(SCANS + "?dry_run=true", scan("T2", "a")).expect(200);
    refused(scanner.post(SCANS, scan("T2", null)), "a scan without its gate at event " + event);
    JsonObject elsewhere = scan("T2", "A").put("event_id", "other");
    refused(scanner.post(SCANS, elsewhere), "event other");
    refused(scanner.post(SCANS + "?dry_run=true", elsewhere), "event other");
    assertEquals(List.of("T1"), tickets());
  }

  @Test
  void aDeviceShouldLetGroupsInAtItsEventsAndGatesAlone() {
    ServiceApi scanner = scanner(device().put("gates", array("A")));
    JsonObject group = new JsonObject().put("event_id", event).put("ticket_ids", array("T1", "T2"));
    refused(scanner.post("/checkins/group", group), "a scan without its gate at event " + event);
    refused(scanner.post("/checkins/group", group.put("gate", "B")), "gate B of event " + event);
    scanner.post("/checkins/group", group.put("gate", "A")).expect(201);
    refused(scanner.post("/checkins/group", group.put("event_id", "other")), "event other");
    assertEquals(List.of("T1", "T2"), tickets());
  }

  @Test
  void aBatchShouldRefuseWhatItsDeviceIsNotForAndTakeTheRest() {
    ServiceApi scanner = scanner(device().put("gates", array("A")));
    JsonObject batch =
        new JsonObject()
            .put("device_id", "d1")
            .put(
                "scans",
                new JsonArray()
                    .add(late("n1", scan("T1", "A").put("event_id", "other")))
                    .add(late("n2", scan("T2", "A")))
                    .add(late("n3", scan("T3", "B")))
                    .add(late("n4", scan("T4", null))));
    JsonArray results =
        scanner.post("/checkins/batch", batch).expect(200).json().getJsonArray("results");
    assertEquals(List.of("n1", "n2", "n3", "n4"), members(results, "nonce"));
    assertEquals(
        List.of("refused", "checked_in", "refused", "refused"), members(results, "status"));
    assertEquals("DEVICE_NOT_ALLOWED", results.getJsonObject(2).getString("code"));
    assertNull(results.getJsonObject(2).getJsonObject("record"));
    assertEquals(List.of("T2"), tickets());
    Answer again = scanner.post("/checkins/batch", batch);
    assertEquals(results, again.expect(200).json().getJsonArray("results"));
  }

  /** A scan's device is its token's: what both state is a label. */
  @Test
  void twoDevicesThatStateOneLabelShouldBeTwo() {
    ServiceApi one = scanner(device());
    name += "b";
    ServiceApi other = scanner(device());
    JsonObject batch = new JsonObject().put("device_id", "d1");
    batch.put("scans", new JsonArray().add(late("n1", scan("T1", null))));
    assertEquals(List.of("checked_in"), statuses(one.post("/checkins/batch", batch)));
    assertEquals(List.of("conflict"), statuses(other.post("/checkins/batch", batch)));
    batch.put("scans", new JsonArray().add(late("n2", scan("T1", null))));
    batch.put("device_id", "another");
    assertEquals(List.of("already_checked_in"), statuses(one.post("/checkins/batch", batch)));
    ServiceApi boss = system.attendance().as(system.adminToken());
    assertEquals(3, boss.get("/attendance/" + event + "/scans").expect(200).array().size());
    assertEquals(1, boss.get("/attendance/" + event + "/conflicts").expect(200).array().size());
  }

  private static List<String> statuses(Answer answer) {
    return members(answer.expect(200).json().getJsonArray("results"), "status");
  }

  @Test
  void aDeviceWithoutLimitsShouldScanAnywhere() {
    ServiceApi scanner = scanner(new JsonObject().put("name", name).put("events", new JsonArray()));
    scanner.post(SCANS, scan("T1", null)).expect(201);
    scanner.post(SCANS, scan("T2", "Z")).expect(201);
    scanner.get("/attendance/" + event + "/stats").expect(200);
  }

  @Test
  void aDeviceShouldScanThroughTheEventServiceToo() {
    JsonObject details =
        new JsonObject().put("title", "Konser").put("start_time", "2026-12-31T12:00:00Z");
    ServiceApi events = system.attendance().as(system.adminToken());
    String path = events.post("/events", details).expect(201).header("Location").orElseThrow();
    String id = path.substring(path.lastIndexOf('/') + 1);
    JsonObject body = new JsonObject().put("ticket_id", "T1").put("gate", "A");
    ServiceApi one = scanner(device().put("events", array(id)).put("gates", array("A")));
    one.post(path + SCANS, body).expect(201);
    refused(one.post(path + SCANS, body.put("gate", "B")), "gate B of event " + id);
    name += "b";
    refused(scanner(device()).post(path + SCANS, body), "event " + id);
  }

  @Test
  void aDeviceShouldReadWhatADoorNeedsOfItsEventsAndNothingElse() {
    ServiceApi scanner = scanner(device());
    for (String part : List.of("", "/tickets", "/rules", "/stats", "/changes")) {
      scanner.get("/attendance/" + event + part).expect(200);
      refused(scanner.get("/attendance/other" + part), "event other");
    }
    refused(scanner.get("/attendance/other/stream"), "event other");
    refused(scanner.get("/attendance/other?format=csv"), "event other");
    for (String path : List.of("/scans", "/conflicts")) {
      scanner.get("/attendance/" + event + path).expect(403, "FORBIDDEN");
    }
    scanner.get(SCANS).expect(403, "FORBIDDEN");
    scanner.get("/events").expect(200);
    scanner.post("/events", new JsonObject()).expect(403, "FORBIDDEN");
    scanner.put("/attendance/" + event + "/rules", new JsonObject()).expect(403, "FORBIDDEN");
    JsonObject passwords =
        new JsonObject().put("old_password", "secret-1").put("new_password", "secret-2");
    String other = token(device().put("name", name + "b"));
    system.identity().as(other).post("/auth/password", passwords).expect(403, "FORBIDDEN");
  }

  private static void refused(Answer answer, String place) {
    answer.expect(403, "DEVICE_NOT_ALLOWED");
    assertEquals("This device is not for " + place + ".", answer.text("detail"));
  }

  private ServiceApi scanner(JsonObject device) {
    return system.attendance().as(token(device));
  }

  private static JsonObject late(String nonce, JsonObject scan) {
    return scan.put("nonce", nonce).put("scanned_at", "2026-01-01T10:00:00Z");
  }

  private List<String> tickets() {
    Answer answer = system.attendance().as(system.adminToken()).get("/attendance/" + event);
    return members(answer.expect(200).json().getJsonArray("records"), "ticket_id");
  }

  private static List<String> members(JsonArray objects, String member) {
    return objects.stream().map(object -> ((JsonObject) object).getString(member)).toList();
  }
}
