package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.test.Wire;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Portal's API: logging in, attendance, QR codes, bad requests. */
class PortalIT extends PortalApi {
  @Test
  void someoneNewShouldRegisterLogInAndBeKnown() {
    String name = "siti" + UUID.randomUUID().toString().substring(0, 8);
    JsonObject body = new JsonObject().put("username", name).put("password", "secret-1");
    system.portal().post("/api/auth/register", body).expect(201);
    Answer taken = system.portal().post("/api/auth/register", body).expect(400);
    assertEquals("User " + name + " sudah terdaftar", taken.text("detail"));
    String token = system.portal().post("/api/auth/login", body).expect(200).text("access_token");
    assertEquals(name, system.portal().as(token).get("/api/auth/me").expect(200).text("username"));
    body.put("password", "wrong-1");
    Answer wrong = system.portal().post("/api/auth/login", body).expect(401);
    assertEquals("Invalid username/password", wrong.text("detail"));
  }

  @Test
  void aBadTokenShouldBeRefusedInTheWordsOfTheContract() {
    ServiceApi bad = system.portal().as("nonsense");
    for (Answer answer :
        List.of(
            bad.get("/api/auth/me"),
            bad.get("/api/attendance/" + event),
            bad.get("/api/checkins"),
            bad.post("/api/checkins", scan(event, "T1")),
            bad.post("/api/qr", new JsonObject().put("text", "x")))) {
      answer.expect(401, "UNAUTHORIZED");
      assertEquals("Invalid or expired token", answer.text("detail"));
    }
  }

  @Test
  void badRequestsShouldEachHaveTheirAnswer() {
    staff.post("/api/checkins", new JsonObject()).expect(422, "VALIDATION_ERROR");
    staff.post("/api/checkins", scan(event, "")).expect(422, "VALIDATION_ERROR");
    ServiceApi json = staff.with("Content-Type", "application/json");
    json.send("POST", "/api/checkins", "{").expect(400, "MALFORMED_JSON");
    staff.get("/api/checkins?cursor=x").expect(422, "VALIDATION_ERROR");
    staff.get("/api/checkins?limit=0").expect(422, "VALIDATION_ERROR");
    staff.get("/api/checkins?event_id=").expect(422, "VALIDATION_ERROR");
  }

  @Test
  void registerShouldRefuseANameOfDigitsAndSaySo() {
    JsonObject body = new JsonObject().put("username", "111").put("password", "secret-1");
    Answer refused = system.portal().post("/api/auth/register", body);
    JsonObject error =
        refused.expect(422, "VALIDATION_ERROR").json().getJsonArray("errors").getJsonObject(0);
    assertEquals("body.username", error.getString("loc"));
    assertTrue(error.getString("msg").contains("digits alone"), refused::body);
  }

  @Test
  void aHeadOfTheStreamShouldLeaveItsConnectionToTheNextCheckIn() {
    String token = system.logIn(staffName, "secret-1");
    String authorization = "Authorization: Bearer " + token;
    String path = "/gateway/attendance/attendance/" + event + "/stream";
    try (Wire wire = new Wire(system.portal().port())) {
      String head = Wire.head("HEAD " + path + " HTTP/1.1", "Host: x", authorization);
      Wire.Reply reply = wire.send(head).readHead();
      assertEquals("text/event-stream", reply.headers().get("content-type"));
      String body = scan(event, "T1").encode();
      String request =
          Wire.head(
              "POST /gateway/attendance/checkins HTTP/1.1",
              "Host: x",
              authorization,
              "Content-Type: application/json",
              "Content-Length: " + body.length());
      assertEquals(201, wire.send(request + body).read().status());
    }
  }

  @Test
  void attendanceShouldBeInTheShapeOfTheContract() {
    list(3);
    staff.post("/api/checkins", scan(event, "T1").put("gate", "Gate A")).expect(201);
    staff.post("/api/checkins", scan(event, "T2")).expect(201);
    JsonObject shown = staff.get("/api/attendance/" + event).expect(200).json();
    JsonArray checkIns = shown.getJsonArray("checkins");
    assertEquals(event, shown.getString("event_id"));
    assertEquals("Tech Conference 2026", shown.getString("event_name"));
    assertEquals(3, shown.getInteger("total_registered"));
    assertEquals(2, shown.getInteger("total_checked_in"));
    assertEquals(67, shown.getInteger("checkin_percentage"));
    assertEquals("Gate A", checkIns.getJsonObject(0).getString("location"));
    assertEquals(staffName, checkIns.getJsonObject(0).getString("user_id"));
    assertNull(checkIns.getJsonObject(1).getString("location"));
  }

  @Test
  void aRenamedEventShouldHaveItsNewNameEverywhere() {
    staff.post("/api/checkins", scan(event, "T1")).expect(201);
    String path = "/events/" + event;
    admin.patch(path, new JsonObject().put("title", "Renamed")).expect(200);
    assertEquals("Renamed", staff.get("/api/attendance/" + event).text("event_name"));
    JsonArray mine = staff.get("/api/checkins?event_id=" + event).json().getJsonArray("checkins");
    assertEquals("Renamed", mine.getJsonObject(0).getString("event_name"));
    JsonObject summary = admin.get(path + "/summary").expect(200).json();
    assertEquals("Renamed", summary.getJsonObject("event").getString("title"));
  }

  @Test
  void anEventThatNobodyEnteredShouldHaveNoCheckIns() {
    JsonObject shown = staff.get("/api/attendance/" + event).expect(200).json();
    assertEquals(0, shown.getInteger("total_registered"));
    assertEquals(0, shown.getInteger("checkin_percentage"));
    assertTrue(shown.getJsonArray("checkins").isEmpty());
  }

  @Test
  void manyCheckInsShouldAllBeThereOnce() {
    IntStream.rangeClosed(1, 6).forEach(this::enterHundred);
    JsonObject shown = staff.get("/api/attendance/" + event).expect(200).json();
    Set<String> tickets = new HashSet<>();
    shown.getJsonArray("checkins").stream()
        .map(JsonObject.class::cast)
        .forEach(checkIn -> assertTrue(tickets.add(checkIn.getString("ticket_id"))));
    assertEquals(600, tickets.size());
    assertEquals(600, shown.getInteger("total_checked_in"));
  }

  private void enterHundred(int hundred) {
    JsonArray tickets = new JsonArray();
    IntStream.range(0, 100).forEach(i -> tickets.add("T" + hundred + "-" + i));
    JsonObject group = new JsonObject().put("event_id", event).put("ticket_ids", tickets);
    admin.post("/checkins/group", group).expect(201);
  }

  @Test
  void aQrCodeShouldBeAPicture() {
    ServiceApi someone = system.portal().as(system.tokenOf("user"));
    Answer picture = someone.post("/api/qr", new JsonObject().put("text", "TKT-001")).expect(200);
    assertEquals("image/svg+xml", picture.header("Content-Type").orElse(""));
    assertEquals("no-store", picture.header("Cache-Control").orElse(""));
    assertTrue(picture.body().startsWith("<svg "), picture::body);
    assertFalse(picture.body().contains("TKT-001"));
    for (String bad : List.of("", "x".repeat(501), "é".repeat(251))) {
      someone.post("/api/qr", new JsonObject().put("text", bad)).expect(422, "VALIDATION_ERROR");
    }
    someone.post("/api/qr", new JsonObject().put("text", "é".repeat(250))).expect(200);
    someone.get("/api/qr?text=x").expect(405, "METHOD_NOT_ALLOWED");
  }
}
