package id.tixgo.launcher.archive;

import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.store.audit.AuditProof;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.LoggedTrouble;
import id.tixgo.common.test.RunningSystem;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit of a system that was put back while Identity had not gathered all of it. */
class RestoredAuditTest {
  @TempDir Path folder;

  private Vertx vertx;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
  }

  @AfterEach
  void close() {
    RunningSystem.await(vertx.close());
    LoggedTrouble.take();
  }

  @Test
  void whatWasNotGatheredBeforeTheBackupShouldBeGatheredAfterTheRestore() throws IOException {
    Path before = folder.resolve("before");
    try (RunningSystem near = system(before, Map.of())) {
      create(near, "e1");
      awaitGathered(near, 1);
    }
    try (RunningSystem apart = system(before, Map.of("EVENT_URL", unreachable()))) {
      create(apart, "e2");
      LoggedTrouble.take();
    }
    Path after = restored(before);
    assertWhole(after);
    try (RunningSystem near = system(after, Map.of())) {
      create(near, "e3");
      awaitGathered(near, 3);
    }
    assertWhole(after);
  }

  private static RunningSystem system(Path data, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("DATA_DIR", data.toString());
    settings.put("FEED_LOOK_MS", "50");
    return new RunningSystem(List.of("identity", "event"), settings);
  }

  private static String unreachable() {
    return "http://127.0.0.1:" + FreePort.next();
  }

  private static void create(RunningSystem system, String id) {
    JsonObject event =
        new JsonObject()
            .put("id", id)
            .put("title", "Concert")
            .put("description", "Standing room.")
            .put("start_time", "2099-12-31T12:00:00Z");
    system.event().as(system.adminToken()).post("/events", event).expect(201);
  }

  private static void awaitGathered(RunningSystem system, int events) {
    Eventually.await(
        events + " events are in the audit",
        () ->
            system
                    .identity()
                    .as(system.adminToken())
                    .get("/audit?action=event.added")
                    .expect(200)
                    .array()
                    .size()
                == events);
  }

  private Path restored(Path data) throws IOException {
    Path archive = folder.resolve("backup.zip");
    new Backup(Stores.in(data, vertx), said -> {}).write(archive);
    Path after = folder.resolve("after");
    new Restore(Stores.in(after, vertx), said -> {}).read(archive, archive, /* force= */ false);
    return after;
  }

  private void assertWhole(Path data) throws IOException {
    AuditProof proof = AuditProof.of(data, Stores.in(data, vertx).audited());
    assertTrue(proof.isWhole(), () -> proof.chains().toString());
  }
}
