package id.tixgo.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.caller.Limits;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.scope.Once;
import id.tixgo.common.store.FileStore;
import id.tixgo.common.store.Store;
import id.tixgo.common.test.DeviceTests;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.identity.domain.Device;
import id.tixgo.identity.store.IdentityState;
import id.tixgo.identity.store.StoredDevices;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The list of devices says when a token ended and why, for whoever wonders why a scanner stopped.
 */
class DeviceEndIT extends DeviceTests {
  private static final List<String> IDENTITY = List.of("identity");
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @Test
  void aGoodTokensDeviceShouldBeActive() {
    JsonObject device = listed(add(device()).expect(201).json().getLong("id"));
    expectEnd(device, "active", null, null);
  }

  @Test
  void aRevokedDeviceShouldStayListedWithWhoRevokedItAndWhen() {
    JsonObject added = add(device()).expect(201).json();
    long id = added.getLong("id");
    JsonObject used = new JsonObject().put("token", added.getString("access_token"));
    system.identity().post("/auth/verify-token", used).expect(200);
    String boss = system.newUser("admin");
    Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);
    system.identity().as(system.logIn(boss, "secret-1")).delete("/auth/devices/" + id).expect(204);
    JsonObject device = listed(id);
    expectEnd(device, "revoked", device.getInstant("ended_at"), boss);
    assertFalse(device.getInstant("ended_at").isBefore(before));
    assertNotNull(device.getInstant("last_seen_at"));
    assertEquals(added.getValue("events"), device.getValue("events"));
    long namesake = add(device()).expect(201).json().getLong("id");
    expectEnd(listed(namesake), "active", null, null);
    expectEnd(listed(id), "revoked", device.getInstant("ended_at"), boss);
    admin.delete("/auth/devices/" + id).expect(204);
    assertTrue(list().noneMatch(any -> any.getLong("id") == id));
    admin.delete("/auth/devices/" + id).expect(404, "NOT_FOUND");
    expectEnd(listed(namesake), "active", null, null);
  }

  @Test
  void anExpiredDeviceShouldSaySoUntilItIsRemoved() {
    Instant end = now.minus(Duration.ofDays(1));
    Map<String, String> data =
        stored(store -> store.add("old", id -> known(id, "old", end), Once.eachTime()));
    try (RunningSystem alone = new RunningSystem(IDENTITY, data)) {
      ServiceApi boss = alone.identity().as(alone.adminToken());
      JsonObject device = boss.get("/auth/devices").expect(200).array().getJsonObject(0);
      expectEnd(device, "expired", end, null);
      boss.delete("/auth/devices/" + device.getLong("id")).expect(204);
      assertEquals(new JsonArray(), boss.get("/auth/devices").expect(200).array());
    }
  }

  @Test
  void aRevokedDeviceShouldBeListedForThirtyDaysAlsoAfterARestart() {
    Map<String, String> data =
        stored(store -> revoked(store, 31).compose(done -> revoked(store, 29)));
    for (int start = 0; start < 2; start++) {
      try (RunningSystem alone = new RunningSystem(IDENTITY, data)) {
        ServiceApi boss = alone.identity().as(alone.adminToken());
        // What is added comes after the start's upkeep in the store.
        boss.post("/auth/devices", new JsonObject().put("name", "new " + start)).expect(201);
        JsonArray devices = boss.get("/auth/devices").expect(200).array();
        assertEquals(start + 2, devices.size());
        expectEnd(devices.getJsonObject(0), "revoked", now.minus(Duration.ofDays(29)), "boss");
      }
    }
  }

  private Future<?> revoked(StoredDevices store, int daysAgo) {
    Instant at = now.minus(Duration.ofDays(daysAgo));
    return store
        .add(
            "d" + daysAgo,
            id -> known(id, "d" + daysAgo, now.plus(Duration.ofDays(1))),
            Once.eachTime())
        .compose(device -> store.revoke(device.orElseThrow(), at, "boss"));
  }

  private Device known(long id, String name, Instant end) {
    return new Device(id, name, Limits.NONE, now.minus(Duration.ofDays(40)), "boss", end);
  }

  /** Where a store is kept that had these changes. */
  private static Map<String, String> stored(Function<StoredDevices, Future<?>> changes) {
    Path folder = RunningSystem.newFolder();
    JsonFormat.install();
    Vertx vertx = Vertx.vertx();
    IdentityState state = new IdentityState(vertx);
    Store store = new FileStore(vertx, folder, true, state);
    store
        .open()
        .compose(open -> changes.apply(new StoredDevices(state, store, vertx.getOrCreateContext())))
        .compose(done -> store.close())
        .compose(closed -> vertx.close())
        .await();
    return Map.of("DATA_DIR", folder.toString());
  }

  private JsonObject listed(long id) {
    return list().filter(device -> device.getLong("id") == id).findAny().orElseThrow();
  }

  private Stream<JsonObject> list() {
    return admin.get("/auth/devices?limit=1000").expect(200).array().stream()
        .map(JsonObject.class::cast);
  }

  private static void expectEnd(JsonObject device, String status, Instant at, String by) {
    assertEquals(status, device.getString("status"));
    assertEquals(at, device.getInstant("ended_at"));
    assertEquals(by, device.getString("ended_by"));
  }
}
