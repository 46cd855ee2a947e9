package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.EventDoor;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who of a list has come, who is inside, who has left, who may not come any more. */
class TicketStatesIT extends EventDoor {
  @BeforeEach
  void anEvening() {
    list(
        "[{\"ticket_id\":\"T1\",\"holder_name\":\"Siti\"},\"T2\",\"T3\","
            + "{\"ticket_id\":\"T4\",\"holder_name\":\"Siti Dua\"},\"T5\"]",
        5);
    scan("T1", "A", "in").expect(201);
    scan("T2", "B", "in").expect(201);
    scan("T2", "B", "out").expect(201);
    scan("T3", "A", "in").expect(201);
    revoke("T3");
    revoke("T4");
    scan("T9", "A", "in").expect(404, "UNKNOWN_TICKET");
  }

  private void revoke(String ticket) {
    JsonObject reason = new JsonObject().put("reason", "sold twice");
    admin.post(path("/tickets/" + ticket + "/revoke"), reason).expect(200);
  }

  /** A revoked ticket whose holder is inside is both. */
  @ParameterizedTest
  @CsvSource({
    "any,T1 T2 T3 T4 T5",
    "in,T1 T3",
    "out,T2",
    "not_yet,T5",
    "revoked,T3 T4",
    "in&q=siti,T1",
    "any&q=siti,T1 T4"
  })
  void aListShouldBeNarrowedByState(String state, String tickets) {
    assertEquals(List.of(tickets.split(" ", -1)), ids("state=" + state));
  }

  private List<String> ids(String query) {
    Answer answer = staff.get(path("/tickets?" + query)).expect(200);
    List<String> ids =
        answer.array().stream().map(t -> ((JsonObject) t).getString("ticket_id")).toList();
    assertEquals(String.valueOf(ids.size()), answer.header("X-Total-Count").orElse(""));
    return ids;
  }

  @Test
  void eachTicketShouldSayWhereItsHolderIsAndHowHeEntered() {
    JsonObject inside = listed(0);
    assertEquals("in", inside.getString("state"));
    assertEquals("A", inside.getString("checked_in_gate"));
    assertTrue(inside.getString("checked_in_at").endsWith("Z"));
    assertEquals("out", listed(1).getString("state"));
    assertEquals("B", listed(1).getString("checked_in_gate"));
    assertEquals("sold twice", listed(2).getString("revoked"));
    assertEquals("not_yet", listed(3).getString("state"));
    assertEquals(null, listed(3).getString("checked_in_by"));
    String lean = staff.get(path("/tickets")).expect(200).body();
    assertFalse(lean.contains("state"), lean);
  }

  private JsonObject listed(int place) {
    return staff.get(path("/tickets?state=any")).expect(200).array().getJsonObject(place);
  }

  @Test
  void numbersShouldBeThoseOfTheFilters() {
    JsonObject numbers = staff.get(path("/tickets/numbers")).expect(200).json();
    JsonObject expected =
        new JsonObject()
            .put("total", 5)
            .put("not_yet", 1)
            .put("in", 2)
            .put("out", 1)
            .put("revoked", 2);
    assertEquals(expected, numbers);
    JsonObject siti = staff.get(path("/tickets/numbers?q=siti")).expect(200).json();
    assertEquals(2, siti.getInteger("total"));
    user.get(path("/tickets/numbers")).expect(403, "FORBIDDEN");
  }

  @Test
  void whatIsUndoneShouldNotHaveComeYet() {
    admin
        .with("Content-Type", "application/json")
        .send("DELETE", "/checkins/" + event + "/T1", "{\"reason\":\"mistake\"}")
        .expect(200);
    assertEquals(List.of("T1", "T5"), ids("state=not_yet"));
  }

  @Test
  void whoDidNotComeShouldBeASheet() {
    Answer csv = staff.get(path("/tickets?state=not_yet&format=csv")).expect(200);
    List<String> lines = csv.body().lines().toList();
    assertEquals(2, lines.size(), csv::body);
    assertTrue(lines.get(0).contains("ticket_id,holder_name,ticket_type,gates,state,revoked"));
    assertTrue(lines.get(1).startsWith("T5,"), csv::body);
    Answer all = staff.get(path("/tickets?format=csv&tz=Asia/Jakarta")).expect(200);
    assertEquals(6, all.body().lines().count());
    assertTrue(all.body().contains("T1,Siti,,,in,,"), all::body);
    assertEquals("P", staff.get(path("/tickets?format=xlsx")).body().substring(0, 1));
    staff.get(path("/tickets?state=lost")).expect(422, "VALIDATION_ERROR");
    user.get(path("/tickets?format=csv")).expect(403, "FORBIDDEN");
  }

  @Test
  void aLongListShouldBeASheetOfAllPages() {
    String ids =
        IntStream.range(0, 700)
            .mapToObj(i -> "\"L" + i + "\"")
            .collect(Collectors.joining(",", "[", "]"));
    list(ids, 700);
    Answer csv = staff.get(path("/tickets?format=csv&limit=10")).expect(200);
    assertEquals(701, csv.body().lines().count());
  }
}
