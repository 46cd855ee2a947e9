package id.tixgo.attendance;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.Rush;
import id.tixgo.common.test.Rush.Request;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.test.Wire;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;

/** What doors may do at the same instant, on several instances: the numbers always add up. */
class ManyDoorsIT {
  private static final int DOORS = 24;
  private static final int PLACES = 7;
  private static RunningSystem system;
  private static Rush rush;
  private static ServiceApi admin;

  private final Random random = new Random();
  private final String event = "evt-" + UUID.randomUUID();

  @BeforeAll
  static void start() {
    system = RunningSystem.whole();
    String token = system.adminToken();
    admin = system.attendance().as(token);
    rush = new Rush(system.attendance().port(), token);
  }

  @AfterAll
  static void stop() {
    rush.close();
    system.close();
  }

  @RepeatedTest(100)
  void asManyAsThereArePlacesShouldEnter() {
    rules(new JsonObject().put("capacity", PLACES));
    List<Wire.Reply> replies = rush.send(all(DOORS, i -> scan("T" + i)));
    assertEquals(
        Map.of(201, (long) PLACES, 409, (long) DOORS - PLACES),
        replies.stream().collect(groupingBy(Wire.Reply::status, counting())));
    JsonObject stats = HttpRecount.of(admin, event).expectRight().stats();
    assertEquals(PLACES, stats.getInteger("inside"));
    assertEquals(Map.of("EVENT_FULL", DOORS - PLACES), stats.getJsonObject("refused").getMap());
  }

  @RepeatedTest(50)
  void placesThatSomeLeaveShouldBeTakenOnce() {
    rules(new JsonObject().put("capacity", PLACES).put("reentry", true));
    rush.send(all(PLACES, i -> scan("T" + i)));
    List<Request> requests = new ArrayList<>(all(PLACES, i -> out("T" + i)));
    requests.addAll(all(DOORS, i -> scan("N" + i)));
    shuffled(requests);
    assertTrue(HttpRecount.of(admin, event).expectRight().stats().getInteger("inside") <= PLACES);
  }

  @RepeatedTest(50)
  void anUndoAndAReentryShouldComeOneAfterTheOther() {
    rules(new JsonObject().put("reentry", true));
    rush.send(all(8, i -> scan("T" + i)));
    rush.send(all(8, i -> out("T" + i)));
    List<Request> requests = new ArrayList<>(all(8, i -> scan("T" + i)));
    requests.addAll(all(8, i -> undo("T" + i)));
    requests.addAll(all(8, i -> undo("T" + i)));
    shuffled(requests)
        .forEach(reply -> assertTrue(List.of(200, 201, 404).contains(reply.status())));
    HttpRecount.of(admin, event).expectRight();
  }

  @RepeatedTest(50)
  void batchesAndScansOfTheSameTicketsShouldAddUp() {
    List<Request> requests = new ArrayList<>(all(4, this::batch));
    requests.addAll(all(4, this::batch));
    requests.addAll(all(16, i -> scan("T" + i % 8)));
    shuffled(requests);
    assertEquals(8, HttpRecount.of(admin, event).expectRight().rows().size());
  }

  @RepeatedTest(50)
  void groupsShouldEnterWholeOrNotAtAll() {
    rules(new JsonObject().put("capacity", PLACES + 3));
    List<Request> requests = new ArrayList<>(all(8, i -> group(i, i + 1, i + 2)));
    requests.addAll(all(8, i -> scan("T" + i)));
    List<Wire.Reply> replies = shuffled(requests);
    HttpRecount all = HttpRecount.of(admin, event).expectRight();
    long entered =
        replies.stream()
            .filter(reply -> reply.status() == 201)
            .map(reply -> new JsonObject(reply.body()))
            .mapToLong(body -> body.getJsonArray("records", new JsonArray().add(1)).size())
            .sum();
    assertEquals(entered, all.rows().size());
    assertTrue(all.rows().size() <= PLACES + 3);
  }

  @RepeatedTest(100)
  void oneKeyShouldBeOneScanHoweverManySendIt() {
    String key = "Idempotency-Key: " + UUID.randomUUID() + "\r\n";
    List<Request> requests =
        all(DOORS, i -> new Request("POST", "/checkins", key, scan("T1").body()));
    List<Wire.Reply> replies = rush.send(requests);
    assertEquals(
        Map.of(201, (long) DOORS),
        replies.stream().collect(groupingBy(Wire.Reply::status, counting())));
    assertEquals(1, replies.stream().map(Wire.Reply::body).distinct().count());
    assertEquals(1, HttpRecount.of(admin, event).expectRight().scans().size());
  }

  private List<Wire.Reply> shuffled(List<Request> requests) {
    List<Request> shuffled = new ArrayList<>(requests);
    Collections.shuffle(shuffled, random);
    List<Wire.Reply> replies = rush.send(shuffled);
    Map<Integer, Long> failures = new TreeMap<>();
    replies.stream()
        .filter(reply -> reply.status() >= 500 || reply.status() == 0)
        .forEach(reply -> failures.merge(reply.status(), 1L, Long::sum));
    assertEquals(Map.of(), failures);
    return replies;
  }

  private static List<Request> all(int count, IntFunction<Request> request) {
    return IntStream.range(0, count).mapToObj(request).toList();
  }

  private void rules(JsonObject rules) {
    admin.put("/attendance/" + event + "/rules", rules).expect(200);
  }

  private Request scan(String ticket) {
    return Request.post("/checkins", body(ticket));
  }

  private Request out(String ticket) {
    return Request.post("/checkins", body(ticket).put("direction", "out"));
  }

  private JsonObject body(String ticket) {
    return new JsonObject()
        .put("event_id", event)
        .put("ticket_id", ticket)
        .put("gate", "G" + Math.floorMod(ticket.hashCode(), 3));
  }

  private Request undo(String ticket) {
    String path = "/checkins/" + event + "/" + ticket;
    return new Request("DELETE", path, "", new JsonObject().put("reason", "a mistake"));
  }

  private Request group(int... numbers) {
    JsonArray tickets = new JsonArray();
    IntStream.of(numbers).forEach(number -> tickets.add("T" + number));
    JsonObject body = new JsonObject().put("event_id", event).put("ticket_ids", tickets);
    return Request.post("/checkins/group", body.put("gate", "G"));
  }

  private Request batch(int device) {
    JsonArray scans = new JsonArray();
    for (int i = 0; i < 8; i++) {
      scans.add(
          body("T" + i)
              .put("nonce", "n" + i)
              .put("scanned_at", "2026-01-01T10:00:0" + (i + device) % 10 + "Z"));
    }
    JsonObject body = new JsonObject().put("device_id", "d" + device).put("scans", scans);
    return Request.post("/checkins/batch", body);
  }
}
