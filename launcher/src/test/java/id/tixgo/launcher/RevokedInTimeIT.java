package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long a ticket opens doors after Ticketing has said that it doesn't any more: within a second
 * is what is promised; a busy machine gets three.
 */
@Timeout(300)
class RevokedInTimeIT {
  private static final Logger LOG = LoggerFactory.getLogger(RevokedInTimeIT.class);
  private static final Duration LONGEST = Duration.ofSeconds(3);
  private static final int ROUNDS = 5;

  private RunningSystem system;
  private ServiceApi sales;
  private ServiceApi door;
  private String type;

  @BeforeEach
  void start() {
    system = new RunningSystem(List.of("identity", "event", "attendance", "ticketing"), Map.of());
    String admin = system.adminToken();
    sales = system.service("ticketing").as(admin);
    door = system.attendance().as(admin);
    system.event().as(admin).post("/events", Apart.made("e1")).expect(201);
    JsonObject vip =
        new JsonObject().put("event_id", "e1").put("name", "VIP").put("price", 0).put("quota", 50);
    type = sales.post("/ticket-types", vip).expect(201).text("id");
  }

  @AfterEach
  void stop() {
    system.close();
  }

  @Test
  void aTicketThatWasPassedOnShouldBeRefusedInTime() {
    JsonObject holder = new JsonObject().put("holder_name", "Budi");
    for (int round = 0; round < ROUNDS; round++) {
      String ticket = ticket(bought());
      sales.post("/tickets/" + ticket + "/transfer", holder).expect(200);
      refusedInTime("transfer", ticket);
    }
  }

  @Test
  void aTicketWhoseBookingIsCancelledShouldBeRefusedInTime() {
    for (int round = 0; round < ROUNDS; round++) {
      Answer booking = bought();
      String ticket = ticket(booking);
      sales.send("POST", "/bookings/" + booking.text("id") + "/cancel", "").expect(200);
      refusedInTime("cancel", ticket);
    }
  }

  /** A booking whose ticket the door lets in. */
  private Answer bought() {
    JsonObject wish = new JsonObject().put("event_id", "e1").put("ticket_type_id", type);
    String path = sales.post("/bookings", wish).expect(201).header("Location").orElseThrow();
    Answer paid = sales.send("POST", path + "/confirm-payment", "").expect(200);
    Eventually.await("the door lets it in", () -> code(ticket(paid)) == null);
    return paid;
  }

  private static String ticket(Answer booking) {
    return booking.json().getJsonArray("tickets").getJsonObject(0).getString("ticket_id");
  }

  /** Measured from the answer on. */
  private void refusedInTime(String what, String ticket) {
    long answered = System.nanoTime();
    Eventually.await("the door refuses it", () -> "TICKET_REVOKED".equals(code(ticket)));
    Duration took = Duration.ofNanos(System.nanoTime() - answered);
    LOG.info("refused at the door {} ms after the {}", took.toMillis(), what);
    assertTrue(took.compareTo(LONGEST) < 0, "it took " + took);
  }

  /** Why a scan would be refused; null when it wouldn't. */
  private String code(String ticket) {
    JsonObject scan = new JsonObject().put("event_id", "e1").put("ticket_id", ticket);
    return door.post("/checkins?dry_run=true", scan).text("code");
  }
}
