package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.EventDoor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tickets that left and came back, some of it while a device was offline. */
class PassagesIT extends EventDoor {
  private static final Instant BEGIN = Instant.parse("2026-01-01T10:00:00Z");

  @BeforeEach
  void allowReentry() {
    admin.put(path("/rules"), new JsonObject().put("reentry", true)).expect(200);
  }

  @Test
  void aBatchWithTheWayOutAndTheSecondEntryShouldBeNoConflictInAnyOrder() {
    batch("d1", late("n1", "T1", 0, "in"), late("n1", "T2", 0, "in"));
    JsonObject out = late("n2", "T1", 10, "out");
    JsonObject in = late("n3", "T1", 20, "in");
    assertEquals(List.of("checked_in", "checked_in"), statuses(batch("d2", in, out)));
    JsonObject sent = late("n3", "T2", 20, "in").put("scanned_at", BEGIN.plusSeconds(5).toString());
    Answer answer = batch("d3", sent, late("n2", "T2", 2, "out"));
    assertEquals(List.of("checked_in", "checked_in"), statuses(answer));
    assertEquals(answer.json(), batch("d3", sent, late("n2", "T2", 2, "out")).json());
    assertEquals(0, conflicts("").size());
    assertEquals(2, stats().getInteger("inside"));
    assertEquals(2, stats().getInteger("total_checked_in"));
  }

  @Test
  void aWayOutThatIsHandedInLaterShouldEndTheConflict() {
    batch("d1", late("n1", "T1", 0, "in"));
    assertEquals(List.of("conflict"), statuses(batch("d2", late("n1", "T1", 20, "in"))));
    String id = conflicts("?status=open").getJsonObject(0).getString("id");
    batch("d3", late("n1", "T1", 10, "out"));
    assertEquals(0, conflicts("").size());
    staff.post(path("/conflicts/" + id + "/resolve"), note()).expect(404, "NOT_FOUND");
    assertEquals(List.of("checked_in"), statuses(batch("d2", late("n1", "T1", 20, "in"))));
  }

  @Test
  void aConflictThatWasLookedIntoShouldStayInTheList() {
    batch("d1", late("n1", "T1", 0, "in"));
    batch("d2", late("n1", "T1", 20, "in"));
    String id = conflicts("").getJsonObject(0).getString("id");
    staff.post(path("/conflicts/" + id + "/resolve"), note()).expect(200);
    batch("d3", late("n1", "T1", 10, "out"));
    assertEquals("resolved", conflicts("").getJsonObject(0).getString("status"));
    assertEquals(0, conflicts("?status=open").size());
  }

  @Test
  void anEntryBetweenAWayOutAndTheSecondEntryShouldBeAConflictWithThat() {
    scan("T1", "A", "in").expect(201);
    scan("T1", "A", "out").expect(201);
    scan("T1", "A", "in").expect(201);
    JsonArray scans = staff.get(path("/scans")).expect(200).array();
    String between = scans.getJsonObject(1).getString("at");
    JsonObject entry = late("n1", "T1", 0, "in").put("scanned_at", between);
    assertEquals(List.of("conflict"), statuses(batch("zz", entry)));
    JsonObject conflict = conflicts("?status=open").getJsonObject(0);
    assertEquals("3", conflict.getString("id"));
    assertEquals(List.of("zz", "null"), devices(conflict));
  }

  @Test
  void whereNobodyMayReturnAWayOutShouldExplainNothing() {
    admin.put(path("/rules"), new JsonObject().put("reentry", false)).expect(200);
    batch("d1", late("n1", "T1", 0, "in"), late("n2", "T1", 10, "out"));
    assertEquals(List.of("conflict"), statuses(batch("d2", late("n1", "T1", 20, "in"))));
    assertEquals(List.of("d1", "d2"), devices(conflicts("").getJsonObject(0)));
  }

  private Answer batch(String device, JsonObject... scans) {
    return staff.post(
        "/checkins/batch",
        new JsonObject().put("device_id", device).put("scans", new JsonArray(List.of(scans))));
  }

  private JsonObject late(String nonce, String ticket, int second, String direction) {
    return body(ticket, "A", direction)
        .put("nonce", nonce)
        .put("scanned_at", BEGIN.plusSeconds(second).toString());
  }

  private JsonArray conflicts(String query) {
    return staff.get(path("/conflicts" + query)).expect(200).array();
  }

  private static JsonObject note() {
    return new JsonObject().put("note", "he had gone to his car");
  }

  private static List<String> devices(JsonObject conflict) {
    return conflict.getJsonArray("scans").stream()
        .map(scan -> String.valueOf(((JsonObject) scan).getString("device_id")))
        .toList();
  }

  private static List<String> statuses(Answer answer) {
    return answer.expect(200).json().getJsonArray("results").stream()
        .map(result -> ((JsonObject) result).getString("status"))
        .toList();
  }
}
