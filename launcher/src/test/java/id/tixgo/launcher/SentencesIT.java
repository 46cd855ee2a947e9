package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.EventDoor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a request that breaks its schema: what is wanted there. */
class SentencesIT extends EventDoor {
  private static final String TIME =
      "must be a time that exists, with its offset: 2026-01-03T20:25:53+07:00";
  private static final String LOCAL_TIME =
      "must be a time that exists there: 2026-01-03T20:25:53, or with its offset";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-03T20:25:53",
        "2026-01-03",
        "2026-13-03T20:25:53Z",
        "2026-02-30T20:25:53Z",
        "2026-01-03 20:25:53Z",
        "2026-01-03T20:25:53+0700",
        "20:25",
        "now",
        "",
      })
  void aTimeThatIsNoneShouldBeToldWhatIsWanted(String time) {
    for (String name : List.of("opens_at", "closes_at")) {
      expect(
          "body." + name + ": " + TIME,
          admin.put(path("/rules"), new JsonObject().put(name, time)));
    }
    String from = time.replace(" ", "%20").replace("+", "%2B");
    expect("query.from: " + TIME, staff.get("/events?from=" + from));
  }

  /** An event's may be those of its place. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-03",
        "2026-13-03T20:25:53Z",
        "2026-02-30T20:25:53Z",
        "2026-01-03 20:25:53Z",
        "2026-01-03T20:25:53+0700",
        "20:25",
        "now",
        "",
      })
  void aTimeOfAnEventThatIsNoneShouldBeToldWhatIsWanted(String time) {
    JsonObject event = new JsonObject().put("title", "x").put("start_time", time);
    expect("body.start_time: " + LOCAL_TIME, admin.post("/events", event));
    event.put("start_time", "2026-01-03T20:25:53Z").put("end_time", time);
    expect("body.end_time: " + LOCAL_TIME, admin.post("/events", event));
  }

  @ParameterizedTest
  @CsvSource({"siti aminah", "sí", "ab", "12345"})
  void aUsernameThatIsNoneShouldBeToldWhatIsWanted(String name) {
    JsonObject body = new JsonObject().put("username", name).put("password", "secret-1");
    JsonArray errors =
        system.identity().post("/auth/register", body).expect(422).json().getJsonArray("errors");
    assertEquals(1, errors.size());
    assertEquals("body.username", errors.getJsonObject(0).getString("loc"));
  }

  @Test
  void everyKindOfRuleShouldSayWhatIsWanted() {
    JsonObject body =
        new JsonObject()
            .put("ticket_id", 7)
            .put("event_id", "a\u0000b")
            .put("gate", "x".repeat(65))
            .put("direction", "up");
    expect(
        """
        body.event_id: must be 1 to 128 characters, none of them a control character
        body.ticket_id: must be a string
        body.gate: must have at most 64 characters
        body.direction: must be "in", "out" or null\
        """,
        staff.post("/checkins", body));
    expect(
        """
        body.username: is required
        body.password: must have at least 6 characters\
        """,
        system.identity().post("/auth/register", new JsonObject().put("password", "x")));
    expect(
        "body.capacity: must be at least 1",
        admin.put(path("/rules"), new JsonObject().put("capacity", 0)));
    expect(
        "body.capacity: must be an integer or null",
        admin.put(path("/rules"), new JsonObject().put("capacity", "many")));
    expect("query.limit: must be at most 1000", staff.get("/events?limit=5000"));
    expect("query.limit: must be an integer", staff.get("/events?limit=many"));
    expect(
        "body.ticket_ids: must have at least 1 items",
        staff.post(
            "/checkins/group",
            new JsonObject().put("event_id", event).put("ticket_ids", new JsonArray())));
    expect("body: must have at least 1 members", admin.patch("/events/x", new JsonObject()));
  }

  private static void expect(String sentences, Answer answer) {
    JsonArray errors = answer.expect(422, "VALIDATION_ERROR").json().getJsonArray("errors");
    assertEquals(
        sentences,
        errors.stream()
            .map(JsonObject.class::cast)
            .map(error -> error.getString("loc") + ": " + error.getString("msg"))
            .collect(Collectors.joining("\n")));
    assertEquals(sentences.lines().findFirst().orElseThrow(), answer.text("detail"));
  }
}
