package id.tixgo.launcher;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Identity, Attendance, Event and Ticketing, each in a world of its own without a common bus. */
abstract class Apart {
  private final Map<String, String> ports =
      Map.of(
          "IDENTITY_PORT", FreePort.next(),
          "ATTENDANCE_PORT", FreePort.next(),
          "EVENT_PORT", FreePort.next(),
          "TICKETING_PORT", FreePort.next(),
          "FEED_LOOK_MS", "20");
  private final Path doors = RunningSystem.newFolder();
  private final Path sales = RunningSystem.newFolder();
  final Path events = RunningSystem.newFolder();
  RunningSystem identity;

  @BeforeEach
  void startIdentity() {
    identity = start("identity", RunningSystem.newFolder());
  }

  @AfterEach
  void stopIdentity() {
    identity.close();
  }

  /** Event with what is in the folder. */
  final RunningSystem event(Path data) {
    return start("event", data);
  }

  /** Attendance with what it stored before. */
  final RunningSystem attendance() {
    return start("attendance", doors);
  }

  /** Ticketing with what it stored before. */
  final RunningSystem ticketing() {
    return start("ticketing", sales);
  }

  /** Makes an event, which takes one message of the feed, and cancels it, which takes another. */
  final void cancelled(RunningSystem event, String id) {
    ServiceApi admin = event.event().as(identity.adminToken());
    admin.post("/events", made(id)).expect(201);
    admin.patch("/events/" + id, new JsonObject().put("status", "cancelled")).expect(200);
  }

  final Answer scan(RunningSystem attendance, String id) {
    return attendance.attendance().as(identity.adminToken()).post("/checkins", scanOf(id));
  }

  static JsonObject scanOf(String id) {
    return new JsonObject().put("event_id", id).put("ticket_id", "T" + System.nanoTime());
  }

  static JsonObject made(String id) {
    return new JsonObject()
        .put("id", id)
        .put("title", id)
        .put("start_time", "2026-12-31T19:00:00+07:00");
  }

  static void awaitSeq(RunningSystem attendance, long seq) {
    Eventually.await("read up to " + seq, () -> attendance.feed().getLong("seq") == seq);
    awaitState(attendance, "following");
  }

  static void awaitState(RunningSystem attendance, String state) {
    Eventually.await(state, () -> attendance.feed().getString("state").equals(state));
  }

  private RunningSystem start(String name, Path data) {
    return new RunningSystem(List.of(name), settings(data));
  }

  private Map<String, String> settings(Path data) {
    Map<String, String> settings = new HashMap<>(ports);
    settings.put("DATA_DIR", data.toString());
    return settings;
  }
}
