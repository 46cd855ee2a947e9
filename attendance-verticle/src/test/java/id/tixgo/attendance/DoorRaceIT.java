package id.tixgo.attendance;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.Wire;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Many doors scan one ticket at the same instant: every request is there but for its last byte,
 * then all last bytes are sent. The doors' connections are spread over all instances.
 */
class DoorRaceIT {
  private static final int DOORS = 24;
  private static RunningSystem system;
  private static String token;
  private List<Wire> doors;

  @BeforeAll
  static void start() {
    system = RunningSystem.whole();
    token = system.tokenOf("committee");
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @BeforeEach
  void open() {
    doors = IntStream.range(0, DOORS).mapToObj(d -> new Wire(system.attendance().port())).toList();
  }

  @AfterEach
  void close() {
    doors.forEach(Wire::close);
  }

  @Test
  void oneDoorShouldWinAndTheOthersSeeItsRecordAThousandTimes() {
    List<JsonObject> winners = new ArrayList<>();
    for (int ticket = 1; ticket <= 1000; ticket++) {
      winners.add(race("/checkins", "race", "T" + ticket));
    }
    assertAttendance("race", winners);
  }

  @Test
  void oneDoorShouldWinThroughTheGatewayAndEventToo() {
    JsonObject event =
        new JsonObject().put("title", "Pintu").put("start_time", "2026-12-31T12:00:00Z");
    String id =
        system.attendance().as(system.adminToken()).post("/events", event).expect(201).text("id");
    List<JsonObject> winners = new ArrayList<>();
    for (int ticket = 1; ticket <= 50; ticket++) {
      winners.add(race("/events/" + id + "/checkins", id, "T" + ticket));
    }
    assertAttendance(id, winners);
  }

  /** The winner's record. */
  private JsonObject race(String path, String event, String ticket) {
    for (int door = 0; door < DOORS; door++) {
      String request = request(path, event, ticket, "G" + door);
      doors.get(door).send(request.substring(0, request.length() - 1));
    }
    doors.forEach(door -> door.send("}"));
    Map<Integer, List<JsonObject>> statusToRecords =
        doors.stream()
            .map(Wire::read)
            .collect(
                groupingBy(
                    Wire.Reply::status,
                    mapping(
                        reply -> new JsonObject(reply.body()).getJsonObject("record"), toList())));
    assertEquals(Set.of(201, 409), statusToRecords.keySet(), ticket);
    assertEquals(1, statusToRecords.get(201).size(), ticket);
    JsonObject winner = statusToRecords.get(201).get(0);
    statusToRecords.get(409).forEach(seen -> assertEquals(winner, seen));
    return winner;
  }

  private static void assertAttendance(String event, List<JsonObject> winners) {
    JsonObject attendance =
        system.attendance().as(token).get("/attendance/" + event).expect(200).json();
    assertEquals(winners.size(), attendance.getInteger("total_checked_in"));
    assertEquals(winners, attendance.getJsonArray("records").stream().toList());
    List<Long> places = winners.stream().map(record -> record.getLong("seq")).toList();
    assertEquals(places.stream().sorted().distinct().toList(), places);
    assertFeed(event, winners.size() * DOORS);
  }

  /** Each scan, let in or not, is one change: none is missing, none is there twice. */
  private static void assertFeed(String event, int scans) {
    List<Long> seqs = new ArrayList<>();
    for (int after = 0; after < scans; after += 1000) {
      String path = "/attendance/" + event + "/changes?limit=1000&after=" + after;
      system.attendance().as(token).get(path).expect(200).array().stream()
          .map(change -> ((JsonObject) change).getLong("seq"))
          .forEach(seqs::add);
    }
    assertEquals(LongStream.rangeClosed(1, scans).boxed().toList(), seqs);
  }

  private static String request(String path, String event, String ticket, String gate) {
    JsonObject body = new JsonObject().put("ticket_id", ticket).put("gate", gate);
    String json = (path.equals("/checkins") ? body.put("event_id", event) : body).encode();
    return "POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n".formatted(path, token)
        + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(json.length(), json);
  }
}
