package id.tixgo.ticketing;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.MutableClock;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Ticketing beside its real neighbours, on a clock that a test moves. */
final class TicketOffice implements AutoCloseable {
  private final MutableClock clock = new MutableClock(Instant.now());
  private final RunningSystem system;
  private final String adminToken;

  TicketOffice(int instances, Map<String, String> settings) {
    this.system =
        new RunningSystem(
            List.of("identity", "event", "attendance", "ticketing"),
            settings(settings),
            clock,
            instances);
    this.adminToken = system.adminToken();
  }

  /** Tokens outlast what a test does with the clock. */
  private static Map<String, String> settings(Map<String, String> more) {
    Map<String, String> all = new java.util.HashMap<>(more);
    all.put("TOKEN_EXPIRE_MINUTES", "100000");
    return all;
  }

  RunningSystem system() {
    return system;
  }

  MutableClock clock() {
    return clock;
  }

  String adminToken() {
    return adminToken;
  }

  ServiceApi admin() {
    return system.service("ticketing").as(adminToken);
  }

  /** Somebody new who buys. */
  ServiceApi buyer() {
    return system.service("ticketing").as(system.tokenOf("user"));
  }

  /** A new event's id. */
  String event(int capacity) {
    String id = "e-" + UUID.randomUUID();
    JsonObject event =
        new JsonObject()
            .put("id", id)
            .put("title", "Concert")
            .put("description", "Standing room.")
            .put("start_time", "2099-12-31T12:00:00Z")
            .put("capacity", capacity);
    system.event().as(adminToken).post("/events", event).expect(201);
    return id;
  }

  /** A new ticket type's id. */
  String type(String event, String name, int price, int quota) {
    return admin().post("/ticket-types", details(event, name, price, quota)).expect(201).text("id");
  }

  static JsonObject details(String event, String name, int price, int quota) {
    return new JsonObject()
        .put("event_id", event)
        .put("name", name)
        .put("price", price)
        .put("quota", quota);
  }

  Answer hold(String event, String type, int quantity) {
    return hold(admin(), event, type, quantity).expect(201);
  }

  static Answer hold(ServiceApi api, String event, String type, int quantity) {
    return api.post("/bookings", wanted(event, type).put("quantity", quantity));
  }

  /** What asks for one place. */
  static JsonObject wanted(String event, String type) {
    return new JsonObject().put("event_id", event).put("ticket_type_id", type).put("quantity", 1);
  }

  @Override
  public void close() {
    system.close();
  }
}
