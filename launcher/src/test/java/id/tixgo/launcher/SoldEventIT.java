package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An event that people have bought tickets for isn't deleted by mistake. */
@Timeout(300)
class SoldEventIT extends Apart {
  @Test
  void anEventWithHoldsOrSalesShouldBeDeletedByForceAlone() {
    try (RunningSystem event = event(events);
        RunningSystem attendance = attendance()) {
      String booking;
      try (RunningSystem ticketing = ticketing()) {
        booking = held(event, ticketing);
        refused(event, 0, 1);
        admin(ticketing, "ticketing").send("POST", booking + "/confirm-payment", "").expect(200);
        refused(event, 1, 0);
        Eventually.await("the door knows the ticket", () -> sold(attendance) == 1);
      }
      refused(event, 1, 0);
      admin(event, "event").delete("/events/e1?force=true").expect(200);
      try (RunningSystem ticketing = ticketing()) {
        JsonObject another =
            new JsonObject().put("event_id", "e1").put("ticket_type_id", type(ticketing));
        ServiceApi sales = admin(ticketing, "ticketing");
        Eventually.await("it is over", () -> sales.get("/shop/events/e1").status() == 404);
        sales.post("/bookings", another).expect(409, "EVENT_CANCELLED");
        Answer paid = sales.get(booking).expect(200);
        assertEquals("PAID", paid.text("status"));
        JsonObject ticket = paid.json().getJsonArray("tickets").getJsonObject(0);
        JsonObject scan =
            new JsonObject().put("event_id", "e1").put("ticket_id", ticket.getString("ticket_id"));
        Eventually.await("the door hears", () -> "EVENT_CANCELLED".equals(code(attendance, scan)));
        admin(attendance, "attendance").post("/checkins", scan).expect(409, "EVENT_CANCELLED");
      }
    }
  }

  @Test
  void aDoorWithoutTicketingShouldDeleteItsEvents() {
    try (RunningSystem event = event(events);
        RunningSystem attendance = attendance()) {
      admin(event, "event").post("/events", made("e1")).expect(201);
      assertEquals(0, sold(attendance));
      admin(event, "event").delete("/events/e1").expect(200);
    }
  }

  /** The path of a booking that holds a place, which costs nothing. */
  private String held(RunningSystem event, RunningSystem ticketing) {
    admin(event, "event").post("/events", made("e1")).expect(201);
    ServiceApi sales = admin(ticketing, "ticketing");
    JsonObject type =
        new JsonObject().put("event_id", "e1").put("name", "VIP").put("price", 0).put("quota", 2);
    sales.post("/ticket-types", type).expect(201);
    JsonObject booking =
        new JsonObject().put("event_id", "e1").put("ticket_type_id", type(ticketing));
    return sales.post("/bookings", booking).expect(201).header("Location").orElseThrow();
  }

  private String type(RunningSystem ticketing) {
    return admin(ticketing, "ticketing")
        .get("/ticket-types?event_id=e1")
        .array()
        .getJsonObject(0)
        .getString("id");
  }

  private void refused(RunningSystem event, int sold, int held) {
    JsonObject uses = admin(event, "event").delete("/events/e1").expect(409, "IN_USE").json();
    assertEquals(0, uses.getInteger("checkins"));
    assertEquals(sold, uses.getInteger("sold"));
    assertEquals(held, uses.getInteger("held"));
  }

  /** Why a scan would be refused. */
  private String code(RunningSystem attendance, JsonObject scan) {
    return admin(attendance, "attendance").post("/checkins?dry_run=true", scan).text("code");
  }

  private int sold(RunningSystem attendance) {
    return admin(attendance, "attendance")
        .get("/attendance/e1/stats")
        .expect(200)
        .json()
        .getInteger("total_sold");
  }

  private ServiceApi admin(RunningSystem system, String service) {
    return system.service(service).as(identity.adminToken());
  }
}
