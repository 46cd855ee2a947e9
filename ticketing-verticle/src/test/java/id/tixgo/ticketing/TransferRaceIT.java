package id.tixgo.ticketing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.Rush;
import id.tixgo.common.test.Rush.Request;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.test.Wire;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A ticket is passed on while it is held up at the doors, over several instances of each. */
class TransferRaceIT {
  private static final int DOORS = 8;
  private static final int ROUNDS = 50;

  /** About what it takes until the doors have heard of a transfer. */
  private static final int SPREAD_NS = 20_000_000;

  private static TicketOffice office;
  private static String event;
  private static String type;

  @BeforeAll
  static void start() {
    office = new TicketOffice(4, Map.of());
    event = office.event(ROUNDS);
    type = office.type(event, "REGULAR", 0, ROUNDS);
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @Test
  void aPlaceShouldLetInOneHoweverFastItIsPassedOn() {
    Random random = new Random();
    try (Rush doors = new Rush(door().port(), office.adminToken())) {
      for (int round = 0; round < ROUNDS; round++) {
        String old = awaitListed(sold());
        CompletableFuture<String> passedOn = CompletableFuture.supplyAsync(() -> passOn(old));
        LockSupport.parkNanos(random.nextInt(SPREAD_NS));
        long before = entered(doors, old);
        String other = awaitListed(passedOn.join());
        assertEquals(1, before + entered(doors, other), "round " + round);
        assertEquals(0, entered(doors, old) + entered(doors, other));
      }
    }
    assertEquals(ROUNDS, stats().getInteger("total_checked_in"));
    assertEquals(ROUNDS, stats().getInteger("inside"));
  }

  private static ServiceApi door() {
    return office.system().attendance().as(office.adminToken());
  }

  private static String sold() {
    String path = "/bookings/" + office.hold(event, type, 1).text("id");
    office.admin().send("POST", path + "/confirm-payment", "").expect(200);
    return office
        .admin()
        .get(path + "/tickets")
        .expect(200)
        .array()
        .getJsonObject(0)
        .getString("ticket_id");
  }

  private static String passOn(String ticket) {
    JsonObject holder = new JsonObject().put("holder_name", "Ani");
    return office
        .admin()
        .post("/tickets/" + ticket + "/transfer", holder)
        .expect(200)
        .text("ticket_id");
  }

  private static String awaitListed(String ticket) {
    Eventually.await(
        ticket + " is on the list",
        () ->
            !"UNKNOWN_TICKET"
                .equals(door().post("/checkins?dry_run=true", scan(ticket)).text("code")));
    return ticket;
  }

  /** How often it was let in. */
  private static long entered(Rush doors, String ticket) {
    List<Wire.Reply> replies =
        doors.send(Collections.nCopies(DOORS, Request.post("/checkins", scan(ticket))));
    for (Wire.Reply reply : replies) {
      assertTrue(reply.status() == 201 || reply.status() == 409, reply::body);
    }
    return replies.stream().filter(reply -> reply.status() == 201).count();
  }

  private static JsonObject scan(String ticket) {
    return new JsonObject().put("event_id", event).put("ticket_id", ticket);
  }

  private static JsonObject stats() {
    return door().get("/attendance/" + event + "/stats").expect(200).json();
  }
}
