package id.tixgo.launcher;

import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Attendance and Event that come and go. */
class FeedIT extends Apart {
  @Test
  void attendanceShouldCatchUpWhenItWasAway() {
    try (RunningSystem event = event(events)) {
      ServiceApi admin = event.event().as(identity.adminToken());
      for (int i = 1; i <= 50; i++) {
        admin.post("/events", made("e" + i)).expect(201);
      }
      try (RunningSystem attendance = attendance()) {
        awaitSeq(attendance, 50);
      }
      for (int i = 1; i <= 50; i++) {
        admin.patch("/events/e" + i, new JsonObject().put("status", "cancelled")).expect(200);
      }
      try (RunningSystem attendance = attendance()) {
        awaitSeq(attendance, 100);
        IntStream.rangeClosed(1, 50)
            .forEach(i -> scan(attendance, "e" + i).expect(409, "EVENT_CANCELLED"));
      }
    }
  }

  @Test
  void attendanceShouldGoOnByWhatItKnowsWhenEventIsAway() {
    try (RunningSystem attendance = attendance()) {
      try (RunningSystem event = event(events)) {
        cancelled(event, "e1");
        awaitSeq(attendance, 2);
      }
      awaitState(attendance, "waiting");
      scan(attendance, "e1").expect(409, "EVENT_CANCELLED");
      scan(attendance, "e2").expect(201);
      try (RunningSystem event = event(events)) {
        cancelled(event, "e2");
        awaitSeq(attendance, 4);
      }
    }
  }

  @Test
  void theBellShouldBeEnoughInOneProcess() {
    try (RunningSystem system =
        new RunningSystem(
            List.of("identity", "event", "attendance"), Map.of("FEED_LOOK_MS", "600000"))) {
      ServiceApi admin = system.attendance().as(system.adminToken());
      for (int i = 1; i <= 20; i++) {
        admin.post("/events", made("e" + i).put("status", "cancelled")).expect(201);
      }
      system.catchUp();
      admin.post("/checkins", scanOf("e20")).expect(409, "EVENT_CANCELLED");
    }
  }
}
