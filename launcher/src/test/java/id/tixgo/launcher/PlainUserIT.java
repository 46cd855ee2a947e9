package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.test.Sse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The role {@code user} sees an event's numbers; who entered, where and by whom is for staff. */
@Timeout(60)
class PlainUserIT {
  private static final String LABEL = "label-of-hp-7";
  private static final String HOLDER = "Siti Aminah";
  private static final List<String> TICKETS = List.of("TKT-IN", "TKT-OUT", "TKT-AGAIN");

  private static RunningSystem system;
  private static ServiceApi admin;
  private static String staffName;
  private static String staffToken;
  private static String userToken;
  private static String event;

  @BeforeAll
  static void start() {
    system = RunningSystem.whole();
    admin = system.attendance().as(system.adminToken());
    staffName = system.newUser("committee");
    staffToken = system.logIn(staffName, "secret-1");
    userToken = system.tokenOf("user");
    event = evening();
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void noAnswerToAUserShouldNameATicketItsHolderADeviceOrStaff() {
    for (ServiceApi api : List.of(system.attendance(), system.event(), system.portal())) {
      readable(api).forEach(path -> expectNoNames(api.as(userToken).get(path)));
    }
    ServiceApi gateway = system.portal().as(userToken);
    readable(system.attendance())
        .forEach(path -> expectNoNames(gateway.get("/gateway/attendance" + path)));
    readable(system.event()).forEach(path -> expectNoNames(user().get(path)));
  }

  @Test
  void partsOfAttendanceShouldHaveNoRecordsEither() {
    for (String query : List.of("limit=1", "cursor=0", "up_to=2", "limit=1&cursor=1")) {
      for (String path : List.of("/attendance/" + event, "/events/" + event + "/attendance")) {
        Answer part = user().get(path + "?" + query).expect(200);
        assertEquals(totals(), part.json());
        assertTrue(part.header("Link").isEmpty());
      }
    }
    String path = "/attendance/" + event + "?records=false";
    assertFalse(user().get(path).expect(200).json().containsKey("records"));
  }

  @Test
  void aUserShouldGetTheTotals() {
    Answer attendance = user().get("/attendance/" + event).expect(200);
    assertEquals(totals(), attendance.json());
    assertEquals("2", attendance.header("X-Total-Count").orElse(""));
    JsonObject summary = user().get("/events/" + event + "/summary").expect(200).json();
    assertEquals(totals(), summary.getJsonObject("attendance"));
    assertNull(summary.getJsonObject("event").getString("created_by"));
    JsonObject shown = system.portal().as(userToken).get("/api/attendance/" + event).json();
    assertEquals(2, shown.getInteger("total_checked_in"));
    assertEquals(3, shown.getInteger("total_registered"));
    assertEquals(new JsonArray(), shown.getJsonArray("checkins"));
  }

  @Test
  void statsShouldHaveTheirNumbersAndNoNames() {
    String path = "/attendance/" + event + "/stats";
    JsonObject seen = user().get(path).expect(200).json();
    assertEquals(new JsonObject(), seen.remove("per_staff"));
    assertEquals(new JsonArray(), seen.remove("devices"));
    assertEquals(2, seen.getJsonObject("per_gate").getInteger("Gerbang A"));
    JsonObject staffs = system.attendance().as(staffToken).get(path).expect(200).json();
    assertEquals(new JsonObject().put(staffName, 2), staffs.remove("per_staff"));
    assertEquals(1, ((JsonArray) staffs.remove("devices")).size());
    assertEquals(staffs, seen);
  }

  @Test
  void sheetsAndTheFeedShouldBeForStaff() {
    String path = "/attendance/" + event;
    for (String query : List.of("?format=csv", "?format=xlsx", "/changes", "/stream", "/scans")) {
      user().get(path + query).expect(403, "FORBIDDEN");
    }
    user().with("Accept", "text/csv").get(path).expect(403, "FORBIDDEN");
    user().with("Accept", "text/csv;q=0.5, application/json").get(path).expect(200);
  }

  /** What the browser kept from before is not taken for the records. */
  @Test
  void whoeverBecomesStaffShouldGetTheRecordsFromTheNextRequestOn() {
    String name = system.newUser("user");
    ServiceApi own = system.attendance().as(system.logIn(name, "secret-1"));
    String path = "/attendance/" + event;
    String tag = own.get(path).expect(200).header("ETag").orElseThrow();
    own.with("If-None-Match", tag).get(path).expect(304);
    role(name, "committee");
    Answer records = own.with("If-None-Match", tag).get(path).expect(200);
    assertEquals(2, records.json().getJsonArray("records").size());
    assertNotEquals(tag, records.header("ETag").orElse(""));
    role(name, "user");
    Answer totals = own.with("If-None-Match", records.header("ETag").orElse("")).get(path);
    assertEquals(totals(), totals.expect(200).json());
  }

  @Test
  void aStreamShouldEndWhenItsReaderIsStaffNoLonger() throws Exception {
    String name = system.newUser("committee");
    String token = system.logIn(name, "secret-1");
    try (Sse stream = Sse.open(system.attendance().port(), event, -1, token)) {
      assertEquals("stats", stream.next().kind());
      role(name, "user");
      assertEquals("", stream.next().kind());
    }
  }

  @Test
  void onesOwnCheckInsShouldStayOnes() {
    String name = system.newUser("committee");
    ServiceApi own = system.attendance().as(system.logIn(name, "secret-1"));
    JsonObject scan = new JsonObject().put("event_id", "own-" + name).put("ticket_id", "T1");
    own.post("/checkins", scan).expect(201);
    role(name, "user");
    assertEquals(1, own.get("/checkins").expect(200).json().getJsonArray("checkins").size());
  }

  private static ServiceApi user() {
    return system.attendance().as(userToken);
  }

  private static JsonObject totals() {
    return new JsonObject()
        .put("event_id", event)
        .put("total_checked_in", 2)
        .put("records", new JsonArray());
  }

  private static void role(String name, String role) {
    system
        .identity()
        .as(system.adminToken())
        .send("PUT", "/auth/users/" + name + "/role?role=" + role, "")
        .expect(200);
  }

  private static void expectNoNames(Answer answer) {
    Stream.concat(TICKETS.stream(), Stream.of("TKT-9", staffName, LABEL, HOLDER))
        .forEach(
            name ->
                assertFalse(
                    answer.body().contains(name),
                    () -> name + " in " + answer.response().uri() + ": " + answer.body()));
  }

  /** The paths of all that a service's contract lets anybody read of the event. */
  private static List<String> readable(ServiceApi api) {
    List<String> paths =
        api.contract().contract().operations().stream()
            .filter(operation -> operation.getHttpMethod().equals(HttpMethod.GET))
            .map(operation -> operation.getOpenAPIPath())
            .filter(path -> path.matches("/(events|attendance|checkins|api).*"))
            .filter(path -> !path.endsWith("/{path}"))
            .map(path -> path.replaceAll("\\{(event_)?id}", event))
            .toList();
    assertTrue(paths.stream().anyMatch(path -> path.contains(event)));
    return paths;
  }

  /** Tickets with holders; one entered, one didn't, one came twice, one nobody knows. */
  private static String evening() {
    JsonObject details =
        new JsonObject().put("title", "Konser").put("start_time", "2026-12-31T12:00:00Z");
    String id = admin.post("/events", details).expect(201).text("id");
    JsonArray list = new JsonArray();
    TICKETS.forEach(t -> list.add(new JsonObject().put("ticket_id", t).put("holder_name", HOLDER)));
    admin
        .with("Content-Type", "application/json")
        .send("PUT", "/attendance/" + id + "/tickets", list.encode())
        .expect(200);
    ServiceApi staff = system.attendance().as(staffToken);
    staff.post("/checkins", scan(id, "TKT-IN")).expect(201);
    staff.post("/checkins", scan(id, "TKT-AGAIN")).expect(201);
    staff.post("/checkins", scan(id, "TKT-AGAIN")).expect(409);
    staff.post("/checkins", scan(id, "TKT-9")).expect(404);
    return id;
  }

  private static JsonObject scan(String eventId, String ticket) {
    return new JsonObject()
        .put("event_id", eventId)
        .put("ticket_id", ticket)
        .put("gate", "Gerbang A")
        .put("device_id", LABEL);
  }
}
