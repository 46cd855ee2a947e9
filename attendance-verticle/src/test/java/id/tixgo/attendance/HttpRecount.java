package id.tixgo.attendance;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** An event's numbers as they are shown, beside those that its rows and scans add up to. */
record HttpRecount(JsonObject stats, List<JsonObject> rows, List<JsonObject> scans) {
  static HttpRecount of(ServiceApi staff, String event) {
    String path = "/attendance/" + event;
    JsonObject attendance = staff.get(path).expect(200).json();
    List<JsonObject> rows =
        attendance.getJsonArray("records").stream().map(JsonObject.class::cast).toList();
    assertEquals(rows.size(), attendance.getInteger("total_checked_in"));
    JsonObject stats = staff.get(path + "/stats").expect(200).json();
    return new HttpRecount(stats, rows, scans(staff, path + "/scans?limit=1000", stats));
  }

  /** Fails when a number is wrong, a change is missing, or a ticket is in twice. */
  HttpRecount expectRight() {
    assertEquals(
        LongStream.rangeClosed(1, scans.size()).boxed().toList(),
        scans.stream().map(scan -> scan.getLong("seq")).toList());
    assertEquals(rows.size(), stats.getInteger("total_checked_in"));
    assertEquals(
        rows.size(), rows.stream().map(row -> row.getString("ticket_id")).distinct().count());
    assertEquals(count(rows, "gate"), map("per_gate"));
    assertEquals(count(rows, "checked_in_by"), map("per_staff"));
    assertEquals(
        count(scans.stream().filter(scan -> scan.getString("code") != null).toList(), "code"),
        map("refused"));
    assertEquals(inside(), stats.getInteger("inside").longValue());
    return this;
  }

  private static List<JsonObject> scans(ServiceApi staff, String path, JsonObject stats) {
    List<JsonObject> scans = new ArrayList<>();
    while (scans.size() < stats.getInteger("seq")) {
      staff.get(path + "&cursor=" + scans.size()).expect(200).array().stream()
          .map(JsonObject.class::cast)
          .forEach(scans::add);
    }
    return scans;
  }

  /** Tickets whose last way through a door was in. */
  private long inside() {
    Map<String, String> ticketToKind = new HashMap<>();
    scans.stream()
        .filter(scan -> !scan.getString("kind").equals("refusal"))
        .forEach(scan -> ticketToKind.put(scan.getString("ticket_id"), scan.getString("kind")));
    return ticketToKind.values().stream().filter("check_in"::equals).count();
  }

  private static Map<String, Long> count(List<JsonObject> all, String member) {
    return all.stream()
        .collect(groupingBy(one -> one.getString(member, ""), TreeMap::new, counting()));
  }

  private Map<String, Long> map(String member) {
    Map<String, Long> numbers = new TreeMap<>();
    JsonObject all = stats.getJsonObject(member);
    all.fieldNames().forEach(name -> numbers.put(name, all.getLong(name)));
    return numbers;
  }
}
