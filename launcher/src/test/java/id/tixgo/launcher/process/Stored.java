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

/** What a running system shows of what it has stored. */
record Stored(Map<String, JsonObject> ticketToRecord, Set<String> users, Set<String> events) {

  /**
   * Fails when a {@code seq} is missing or given twice, a ticket is in twice or a number is wrong.
   */
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

  /** Fails when the numbers that are kept aren't those of the rows and the feed. */
  private static void expectNumbers(String port, String token, List<JsonObject> rows)
      throws IOException {
    JsonObject stats =
        new JsonObject(Tixgo.send("GET", port, "/attendance/evt1/stats", token, "").body());
    assertEquals(rows.size(), stats.getInteger("total_checked_in"));
    assertEquals(rows.size(), stats.getInteger("inside"));
    JsonObject perGate = new JsonObject();
    rows.stream()
        .map(row -> row.getString("gate"))
        .forEach(gate -> perGate.put(gate, perGate.getInteger(gate, 0) + 1));
    assertEquals(perGate, stats.getJsonObject("per_gate"));
    long refused = refusals(port, token, stats.getInteger("seq"));
    assertEquals(refused, stats.getJsonObject("refused").getLong("ALREADY_CHECKED_IN", 0L));
    assertEquals(stats.getLong("seq"), rows.size() + refused);
  }

  private static long refusals(String port, String token, int last) throws IOException {
    long refusals = 0;
    for (int after = 0; after < last; after += 1000) {
      String path = "/attendance/evt1/changes?limit=1000&after=" + after;
      refusals +=
          new JsonArray(Tixgo.send("GET", port, path, token, "").body())
              .stream().filter(c -> ((JsonObject) c).getString("kind").equals("refusal")).count();
    }
    return refusals;
  }

  private static Map<String, JsonObject> checkIns(String port, String token) throws IOException {
    JsonObject all = new JsonObject(Tixgo.send("GET", port, "/attendance/evt1", token, "").body());
    List<JsonObject> records =
        all.getJsonArray("records").stream().map(JsonObject.class::cast).toList();
    assertEquals(records.size(), all.getInteger("total_checked_in"));
    List<Long> seqs = records.stream().map(r -> r.getLong("seq")).toList();
    assertEquals(seqs.stream().sorted().distinct().toList(), seqs);
    expectNumbers(port, token, records);
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
