package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.EventDoor;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.test.TicketCodes;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One ticket is one ticket, however its code is listed, typed or scanned. */
class TicketCodeIT extends EventDoor {
  /** What a scan, a list, a keyboard and an address make of {@code T1}. */
  private static final List<String> SPELLINGS =
      List.of(
          "T1", "T1 ", " T1", "\u00a0T1\u200b", "T1\r\n", "]C1T1", "\u0002]Q3 T1", "t1", " t1\t");

  @Test
  void everyCaseShouldBeScannedAsItsCode() {
    for (TicketCodes one : TicketCodes.all()) {
      String body = TicketCodes.ascii(body(one.text(), "A", "in").encode());
      Answer answer =
          staff
              .with("Content-Type", "application/json")
              .send("POST", "/checkins?dry_run=true", body);
      if (one.code().isPresent()) {
        assertEquals(one.code().get(), answer.expect(200).text("ticket_id"), one.why());
      } else {
        answer.expect(422, "VALIDATION_ERROR");
        assertEquals("body.ticket_id", error(answer).getString("loc"), one.why());
      }
    }
  }

  @Test
  void everyCaseShouldBeListedAsItsCode() {
    for (TicketCodes one : TicketCodes.all()) {
      String list = TicketCodes.ascii(new JsonArray().add(one.text()).encode());
      Answer answer = upload("application/json", list);
      assertEquals(one.code().isPresent() ? 200 : 422, answer.status(), one.why());
      if (one.code().isPresent()) {
        assertEquals(List.of(one.code().get()), listed(""), one.why());
      }
    }
  }

  @Test
  void aScanShouldFindItsTicketHoweverBothAreSpelled() {
    for (String listed : List.of("T1", " T1", "T1\u00a0", "]C1T1")) {
      for (String scanned : SPELLINGS) {
        newEvent();
        list(new JsonArray().add(listed).add("T2").encode(), 2);
        Answer in = scan(scanned, "A", "in").expect(201);
        assertEquals("T1", in.json().getJsonObject("record").getString("ticket_id"));
        SPELLINGS.forEach(again -> scan(again, "B", "in").expect(409, "ALREADY_CHECKED_IN"));
      }
    }
  }

  @Test
  void withoutAListAllButCaseShouldBeTheSame() {
    scan("\u00a0T1 ", "A", "in").expect(201);
    SPELLINGS.stream()
        .filter(spelling -> spelling.contains("T1"))
        .forEach(again -> scan(again, "A", "in").expect(409, "ALREADY_CHECKED_IN"));
    scan("t1", "A", "in").expect(201);
  }

  @Test
  void caseShouldCountWhereTwoOnTheListDifferByItAlone() {
    list("[\"aB1\",\"Ab1\",\"xY\",\"ONE\",\"two\",\"stra\u00dfe\"]", 6);
    scan("ab1", "", "in").expect(404, "UNKNOWN_TICKET");
    scan("AB1", "", "in").expect(404, "UNKNOWN_TICKET");
    assertEquals("aB1", entered("aB1"));
    assertEquals("Ab1", entered("Ab1"));
    assertEquals("xY", entered("XY"));
    assertEquals("ONE", entered("oNe"));
    assertEquals("two", entered("TWO"));
    assertEquals("stra\u00dfe", entered("Stra\u00dfe"));
  }

  @Test
  void whatIsAlikeShouldFollowTheList() {
    list("[\"aB1\"]", 1);
    assertEquals("aB1", tried("AB1").text("ticket_id"));
    admin
        .with("Content-Type", "application/json")
        .send("POST", path("/tickets"), "[\"Ab1\"]")
        .expect(200);
    assertEquals("UNKNOWN_TICKET", tried("AB1").text("code"));
    list("[\"Ab1\"]", 1);
    assertEquals("Ab1", tried("AB1").text("ticket_id"));
    admin.post(path("/tickets/AB1/revoke"), reason()).expect(200);
    assertEquals("TICKET_REVOKED", tried("aB1").text("code"));
    list("[\"T1\"]", 1);
    assertEquals("UNKNOWN_TICKET", tried("AB1").text("code"));
  }

  @Test
  void aTicketThatEnteredBeforeItsListCameShouldNotEnterAgain() {
    scan("t1", "A", "in").expect(201);
    list("[\"T1\"]", 1);
    scan("t1", "A", "in").expect(409, "ALREADY_CHECKED_IN");
    scan("T1", "A", "in").expect(409, "ALREADY_CHECKED_IN");
    JsonArray found = staff.get(path("/tickets?state=any")).expect(200).array();
    assertEquals("in", found.getJsonObject(0).getString("state"));
    assertEquals(3, story("t1"));
    assertEquals(3, story("T1"));
    undo("T1").expect(200);
    scan("T1", "A", "in").expect(201);
    scan("t1", "A", "in").expect(409, "ALREADY_CHECKED_IN");
  }

  @Test
  void aGroupShouldFindItsTicketsAndNameNoneTwice() {
    list("[\"T1\",\"T2\"]", 2);
    group("T1", "t1 ").expect(422, "VALIDATION_ERROR");
    JsonObject none = error(group("T1", " ").expect(422, "VALIDATION_ERROR"));
    assertEquals("body.ticket_ids.1", none.getString("loc"));
    JsonArray records = group("]C1t1", "\u00a0T2").expect(201).json().getJsonArray("records");
    assertEquals("T1", records.getJsonObject(0).getString("ticket_id"));
    assertEquals("T2", records.getJsonObject(1).getString("ticket_id"));
  }

  @Test
  void aBatchShouldFindItsTickets() {
    list("[\"T1\"]", 1);
    JsonArray first = batch("n1", "]C1t1\r").expect(200).json().getJsonArray("results");
    JsonArray again = batch("n1", "T1 ").expect(200).json().getJsonArray("results");
    assertEquals("checked_in", first.getJsonObject(0).getString("status"));
    assertEquals("T1", first.getJsonObject(0).getJsonObject("record").getString("ticket_id"));
    assertEquals(
        first.getJsonObject(0).getJsonObject("record"),
        again.getJsonObject(0).getJsonObject("record"));
    assertEquals(1, story("T1"));
  }

  @Test
  void undoRevokeAndStoryShouldFindTheTicket() {
    list("[\"T1\",\"]C1\u00e9x\"]", 2);
    scan("T1", "A", "in").expect(201);
    for (String spelling : List.of("%20t1", "%C2%A0T1%0A", "%5DC1T1")) {
      assertEquals(1, staff.get(path("/scans?ticket_id=" + spelling)).array().size());
      admin.post(path("/tickets/" + spelling + "/revoke"), reason()).expect(200);
      assertEquals("TICKET_REVOKED", tried("T1").text("code"));
      admin.send("POST", path("/tickets/" + spelling + "/restore"), "").expect(200);
    }
    assertEquals("T1", undo("%5DQ3t1%20").expect(200).text("ticket_id"));
    undo("T1").expect(404);
    scan("e\u0301X", "A", "in").expect(201);
    assertEquals("\u00e9x", undo("%C3%89x").expect(200).text("ticket_id"));
  }

  @Test
  void theSameKeyShouldBeTheSameScanHoweverItIsSpelled() {
    ServiceApi retrying = staff.with("Idempotency-Key", "k1");
    Answer first = retrying.post("/checkins", body("t1", "A", "in")).expect(201);
    assertEquals(
        first.json(), retrying.post("/checkins", body("]C1t1 ", "A", "in")).expect(201).json());
    list("[\"T1\"]", 1);
    Answer later = retrying.post("/checkins", body("t1", "A", "in")).expect(201);
    assertEquals(first.json().getJsonObject("record"), later.json().getJsonObject("record"));
    retrying.post("/checkins", body("T2", "A", "in")).expect(422, "KEY_REUSED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%20", "%C2%A0", "%5DC1", "%0A", "a%00b"})
  void anAddressThatNamesNoTicketShouldBeRefused(String code) {
    undo(code).expect(422, "VALIDATION_ERROR");
    admin.post(path("/tickets/" + code + "/revoke"), reason()).expect(422, "VALIDATION_ERROR");
    admin.send("POST", path("/tickets/" + code + "/restore"), "").expect(422, "VALIDATION_ERROR");
    staff.get(path("/scans?ticket_id=" + code)).expect(422, "VALIDATION_ERROR");
  }

  @Test
  void theOtherServicesShouldPassCodesOn() {
    event =
        admin
            .post(
                "/events",
                new JsonObject().put("title", "x").put("start_time", "2026-12-31T12:00:00Z"))
            .expect(201)
            .text("id");
    list("[\"T1\",\"T2\"]", 2);
    String path = "/events/" + event + "/checkins";
    Answer in = staff.post(path, new JsonObject().put("ticket_id", "]C1t1\r\n")).expect(201);
    assertEquals("T1", in.json().getJsonObject("record").getString("ticket_id"));
    staff.post(path, new JsonObject().put("ticket_id", "\u00a0")).expect(422, "VALIDATION_ERROR");
    ServiceApi portal = system.portal().as(system.tokenOf("committee"));
    assertEquals(
        "T2",
        portal.post("/api/checkins", body("\u200bt2 ", "A", "in")).expect(201).text("ticket_id"));
    portal.post("/api/checkins", body("..", "A", "in")).expect(422, "VALIDATION_ERROR");
  }

  @Test
  void theSameTicketTwiceInAListShouldBeRefused() {
    String json = new JsonArray(SPELLINGS.subList(0, 7)).encode();
    Answer refused = upload("application/json", json).expect(422, "VALIDATION_ERROR");
    assertEquals(6, refused.json().getJsonArray("errors").size());
    upload("text/csv", "ticket_id\nT1\n\"T1 \"\n").expect(422, "VALIDATION_ERROR");
    upload("text/csv", "ticket_id\n\" T1\u00a0\"\n]C1T2\n").expect(200);
    assertEquals(List.of("T1", "T2"), listed(""));
  }

  private Answer tried(String ticket) {
    return staff.post("/checkins?dry_run=true", body(ticket, "", "in")).expect(200);
  }

  private String entered(String ticket) {
    Answer in = scan(ticket, "", "in").expect(201);
    return in.json().getJsonObject("record").getString("ticket_id");
  }

  private int story(String ticket) {
    return staff.get(path("/scans?ticket_id=" + ticket)).expect(200).array().size();
  }

  private List<String> listed(String query) {
    JsonArray all = staff.get(path("/tickets" + query)).expect(200).array();
    return IntStream.range(0, all.size())
        .mapToObj(i -> all.getJsonObject(i).getString("ticket_id"))
        .toList();
  }

  private Answer group(String... tickets) {
    JsonArray ids = new JsonArray(List.of(tickets));
    return staff.post(
        "/checkins/group", new JsonObject().put("event_id", event).put("ticket_ids", ids));
  }

  private Answer batch(String nonce, String ticket) {
    JsonObject scan =
        body(ticket, "A", "in").put("nonce", nonce).put("scanned_at", "2026-01-03T13:20:00Z");
    return staff.post(
        "/checkins/batch",
        new JsonObject().put("device_id", "hp-7").put("scans", new JsonArray().add(scan)));
  }

  private Answer undo(String code) {
    return admin
        .with("Content-Type", "application/json")
        .send("DELETE", "/checkins/" + event + "/" + code, reason().encode());
  }

  private static JsonObject reason() {
    return new JsonObject().put("reason", "x");
  }

  private static JsonObject error(Answer answer) {
    return answer.json().getJsonArray("errors").getJsonObject(0);
  }

  @Test
  void searchShouldFindATicketHoweverItIsSpelled() {
    list("[\"T1\",\"T2\"]", 2);
    SPELLINGS.forEach(
        spelling ->
            assertEquals(
                List.of("T1"),
                listed("?q=" + URLEncoder.encode(spelling, StandardCharsets.UTF_8))));
  }
}
