package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.service.ServiceDescriptors;
import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who changed what, in a house where every audited operation was asked for once. */
class AuditIT {
  private static final String[] CHANGING = {"post", "put", "patch", "delete"};

  /** These follow from what a gateway, two scanners without a network or a restore have done. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "suspense.resolved",
          "conflict.resolved",
          "event-refund.begun",
          "feed.restarted",
          "notification.resent",
          "user.password.reset");

  private static final Path DATA = RunningSystem.newFolder();
  private static final Map<String, String> REQUEST_TO_ACTION = new LinkedHashMap<>();
  private static RunningSystem system;
  private static String admin;
  private static String number;

  @BeforeAll
  static void start() {
    system =
        new RunningSystem(
            ServiceDescriptors.names(),
            Map.of(
                "DATA_DIR",
                DATA.toString(),
                "PAYMENT_GATEWAYS",
                "manual",
                "FEED_LOOK_MS",
                "50",
                "REGISTRATION_ROLES",
                "user"));
    admin = system.adminToken();
    changeUsers();
    tellUsers();
    changeEvents();
    changeDoors(sell());
    changeWallets();
    Eventually.await(
        "the audit has all of them", () -> told().containsAll(REQUEST_TO_ACTION.keySet()));
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  private static void changeUsers() {
    JsonObject siti = new JsonObject().put("username", "siti").put("password", "secret-1");
    JsonObject budi = siti.copy().put("username", "budi@tixgo.id").put("email", "budi@tixgo.id");
    did("user.registered", "identity").post("/auth/register", siti).expect(201);
    number =
        String.valueOf(
            did("user.added", "identity").post("/users", budi).expect(201).json().getLong("id"));
    JsonObject role = new JsonObject().put("role", "committee");
    did("user.role.changed", "identity").put("/auth/users/siti/role", role).expect(200);
    JsonObject phone = new JsonObject().put("phone", "+62811999888");
    did("user.profile.changed", "identity").put("/users/" + number, phone).expect(200);
    JsonObject password =
        new JsonObject().put("old_password", "secret-1").put("new_password", "secret-2");
    as("user.password.changed", "identity", system.logIn("siti", "secret-1"))
        .post("/auth/password", password)
        .expect(204);
    did("user.deleted", "identity").delete("/users/" + number).expect(204);
    JsonObject device = new JsonObject().put("name", "Gate A 1");
    did("device.enrolled", "identity").post("/auth/devices", device).expect(201);
    long id =
        api("identity").get("/auth/devices").expect(200).array().getJsonObject(0).getLong("id");
    did("device.revoked", "identity").delete("/auth/devices/" + id).expect(204);
  }

  private static void tellUsers() {
    JsonObject told = new JsonObject().put("user_id", 1).put("message", "Rahasia");
    ServiceApi known = api("notification");
    Eventually.await(
        "Notification knows the admin", () -> known.post("/notifications", told).status() == 201);
    String path =
        did("notification.added", "notification")
            .post("/notifications", told)
            .expect(201)
            .header("Location")
            .orElseThrow();
    JsonObject other = new JsonObject().put("message", "Also rahasia");
    did("notification.changed", "notification").put(path, other).expect(200);
    did("notification.sent", "notification").send("POST", path + "/send", "").expect(202);
    did("notification.deleted", "notification").delete(path).expect(200);
  }

  private static void changeEvents() {
    JsonObject venue = new JsonObject().put("name", "Sabuga").put("address", "Bandung");
    String path =
        did("venue.added", "event")
            .post("/venues", venue)
            .expect(201)
            .header("Location")
            .orElseThrow();
    did("venue.changed", "event").patch(path, new JsonObject().put("name", "Sasana")).expect(200);
    JsonObject room = new JsonObject().put("name", "Hall").put("capacity", 100);
    String hall =
        did("venue.room.added", "event")
            .post(path + "/rooms", room)
            .expect(201)
            .header("Location")
            .orElseThrow();
    did("venue.room.changed", "event").put(hall, room.copy().put("capacity", 90)).expect(200);
    JsonObject block =
        new JsonObject()
            .put("start_time", "2099-01-01T00:00:00Z")
            .put("end_time", "2099-01-02T00:00:00Z");
    String blocked =
        did("block.added", "event")
            .post(hall + "/blocks", block)
            .expect(201)
            .header("Location")
            .orElseThrow();
    did("block.removed", "event").delete(blocked).expect(204);
    did("venue.room.deleted", "event").delete(hall).expect(204);
    did("venue.deleted", "event").delete(path).expect(204);
    for (String id : List.of("e1", "e2")) {
      JsonObject event =
          new JsonObject()
              .put("id", id)
              .put("title", "=1+1")
              .put("start_time", "2099-12-31T12:00:00Z")
              .put("capacity", 200);
      did("event.added", "event").post("/events", event).expect(201);
    }
    JsonObject capacity = new JsonObject().put("capacity", 250);
    did("event.changed", "event").patch("/events/e1", capacity).expect(200);
    did("event.deleted", "event").delete("/events/e2").expect(200);
    changeWords("/notifications/events/e1/words");
  }

  private static void changeWords(String path) {
    ServiceApi known = api("notification");
    Eventually.await("Notification knows the event", () -> known.get(path).status() == 200);
    JsonObject words = new JsonObject().put("text", "Also rahasia");
    did("words.changed", "notification").put(path + "/id", words).expect(200);
    did("words.removed", "notification").delete(path + "/id").expect(204);
  }

  /** The ticket of a booking that stands. */
  private static String sell() {
    String type = type("REGULAR", 0);
    did("ticket-type.changed", "ticketing")
        .patch("/ticket-types/" + type, new JsonObject().put("quota", 60))
        .expect(200);
    did("ticket-type.deleted", "ticketing").delete("/ticket-types/" + type("VIP", 5)).expect(204);
    JsonObject voucher =
        new JsonObject()
            .put("code", "HALF")
            .put("event_id", "e1")
            .put("kind", "percent")
            .put("value", 50)
            .put("max_uses", 3);
    did("voucher.added", "ticketing").post("/vouchers", voucher).expect(201);
    did("voucher.changed", "ticketing")
        .patch("/vouchers/half", new JsonObject().put("max_uses", 4))
        .expect(200);
    did("voucher.deleted", "ticketing").delete("/vouchers/HALF").expect(204);
    String booking = booked(type);
    did("booking.payment.confirmed", "ticketing")
        .send("POST", booking + "/confirm-payment", "")
        .expect(200);
    did("booking.cancelled", "ticketing").send("POST", booked(type) + "/cancel", "").expect(200);
    String ticket =
        api("ticketing")
            .get(booking + "/tickets")
            .expect(200)
            .array()
            .getJsonObject(0)
            .getString("ticket_id");
    JsonObject holder = new JsonObject().put("holder_name", "Wati Rahasia");
    did("booking.ticket.renamed", "ticketing").patch("/tickets/" + ticket, holder).expect(200);
    pay(type("PAID", 50_000));
    return did("booking.ticket.transferred", "ticketing")
        .post("/tickets/" + ticket + "/transfer", holder)
        .expect(200)
        .text("ticket_id");
  }

  private static String type(String name, int price) {
    JsonObject type =
        new JsonObject()
            .put("event_id", "e1")
            .put("name", name)
            .put("price", price)
            .put("quota", 50);
    return did("ticket-type.added", "ticketing").post("/ticket-types", type).expect(201).text("id");
  }

  private static String booked(String type) {
    JsonObject body =
        new JsonObject().put("event_id", "e1").put("ticket_type_id", type).put("quantity", 1);
    return api("ticketing").post("/bookings", body).expect(201).header("Location").orElseThrow();
  }

  private static void pay(String type) {
    JsonObject begun = checkedOut(type);
    String payment = "/payments/" + begun.getJsonObject("payment").getLong("id");
    did("payment.confirmed", "payment")
        .post(
            payment + "/confirm",
            new JsonObject().put("reference", "R-17").put("reason", "at the counter"))
        .expect(200);
    JsonObject reason = new JsonObject().put("reason", "Moved").put("force", true);
    long refund =
        did("refund.requested", "payment")
            .post(payment + "/refund", reason)
            .expect(202)
            .json()
            .getLong("id");
    did("refund.confirmed", "payment")
        .post("/refunds/" + refund + "/confirm", new JsonObject().put("reference", "BCA 17"))
        .expect(200);
    JsonObject other = checkedOut(type);
    String transaction = "/transactions/" + other.getJsonObject("order").getLong("id");
    JsonObject metadata =
        new JsonObject().put("metadata", new JsonObject().put("seat", "rahasia-9"));
    did("order.described", "payment").put(transaction, metadata).expect(200);
    did("order.cancelled", "payment").send("POST", transaction + "/cancel", "").expect(200);
    JsonObject cancelled = new JsonObject().put("status", "CANCELLED").put("reason", "Twice");
    long order = checkedOut(type).getJsonObject("order").getLong("id");
    did("order.status.changed", "payment")
        .put("/orders/" + order + "/status", cancelled)
        .expect(200);
  }

  private static JsonObject checkedOut(String type) {
    String path = booked(type);
    JsonObject body =
        new JsonObject()
            .put("booking_id", path.substring(path.lastIndexOf('/') + 1))
            .put("payment_method", "cash")
            .put("payment_gateway", "manual");
    return api("payment").post("/checkout", body).expect(201).json();
  }

  private static void changeDoors(String ticket) {
    JsonObject rules = new JsonObject().put("reentry", true);
    did("rules.changed", "attendance").put("/attendance/e1/rules", rules).expect(200);
    String list = "/attendance/e3/tickets";
    String tickets = "[{\"ticket_id\":\"T1\",\"holder_name\":\"Wati Rahasia\"}]";
    json("list.replaced").send("PUT", list, tickets).expect(200);
    json("list.extended").send("POST", list, tickets).expect(200);
    JsonObject lost = new JsonObject().put("reason", "lost");
    did("ticket.revoked", "attendance").post(list + "/T1/revoke", lost).expect(200);
    did("ticket.restored", "attendance").send("POST", list + "/T1/restore", "").expect(200);
    JsonObject scan = new JsonObject().put("event_id", "e1").put("ticket_id", ticket);
    ServiceApi door = api("attendance");
    Eventually.await("it is let in", () -> door.post("/checkins", scan).status() == 201);
    json("checkin.undone")
        .send("DELETE", "/checkins/e1/" + ticket, "{\"reason\":\"mistake\"}")
        .expect(200);
    did("list.removed", "attendance").delete(list).expect(200);
    JsonObject off = new JsonObject().put("status", "cancelled");
    did("event.changed", "event").patch("/events/e1", off).expect(200);
  }

  private static void changeWallets() {
    JsonObject wati =
        new JsonObject()
            .put("full_name", "Wati Rahasia")
            .put("email", "wati.ahasia@tixgo.id")
            .put("password", "secret-1");
    ServiceApi wallet = api("wallet");
    String own = "/users/" + wallet.post("/users", wati).expect(201).json().getLong("id");
    wati.put("email", "wati2.ahasia@tixgo.id");
    long other = wallet.post("/auth/register", wati).expect(201).json().getLong("id");
    JsonObject amount = new JsonObject().put("amount", 1000);
    did("movement.topped-up", "wallet").post(own + "/topup", amount).expect(200);
    ServiceApi house = wallet.with("X-Service-Token", RunningSystem.SERVICE_TOKEN);
    JsonObject draft =
        amount.copy().put("sender_id", Long.valueOf(own.substring(7))).put("receiver_id", other);
    String gone = house.post("/transactions", draft).expect(201).header("Location").orElseThrow();
    did("transfer.taken-back", "wallet").delete(gone).expect(200);
    String made = house.post("/transactions", draft).expect(201).header("Location").orElseThrow();
    JsonObject completed = new JsonObject().put("status", "completed");
    did("transfer.decided", "wallet").put(made, completed).expect(200);
    did("wallet.closed", "wallet").delete(own).expect(200);
  }

  private static ServiceApi api(String service) {
    return system.service(service).as(admin);
  }

  /** To ask for something that is audited, as an admin. */
  private static ServiceApi did(String action, String service) {
    return as(action, service, admin);
  }

  /** The same of the door, with JSON that is no object or not usual there. */
  private static ServiceApi json(String action) {
    return did(action, "attendance").with("Content-Type", "application/json");
  }

  private static ServiceApi as(String action, String service, String token) {
    String request = "r" + REQUEST_TO_ACTION.size();
    REQUEST_TO_ACTION.put(request, action);
    return system.service(service).as(token).with("X-Request-Id", request);
  }

  private static JsonArray found(String query) {
    return api("identity").get("/audit?limit=1000" + query).expect(200).array();
  }

  private static Set<String> told() {
    return found("").stream()
        .map(entry -> ((JsonObject) entry).getString("request_id"))
        .collect(Collectors.toSet());
  }

  private static JsonObject entry(String action) {
    return found("&action=" + action).getJsonObject(0);
  }

  @Test
  void everyChangeShouldHaveOneEntry() {
    Map<String, String> requestToAction = new LinkedHashMap<>();
    found("")
        .forEach(
            entry -> {
              JsonObject told = (JsonObject) entry;
              if (!told.getString("request_id").isEmpty()) {
                String before =
                    requestToAction.put(told.getString("request_id"), told.getString("action"));
                assertEquals(null, before, told::encode);
              }
            });
    REQUEST_TO_ACTION.forEach(
        (request, action) -> assertEquals(action, requestToAction.get(request), request));
  }

  @Test
  void noChangingOperationShouldBeForgotten() throws IOException {
    Set<String> audited = new TreeSet<>(ELSEWHERE);
    for (String service : ServiceDescriptors.names()) {
      contract(service)
          .forEach(
              path -> {
                for (String method : CHANGING) {
                  JsonObject operation = ((JsonObject) path.getValue()).getJsonObject(method);
                  if (operation != null && !operation.containsKey("x-forwarded")) {
                    assertTrue(
                        operation.containsKey("x-audit") != operation.containsKey("x-unaudited"),
                        () -> service + ' ' + method + ' ' + path.getKey());
                    audited.add(operation.getString("x-audit", "feed.restarted"));
                  }
                }
              });
    }
    Set<String> tried = new TreeSet<>(REQUEST_TO_ACTION.values());
    tried.addAll(ELSEWHERE);
    assertEquals(audited, tried);
  }

  private static JsonObject contract(String service) throws IOException {
    try (var file = AuditIT.class.getResourceAsStream("/openapi/" + service + ".json")) {
      return new JsonObject(new String(file.readAllBytes(), StandardCharsets.UTF_8))
          .getJsonObject("paths");
    }
  }

  @Test
  void anEntryShouldSayWhoAndWhat() {
    JsonObject changed = found("&action=event.changed").getJsonObject(1);
    assertEquals("event", changed.getString("service"));
    assertEquals(
        new JsonObject().put("id", 1).put("name", "admin").put("role", "admin"),
        changed.getJsonObject("actor"));
    assertEquals("127.0.0.1", changed.getString("address"));
    assertEquals("event/e1", target(changed));
    assertEquals(
        new JsonObject().put("details.capacity", new JsonObject().put("from", 200).put("to", 250)),
        changed.getJsonObject("changes"));
    JsonObject role = entry("user.role.changed");
    assertEquals(
        new JsonObject().put("role", new JsonObject().put("from", "user").put("to", "committee")),
        role.getJsonObject("changes"));
    JsonObject first = entry("user.added&actor=ADMIN_USERNAME");
    assertEquals("settings", first.getJsonObject("actor").getString("role"));
  }

  private static String target(JsonObject entry) {
    JsonObject target = entry.getJsonObject("target");
    return target.getString("kind") + '/' + target.getString("id");
  }

  @Test
  void noSecretAndNobodysAddressShouldBeInIt() throws IOException {
    JsonObject password = entry("user.password.changed");
    assertEquals(
        new JsonObject().put("password", new JsonObject()), password.getJsonObject("changes"));
    StringBuilder all = new StringBuilder(found("").encode());
    for (String service :
        List.of(
            "identity",
            "attendance",
            "event",
            "ticketing",
            "payment",
            "wallet",
            "notification",
            "report")) {
      all.append(Files.readString(DATA.resolve(service).resolve("audit.ndjson")));
    }
    for (String secret :
        List.of("secret-1", "secret-2", "$2a$", "budi@", "811999888", "ahasia", "eyJ")) {
      assertFalse(all.toString().contains(secret), secret);
    }
  }

  @Test
  void filtersShouldFitTogether() {
    assertEquals(Set.of("event"), kinds("&service=event&action=event"));
    assertEquals(Set.of("voucher"), kinds("&target=voucher"));
    for (String service : List.of("wallet", "notification")) {
      assertFalse(found("&service=" + service).isEmpty(), service);
    }
    api("identity").get("/audit?service=report").expect(200);
    assertEquals(1, found("&target=event/e1&action=event.added").size());
    assertEquals(2, found("&target=e1&action=event.changed&actor=ADMIN").size());
    assertEquals(1, found("&actor=siti").size());
    assertEquals(0, found("&actor=nobody").size());
    assertEquals(1, found("&request_id=r0").size());
    assertEquals(0, found("&from=2099-01-01T00:00:00Z").size());
    assertEquals(0, found("&to=2020-01-01T00:00:00Z").size());
    api("identity").get("/audit?from=yesterday").expect(422);
    api("identity").get("/audit?cursor=x").expect(422);
  }

  private static Set<String> kinds(String query) {
    return found(query).stream()
        .map(entry -> ((JsonObject) entry).getJsonObject("target").getString("kind"))
        .collect(Collectors.toSet());
  }

  @Test
  void pagesShouldGoFromTheNewestToTheFirst() {
    List<Long> all = numbers(found(""));
    Answer first = api("identity").get("/audit?limit=7").expect(200);
    assertEquals(all.subList(0, 7), numbers(first.array()));
    assertEquals(String.valueOf(all.size()), first.header("X-Total-Count").orElseThrow());
    String next = first.header("Link").orElseThrow().replaceAll("<(.*)>.*", "$1");
    assertEquals(all.subList(7, 14), numbers(api("identity").get(next).expect(200).array()));
    Answer some = api("identity").get("/audit?limit=2&service=event").expect(200);
    int events = found("&service=event").size();
    assertEquals(String.valueOf(events), some.header("X-Total-Count").orElseThrow());
  }

  private static List<Long> numbers(JsonArray entries) {
    return entries.stream().map(entry -> ((JsonObject) entry).getLong("number")).toList();
  }

  @Test
  void aSheetShouldHaveNoFormula() {
    Answer sheet = api("identity").get("/audit?format=csv&action=event.added").expect(200);
    List<String> lines = sheet.body().lines().toList();
    assertTrue(lines.get(0).endsWith("action,target_kind,target_id,count,changes,hash"));
    assertEquals(3, lines.size());
    assertTrue(lines.get(1).contains("\"{\"\"details.title\"\":"), lines.get(1));
    assertFalse(sheet.body().contains(",="), sheet.body());
  }

  @Test
  void onlyAdminsShouldSeeIt() {
    system.identity().get("/audit").expect(401);
    system.identity().as(system.logIn("siti", "secret-2")).get("/audit").expect(403, "FORBIDDEN");
    assertEquals(200, system.gateway().as(admin).get("/audit?limit=1").status());
  }
}
