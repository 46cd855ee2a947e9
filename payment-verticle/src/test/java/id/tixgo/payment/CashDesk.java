package id.tixgo.payment;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.MutableClock;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.simulator.Simulator;
import id.tixgo.simulator.SimulatorConfig;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Payment beside its real neighbours and simulated gateways, on a clock that a test moves. */
final class CashDesk implements AutoCloseable {
  static final int PRICE = 150_000;
  private static final int BUYERS = 40;
  private static final List<String> SERVICES =
      List.of("identity", "event", "ticketing", "attendance", "payment");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final MutableClock clock = new MutableClock(Instant.now());
  private final Vertx vertx = Vertx.vertx();
  private final Simulator simulator;
  private final RunningSystem system;
  private final String adminToken;
  private final Queue<String> buyers = new ConcurrentLinkedQueue<>();

  CashDesk() {
    this(List.of(), Map.of());
  }

  /**
   * @param services besides those that a sale needs
   * @param more settings, in place of those that a sale needs
   */
  CashDesk(List<String> services, Map<String, String> more) {
    String port = FreePort.next();
    String webhook = "http://127.0.0.1:" + port + "/webhooks/payment";
    this.simulator =
        RunningSystem.await(
            Simulator.start(
                vertx, SimulatorConfig.forTests(webhook, clock).withRetryScale(10_000)));
    this.system =
        new RunningSystem(
            Stream.of(SERVICES, services).flatMap(List::stream).toList(),
            settings(port, more),
            clock,
            2);
    this.adminToken = system.adminToken();
    IntStream.range(0, BUYERS).mapToObj(i -> system.tokenOf("user")).forEach(buyers::add);
  }

  private Map<String, String> settings(String port, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("PAYMENT_PORT", port);
    settings.put("TOKEN_EXPIRE_MINUTES", "500000");
    settings.put("FEED_LOOK_MS", "50");
    settings.put("GATEWAY_TIMEOUT_MS", "2000");
    settings.put("PAYMENT_GATEWAYS", "midtrans,xendit,manual");
    settings.put("MIDTRANS_SERVER_KEY", "SB-Mid-server-TixGoSimulator");
    settings.put("MIDTRANS_SNAP_URL", simulator.baseUrl());
    settings.put("MIDTRANS_API_URL", simulator.baseUrl());
    settings.put("XENDIT_URL", simulator.baseUrl());
    settings.put("XENDIT_SECRET_KEY", "xnd_development_TixGoSimulator");
    settings.put("XENDIT_CALLBACK_TOKEN", "tixgo-simulator-callback");
    settings.putAll(more);
    return settings;
  }

  MutableClock clock() {
    return clock;
  }

  ServiceApi admin() {
    return payment(adminToken);
  }

  ServiceApi service(String name) {
    return system.service(name);
  }

  ServiceApi payment(String token) {
    return system.service("payment").as(token);
  }

  ServiceApi ticketing(String token) {
    return system.service("ticketing").as(token);
  }

  ServiceApi ticketingAdmin() {
    return ticketing(adminToken);
  }

  /** Somebody's token. They are made before the clock moves: a token from the future is none. */
  String buyer() {
    return buyers.remove();
  }

  /** A new event's ticket type's id. */
  String type(int quota) {
    String event = "e-" + UUID.randomUUID();
    JsonObject body =
        new JsonObject()
            .put("id", event)
            .put("title", "Concert")
            .put("description", "Standing room.")
            .put("start_time", "2099-12-31T12:00:00Z");
    system.event().as(adminToken).post("/events", body).expect(201);
    JsonObject type =
        new JsonObject()
            .put("event_id", event)
            .put("name", "REGULAR")
            .put("price", PRICE)
            .put("quota", quota);
    return ticketing(adminToken).post("/ticket-types", type).expect(201).text("id");
  }

  String eventOf(String type) {
    return ticketing(adminToken).get("/ticket-types/" + type).expect(200).text("event_id");
  }

  /** A ticket of a booking is let in, as soon as its door has heard of it. */
  void letIn(String type, String booking) {
    String ticket =
        booking(booking).getJsonArray("tickets").getJsonObject(0).getString("ticket_id");
    JsonObject scan = new JsonObject().put("event_id", eventOf(type)).put("ticket_id", ticket);
    ServiceApi door = system.attendance().as(adminToken);
    Eventually.await("it is let in", () -> door.post("/checkins", scan).status() == 201);
  }

  void cancelEvent(String id) {
    system
        .event()
        .as(adminToken)
        .patch("/events/" + id, new JsonObject().put("status", "cancelled"))
        .expect(200);
  }

  /** A hold's id. */
  String hold(String token, String type, int quantity) {
    JsonObject wanted =
        new JsonObject()
            .put("event_id", eventOf(type))
            .put("ticket_type_id", type)
            .put("quantity", quantity);
    return ticketing(token).post("/bookings", wanted).expect(201).text("id");
  }

  static JsonObject by(String booking, String method, String gateway) {
    return new JsonObject()
        .put("booking_id", booking)
        .put("payment_method", method)
        .put("payment_gateway", gateway);
  }

  /** What checkout answers. */
  JsonObject checkout(String token, String booking, String method, String gateway) {
    return payment(token).post("/checkout", by(booking, method, gateway)).expect(201).json();
  }

  /** A booking that is paid, with its tickets; checkout's answer. */
  JsonObject bought(String token, String booking, String method, String gateway) {
    JsonObject begun = checkout(token, booking, method, gateway);
    move("pay", reference(begun));
    awaitBooking(booking, "PAID");
    awaitOrder(begun, "COMPLETED");
    return begun;
  }

  static String reference(JsonObject checkout) {
    return checkout.getJsonObject("payment").getString("reference");
  }

  static long transaction(JsonObject checkout) {
    return checkout.getJsonObject("transaction").getLong("id");
  }

  /** The control door does something to a payment, and the gateway has told of it. */
  JsonObject move(String move, String reference) {
    return simulator("POST", "/_sim/" + move + "/" + reference, new JsonObject());
  }

  JsonObject simulator(String method, String path, JsonObject body) {
    String answer = simulated(method, path, body);
    return answer.isEmpty() ? new JsonObject() : new JsonObject(answer);
  }

  void switchTo(String name, Object value) {
    simulator("PUT", "/_sim/switches", new JsonObject().put(name, value));
  }

  /** The gateways do as they should again. */
  void mend() {
    simulator("DELETE", "/_sim/faults", new JsonObject());
    simulator(
        "PUT",
        "/_sim/switches",
        new JsonObject()
            .put("webhook_before_answer", false)
            .put("fee_imposition", 0)
            .put("refund_result", "succeed")
            .put("deliveries", "running"));
  }

  JsonArray simulatorLog(String path) {
    JsonObject log = new JsonObject(simulated("GET", path, new JsonObject()));
    return log.stream()
        .map(Map.Entry::getValue)
        .filter(JsonArray.class::isInstance)
        .map(JsonArray.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private String simulated(String method, String path, JsonObject body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path.replace("~", "%7E")))
              .method(method, BodyPublishers.ofString(method.equals("GET") ? "" : body.encode()))
              .build();
      var answer = CLIENT.send(request, BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new AssertionError(method + " " + path + ": " + answer.body());
      }
      return answer.body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  void awaitBooking(String booking, String status) {
    Eventually.await(
        booking + " is " + status, () -> booking(booking).getString("status").equals(status));
  }

  JsonObject booking(String id) {
    return ticketing(adminToken).get("/bookings/" + id).expect(200).json();
  }

  void awaitOrder(JsonObject checkout, String status) {
    Eventually.await("the order is " + status, () -> order(checkout).text("status").equals(status));
  }

  Answer order(JsonObject checkout) {
    return admin().get("/orders/" + checkout.getJsonObject("order").getLong("id")).expect(200);
  }

  JsonObject transactionNow(JsonObject checkout) {
    return admin().get("/transactions/" + transaction(checkout)).expect(200).json();
  }

  JsonObject paymentNow(JsonObject checkout) {
    long id = checkout.getJsonObject("payment").getLong("id");
    return admin().get("/payments/" + id).expect(200).json();
  }

  void awaitPayment(JsonObject checkout, String status) {
    Eventually.await(
        "the payment is " + status, () -> paymentNow(checkout).getString("status").equals(status));
  }

  @Override
  public void close() {
    system.close();
    RunningSystem.await(simulator.close());
    RunningSystem.await(vertx.close());
  }
}
