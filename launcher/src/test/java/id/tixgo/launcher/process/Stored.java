package id.tixgo.launcher.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/** What a running system shows of what it has stored. */
record Stored(Map<String, JsonObject> ticketToRecord, Set<String> users, Set<String> events) {

  /** Fails when a {@code seq} is missing or given twice, or a ticket is in twice. */
  static Stored in(Map<String, String> settings) throws IOException {
    String token = Tixgo.logIn(settings.get("IDENTITY_PORT"));
    return new Stored(
        checkIns(settings.get("ATTENDANCE_PORT"), token),
        all(settings.get("IDENTITY_PORT"), "/auth/users", "username", token),
        all(settings.get("EVENT_PORT"), "/events", "id", token));
  }

  /** Fails when something is missing that was answered to be there. */
  void expect(Load load) {
    load.ticketToRecord.forEach(
        (ticket, answered) -> assertEquals(answered, ticketToRecord.get(ticket)));
    assertTrue(users.containsAll(load.users));
    assertTrue(events.containsAll(load.events));
  }

  private static Map<String, JsonObject> checkIns(String port, String token) throws IOException {
    JsonObject all = new JsonObject(Tixgo.send("GET", port, "/attendance/evt1", token, "").body());
    List<JsonObject> records =
        all.getJsonArray("records").stream().map(JsonObject.class::cast).toList();
    assertEquals(records.size(), all.getInteger("total_checked_in"));
    assertEquals(
        LongStream.rangeClosed(1, records.size()).boxed().toList(),
        records.stream().map(r -> r.getLong("seq")).toList());
    Map<String, JsonObject> byTicket = new HashMap<>();
    records.forEach(r -> byTicket.put(r.getString("ticket_id"), r));
    assertEquals(records.size(), byTicket.size(), "a ticket is in twice");
    return byTicket;
  }

  private static Set<String> all(String port, String path, String member, String token)
      throws IOException {
    Set<String> found = new HashSet<>();
    String cursor = "";
    while (true) {
      var answer = Tixgo.send("GET", port, path + "?limit=1000" + cursor, token, "");
      new JsonArray(answer.body()).forEach(o -> found.add(((JsonObject) o).getString(member)));
      String next = answer.headers().firstValue("Link").orElse("");
      if (next.isEmpty()) {
        return found;
      }
      cursor = "&cursor=" + next.replaceFirst(".*[?&]cursor=([^&>]+).*", "$1");
    }
  }
}
