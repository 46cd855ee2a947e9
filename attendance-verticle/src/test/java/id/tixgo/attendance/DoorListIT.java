package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.EventDoor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The event's ticket list at its door. */
class DoorListIT extends EventDoor {
  @Test
  void aListShouldRefuseWhatIsNotOnIt() {
    list("[\"A1\",{\"ticket_id\":\"A2\",\"holder_name\":\"Siti\",\"gates\":[\"north\"]}]", 2);
    scan("A1", "x", "in").expect(201);
    scan("B1", "x", "in").expect(404, "UNKNOWN_TICKET");
    Answer wrong = scan("A2", "south", "in").expect(409, "WRONG_GATE");
    assertEquals("Siti", wrong.json().getJsonObject("ticket").getString("holder_name"));
    assertEquals(
        "Siti",
        scan("A2", "north", "in")
            .expect(201)
            .json()
            .getJsonObject("ticket")
            .getString("holder_name"));
  }

  @Test
  void aRevokedTicketShouldEnterAgainOnlyWhenItIsRestored() {
    list("[\"A1\"]", 1);
    String ticket = path("/tickets/A1");
    admin.post(ticket + "/revoke", new JsonObject().put("reason", "refunded")).expect(200);
    scan("A1", "", "in").expect(409, "TICKET_REVOKED");
    list("[\"A1\",\"A2\"]", 2);
    admin
        .with("Content-Type", "application/json")
        .send("POST", path("/tickets"), "[\"A1\"]")
        .expect(200);
    scan("A1", "", "in").expect(409, "TICKET_REVOKED");
    list("[\"A2\"]", 1);
    scan("A1", "", "in").expect(404, "UNKNOWN_TICKET");
    list("[\"A1\",\"A2\"]", 2);
    scan("A1", "", "in").expect(409, "TICKET_REVOKED");
    admin.send("POST", ticket + "/restore", "").expect(200);
    scan("A1", "", "in").expect(201);
    admin.post(path("/tickets/none/revoke"), new JsonObject().put("reason", "x")).expect(404);
    staff.post(ticket + "/revoke", new JsonObject().put("reason", "x")).expect(403);
  }

  @Test
  void aCsvListShouldBeReadAndItsErrorsNameTheLine() {
    String csv = "ticket_id,holder_name,ticket_type,gates\nA1,Siti,VIP,north;south\nA2,Budi,,\n";
    upload("text/csv", csv).expect(200);
    JsonArray all = staff.get(path("/tickets")).expect(200).array();
    assertEquals(
        new JsonArray(List.of("north", "south")), all.getJsonObject(0).getJsonArray("gates"));
    assertEquals(1, staff.get(path("/tickets?q=budi")).expect(200).array().size());
    Answer refused = upload("text/csv", "ticket_id\nA1\nA1\n").expect(422, "VALIDATION_ERROR");
    assertTrue(refused.body().contains("line 3"), refused::body);
    assertEquals("2", staff.get(path("/tickets")).header("X-Total-Count").orElse(""));
    user.get(path("/tickets")).expect(403);
  }

  @Test
  void aLongListShouldBeTakenWhole() {
    JsonArray tickets = new JsonArray();
    IntStream.range(0, 50_000).forEach(i -> tickets.add("T" + i));
    list(tickets.encode(), 50_000);
    list("[\"only\"]", 1);
    assertEquals("1", staff.get(path("/tickets")).header("X-Total-Count").orElse(""));
    scan("T1", "", "in").expect(404, "UNKNOWN_TICKET");
  }

  @Test
  void gatesShouldBeToldApartByMoreThanCase() {
    list("[{\"ticket_id\":\"A1\",\"gates\":[\"North\"]}]", 1);
    scan("A1", "nor", "in").expect(409, "WRONG_GATE");
    scan("A1", "north", "in").expect(201);
  }
}
