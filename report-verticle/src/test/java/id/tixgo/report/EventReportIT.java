package id.tixgo.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Events in figures, held against the services that they come from. */
class EventReportIT {
  private static final String PASSWORD = "secret-1";

  private static RunningSystem system;
  private static String admin;
  private static String organiser;
  private static String event;
  private static String other;
  private static String regular;
  private static JsonArray online;

  @BeforeAll
  static void start() {
    system =
        new RunningSystem(
            List.of("identity", "event", "ticketing", "attendance", "payment", "report"),
            Map.of("PAYMENT_GATEWAYS", "manual", "FEED_LOOK_MS", "20"));
    admin = system.adminToken();
    String maker = system.newUser("admin");
    event = event(system.logIn(maker, PASSWORD), "Concert");
    organiser = demoted(maker);
    other = event(admin, "=Fair");
    regular = type(event, "REGULAR", 150_000);
    String vip = type(event, "VIP", 300_000);
    online = buyOnline(regular, 3);
    atTheBox(vip, 2);
    JsonObject back = new JsonObject().put("refund", true);
    api("ticketing").post("/bookings/" + atTheBox(regular, 1) + "/cancel", back).expect(200);
    api("ticketing").send("POST", "/bookings/" + atTheBox(vip, 1) + "/cancel", "").expect(200);
    letIn(online.getString(1));
    atTheBox(type(other, "FREE", 0), 1);
    String gift = hold(vip, 1);
    JsonObject how = new JsonObject().put("method", "complimentary");
    api("ticketing").post("/bookings/" + gift + "/confirm-payment", how).expect(200);
    hold(regular, 1);
    Eventually.await("all is told", () -> sales(event).equals(reported(event)) && isBack());
  }

  /** Admins make events; what was theirs stays theirs. The token of one who is of the committee. */
  private static String demoted(String admin) {
    ServiceApi me = system.identity().as(system.logIn(admin, PASSWORD));
    long number = me.get("/auth/me").expect(200).json().getLong("id");
    JsonObject role = new JsonObject().put("role", "committee");
    system
        .identity()
        .as(system.adminToken())
        .put("/auth/users/" + number + "/role", role)
        .expect(200);
    return system.logIn(admin, PASSWORD);
  }

  private static boolean isBack() {
    JsonObject sum = report(event).json();
    JsonObject money = sum.getJsonArray("totals").getJsonObject(0);
    return sum.getInteger("refunded") == 2 && money.getLong("online_refunds") == 150_000;
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void figuresShouldBeThoseOfTheServices() {
    assertEquals(sales(event), reported(event));
    JsonObject sum = report(event).json();
    JsonObject money = sum.getJsonArray("totals").getJsonObject(0);
    JsonObject paid =
        api("payment").get("/reports/revenue?group_by=event").expect(200).array().stream()
            .map(JsonObject.class::cast)
            .filter(row -> row.getString("key").equals(event))
            .findFirst()
            .orElseThrow();
    assertEquals(paid.getLong("gross"), money.getLong("online_paid"));
    assertEquals(paid.getLong("refunds"), money.getLong("online_refunds"));
    JsonObject doors = api("attendance").get("/attendance/" + event + "/stats").expect(200).json();
    assertEquals(doors.getLong("total_checked_in"), sum.getLong("checked_in"));
    assertEquals(List.of(5, 2, 1, 4), numbers(sum));
    assertEquals(1_200_000, money.getInteger("revenue"));
    assertEquals(300_000, money.getInteger("refunds"));
  }

  private static List<Integer> numbers(JsonObject sum) {
    return List.of(
        sum.getInteger("sold"),
        sum.getInteger("refunded"),
        sum.getInteger("checked_in"),
        sum.getInteger("no_shows"));
  }

  @Test
  void partsShouldAddUp() {
    JsonObject sum = report(event + "?tz=Asia/Jakarta").json();
    JsonObject money = sum.getJsonArray("totals").getJsonObject(0);
    for (String part : List.of("by_type", "by_hour")) {
      for (String name : List.of("sold", "refunded", "checked_in")) {
        assertEquals(sum.getLong(name), total(sum.getJsonArray(part), name), part + ' ' + name);
      }
      for (String name : List.of("revenue", "refunds")) {
        assertEquals(money.getLong(name), total(sum.getJsonArray(part), name), part + ' ' + name);
      }
    }
    String hour = sum.getJsonArray("by_hour").getJsonObject(0).getString("hour");
    assertTrue(hour.endsWith(":00+07:00"), hour);
  }

  private static long total(JsonArray rows, String name) {
    return rows.stream().mapToLong(row -> ((JsonObject) row).getLong(name)).sum();
  }

  @Test
  void organisersShouldSeeTheirOwnEvents() {
    ServiceApi own = system.service("report").as(organiser);
    own.get("/reports/events/" + event).expect(200);
    own.get("/reports/events/" + other).expect(403, "FORBIDDEN");
    own.get("/reports/events/unknown").expect(404, "NOT_FOUND");
    assertEquals(List.of(event), ids(own));
    ServiceApi house =
        system.service("report").with("X-Service-Token", RunningSystem.SERVICE_TOKEN);
    for (ServiceApi all : List.of(api("report"), house)) {
      all.get("/reports/events/" + other).expect(200);
      assertTrue(ids(all).containsAll(List.of(event, other)));
    }
    ServiceApi user = system.service("report").as(system.tokenOf("user"));
    user.get("/reports/events").expect(403, "FORBIDDEN");
    user.get("/reports/events/" + event).expect(403, "FORBIDDEN");
    system.service("report").get("/reports/events").expect(401, "UNAUTHORIZED");
    own.get("/reports/events?tz=Mars/Base").expect(422, "VALIDATION_ERROR");
    own.get("/reports/events/" + event + "?group_by=minute").expect(422, "VALIDATION_ERROR");
  }

  private static List<String> ids(ServiceApi who) {
    return who.get("/reports/events").expect(200).array().stream()
        .map(row -> ((JsonObject) row).getString("event_id"))
        .toList();
  }

  @Test
  void spreadsheetsShouldHaveTheSameRows() {
    Answer types = report(event + "?format=csv");
    assertEquals(
        "attachment; filename=\"event-" + event + ".csv\"",
        types.header("Content-Disposition").orElseThrow());
    assertTrue(types.body().contains(regular + ",REGULAR,2,2,1,1,300000,300000,IDR"), types.body());
    String hours = report(event + "?format=csv&group_by=hour&tz=Asia/Jakarta").body();
    assertTrue(hours.contains("hour,sold,refunded,checked_in,revenue,refunds,currency"), hours);
    String all = api("report").get("/reports/events?format=csv").expect(200).body();
    assertTrue(all.contains("event_id,title,start_time,status,sold,"), all);
    assertTrue(all.contains(other + ",'=Fair,2099-12-31 12:00:00,published,1,"), all);
    api("report").get("/reports/events?format=xlsx").expect(200);
    Answer rows = api("report").get("/reports/events").expect(200);
    assertEquals("chunked", rows.header("Transfer-Encoding").orElse(""));
    assertEquals(all.lines().count() - 1, rows.array().size());
  }

  @Test
  void nobodyShouldGuessWhoHasEntered() {
    try (RunningSystem few =
        new RunningSystem(List.of("identity", "event", "report"), Map.of("FEED_LOOK_MS", "20"))) {
      String token = few.adminToken();
      String id = few.event().as(token).post("/events", details("Play")).expect(201).text("id");
      ServiceApi own = few.service("report").as(token);
      Eventually.await("it is told", () -> own.get("/reports/events/" + id).status() != 404);
      own.get("/reports/events/" + id).expect(502, "UPSTREAM_UNREACHABLE");
      own.get("/reports/events").expect(502, "UPSTREAM_UNREACHABLE");
    }
  }

  /** All feeds are read from their starts into nothing. */
  @Test
  void figuresShouldComeAgainFromNothing() {
    List<String> before = figures();
    ServiceApi house =
        system.service("report").with("X-Service-Token", RunningSystem.SERVICE_TOKEN);
    for (String feed : List.of("event", "ticketing", "payment")) {
      house.send("POST", "/internal/feeds/" + feed + "/restart", "").expect(200);
    }
    Eventually.await("figures are the same", () -> figures().equals(before));
  }

  private static List<String> figures() {
    return Stream.of("/reports/events", "/reports/events/" + event)
        .map(path -> api("report").get(path).body())
        .toList();
  }

  /** What Ticketing says, and what Report says of the same. */
  private static Map<String, String> sales(String id) {
    return byType(api("ticketing").get("/reports/sales?event_id=" + id).expect(200).array());
  }

  private static Map<String, String> reported(String id) {
    Answer sum = api("report").get("/reports/events/" + id);
    return sum.status() == 200 ? byType(sum.json().getJsonArray("by_type")) : Map.of();
  }

  private static Map<String, String> byType(JsonArray rows) {
    return rows.stream()
        .map(JsonObject.class::cast)
        .collect(
            Collectors.toMap(
                row -> row.getString("ticket_type_id"),
                row ->
                    row.getValue("sold")
                        + " "
                        + row.getValue("refunded")
                        + " "
                        + row.getValue("revenue")
                        + row.getValue("currency")));
  }

  private static Answer report(String rest) {
    return api("report").get("/reports/events/" + rest).expect(200);
  }

  private static ServiceApi api(String service) {
    return system.service(service).as(admin);
  }

  private static String event(String token, String title) {
    String id = system.event().as(token).post("/events", details(title)).expect(201).text("id");
    Eventually.await(
        "it can be sold", () -> api("ticketing").get("/shop/events/" + id).status() == 200);
    return id;
  }

  private static JsonObject details(String title) {
    return new JsonObject()
        .put("title", title)
        .put("description", "Standing room.")
        .put("status", "published")
        .put("start_time", "2099-12-31T12:00:00Z");
  }

  private static String type(String eventId, String name, int price) {
    JsonObject type =
        new JsonObject()
            .put("event_id", eventId)
            .put("name", name)
            .put("price", price)
            .put("quota", 10);
    return api("ticketing").post("/ticket-types", type).expect(201).text("id");
  }

  private static String hold(String type, int quantity) {
    JsonObject known = api("ticketing").get("/ticket-types/" + type).expect(200).json();
    JsonObject wanted =
        new JsonObject()
            .put("event_id", known.getString("event_id"))
            .put("ticket_type_id", type)
            .put("quantity", quantity);
    return api("ticketing").post("/bookings", wanted).expect(201).text("id");
  }

  private static String atTheBox(String type, int quantity) {
    String booking = hold(type, quantity);
    api("ticketing").send("POST", "/bookings/" + booking + "/confirm-payment", "").expect(200);
    return booking;
  }

  /** Codes of tickets that were paid online, of which the first is given back. */
  private static JsonArray buyOnline(String type, int quantity) {
    String booking = hold(type, quantity);
    JsonObject how =
        new JsonObject()
            .put("booking_id", booking)
            .put("payment_method", "cash")
            .put("payment_gateway", "manual");
    JsonObject begun = api("payment").post("/checkout", how).expect(201).json();
    String payment = "/payments/" + begun.getJsonObject("payment").getLong("id");
    api("payment")
        .post(payment + "/confirm", new JsonObject().put("reference", "R").put("reason", "seen"))
        .expect(200);
    Eventually.await("there are tickets", () -> codes(booking).size() == quantity);
    JsonArray all = codes(booking);
    JsonObject why =
        new JsonObject()
            .put("reason", "ill")
            .put("amount", 150_000)
            .put("tickets", new JsonArray().add(all.getString(0)));
    long refund = api("payment").post(payment + "/refund", why).expect(202).json().getLong("id");
    api("payment")
        .post("/refunds/" + refund + "/confirm", new JsonObject().put("reference", "BCA"))
        .expect(200);
    return all;
  }

  private static JsonArray codes(String booking) {
    JsonArray codes = new JsonArray();
    api("ticketing").get("/bookings/" + booking).expect(200).json().getJsonArray("tickets").stream()
        .forEach(ticket -> codes.add(((JsonObject) ticket).getString("ticket_id")));
    return codes;
  }

  private static void letIn(String ticket) {
    JsonObject scan = new JsonObject().put("event_id", event).put("ticket_id", ticket);
    Eventually.await(
        "it is let in", () -> api("attendance").post("/checkins", scan).status() == 201);
  }
}
