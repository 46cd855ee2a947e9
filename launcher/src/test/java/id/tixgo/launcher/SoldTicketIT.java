package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What Ticketing sells, the door lets in; also when one of the two was away meanwhile. */
class SoldTicketIT extends Apart {
  @Test
  void aTicketShouldEnterUntilSomebodyElseHasIt() {
    try (RunningSystem event = event(events);
        RunningSystem ticketing = ticketing();
        RunningSystem attendance = attendance()) {
      String type = onSale(event, ticketing);
      awaitSold(attendance, 1);
      shown(attendance, "Z9").expect(404, "UNKNOWN_TICKET");
      String ticket = bought(ticketing, type);
      awaitSold(attendance, 4);
      JsonObject tried = shown(attendance, ticket, "?dry_run=true").expect(200).json();
      assertEquals("VIP", tried.getJsonObject("ticket").getString("ticket_type"));
      String other = transferred(ticketing, ticket);
      awaitSold(attendance, 6);
      expectRevoked("REISSUED", shown(attendance, ticket));
      shown(attendance, other).expect(201);
      assertEquals(1, stats(attendance).getJsonObject("per_ticket_type").getInteger("VIP"));
      assertEquals(1, stats(attendance).getInteger("total_registered"));
    }
  }

  @Test
  void whatIsSoldWhileAttendanceIsAwayShouldEnterOnceItIsBack() {
    try (RunningSystem event = event(events);
        RunningSystem ticketing = ticketing()) {
      String ticket = bought(ticketing, onSale(event, ticketing));
      try (RunningSystem attendance = attendance()) {
        awaitSold(attendance, 4);
        shown(attendance, "Z9").expect(404, "UNKNOWN_TICKET");
        shown(attendance, ticket).expect(201);
      }
    }
  }

  @Test
  void whatIsPassedOnOrCancelledWhileAttendanceIsAwayShouldBeSoOnceItIsBack() {
    try (RunningSystem event = event(events);
        RunningSystem ticketing = ticketing()) {
      String type = onSale(event, ticketing);
      String passedOn = bought(ticketing, type);
      String cancelled = bought(ticketing, type);
      try (RunningSystem attendance = attendance()) {
        awaitSold(attendance, 7);
      }
      String other = transferred(ticketing, passedOn);
      cancel(ticketing, cancelled);
      try (RunningSystem attendance = attendance()) {
        awaitSold(attendance, 11);
        expectRevoked("REISSUED", shown(attendance, passedOn));
        expectRevoked("CANCELLED", shown(attendance, cancelled));
        shown(attendance, other).expect(201);
      }
    }
  }

  @Test
  void theDoorShouldGoOnByWhatItKnowsWhileTicketingIsAway() {
    try (RunningSystem event = event(events);
        RunningSystem attendance = attendance()) {
      String ticket;
      try (RunningSystem ticketing = ticketing()) {
        ticket = bought(ticketing, onSale(event, ticketing));
        awaitSold(attendance, 4);
      }
      shown(attendance, ticket).expect(201);
      shown(attendance, "Z9").expect(404, "UNKNOWN_TICKET");
    }
  }

  /** An event's only ticket type, which costs nothing. */
  private String onSale(RunningSystem event, RunningSystem ticketing) {
    admin(event, "event").post("/events", made("e1").put("capacity", 10)).expect(201);
    JsonObject type =
        new JsonObject().put("event_id", "e1").put("name", "VIP").put("price", 0).put("quota", 10);
    return admin(ticketing, "ticketing").post("/ticket-types", type).expect(201).text("id");
  }

  private String bought(RunningSystem ticketing, String type) {
    ServiceApi buyer = admin(ticketing, "ticketing");
    JsonObject booking =
        new JsonObject().put("event_id", "e1").put("ticket_type_id", type).put("quantity", 1);
    String path = buyer.post("/bookings", booking).expect(201).header("Location").orElseThrow();
    buyer.send("POST", path + "/confirm-payment", "").expect(200);
    return buyer.get(path + "/tickets").expect(200).array().getJsonObject(0).getString("ticket_id");
  }

  private String transferred(RunningSystem ticketing, String ticket) {
    JsonObject holder = new JsonObject().put("holder_name", "Budi");
    return admin(ticketing, "ticketing")
        .post("/tickets/" + ticket + "/transfer", holder)
        .expect(200)
        .text("ticket_id");
  }

  /** Nobody can say whether it has entered, so it takes force. */
  private void cancel(RunningSystem ticketing, String ticket) {
    ServiceApi admin = admin(ticketing, "ticketing");
    String booking = admin.get("/tickets/" + ticket).expect(200).text("booking_id");
    JsonObject force = new JsonObject().put("force", true);
    admin.post("/bookings/" + booking + "/cancel", force).expect(200);
  }

  private static void expectRevoked(String reason, Answer refused) {
    assertEquals(reason, refused.expect(409, "TICKET_REVOKED").text("reason"));
  }

  private Answer shown(RunningSystem attendance, String ticket, String query) {
    JsonObject body = new JsonObject().put("event_id", "e1").put("ticket_id", ticket);
    return admin(attendance, "attendance").post("/checkins" + query, body);
  }

  private Answer shown(RunningSystem attendance, String ticket) {
    return shown(attendance, ticket, "");
  }

  private JsonObject stats(RunningSystem attendance) {
    return admin(attendance, "attendance").get("/attendance/e1/stats").expect(200).json();
  }

  private ServiceApi admin(RunningSystem system, String service) {
    return system.service(service).as(identity.adminToken());
  }

  private static void awaitSold(RunningSystem attendance, long seq) {
    Eventually.await(
        "Ticketing's feed read up to " + seq,
        () -> attendance.feed("ticketing").getLong("seq") >= seq);
  }
}
