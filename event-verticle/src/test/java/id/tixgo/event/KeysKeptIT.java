package id.tixgo.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.MutableClock;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long an {@code Idempotency-Key} stands for its request: a day, also over a restart. */
class KeysKeptIT {
  private final MutableClock clock = new MutableClock();
  private final Path folder = RunningSystem.newFolder();

  @Test
  void aKeyShouldStandForItsRequestForADay() {
    clock.advance(Duration.ofDays(-2));
    String first;
    try (RunningSystem system = start()) {
      first = make(system).expect(201).body();
    }
    clock.advance(Duration.ofHours(23));
    try (RunningSystem system = start()) {
      assertEquals(first, make(system).expect(201).body());
      assertEquals(1, events(system));
    }
    clock.advance(Duration.ofHours(2));
    try (RunningSystem system = start()) {
      make(system).expect(201);
      assertEquals(2, events(system));
    }
  }

  private RunningSystem start() {
    return new RunningSystem(
        List.of("identity", "event"),
        Map.of("DATA_DIR", folder.toString(), "TOKEN_EXPIRE_MINUTES", "525600"),
        clock,
        1);
  }

  private static Answer make(RunningSystem system) {
    JsonObject event =
        new JsonObject().put("title", "Konser").put("start_time", "2026-12-31T12:00:00Z");
    return admin(system).with("Idempotency-Key", "k1").post("/events", event);
  }

  private static int events(RunningSystem system) {
    return admin(system).get("/events").expect(200).array().size();
  }

  private static ServiceApi admin(RunningSystem system) {
    return system.event().as(system.adminToken());
  }
}
