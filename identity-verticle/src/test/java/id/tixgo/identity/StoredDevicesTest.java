package id.tixgo.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.caller.Limits;
import id.tixgo.common.caller.Role;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.scope.Once;
import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.FileStore;
import id.tixgo.common.store.MemoryStore;
import id.tixgo.common.store.Store;
import id.tixgo.common.store.wal.WriteAheadLog;
import id.tixgo.identity.domain.Device;
import id.tixgo.identity.domain.DeviceState;
import id.tixgo.identity.domain.Devices;
import id.tixgo.identity.domain.RevokedDevice;
import id.tixgo.identity.domain.User;
import id.tixgo.identity.store.IdentityState;
import id.tixgo.identity.store.StoredDevices;
import id.tixgo.identity.store.StoredRevokedTokens;
import id.tixgo.identity.store.StoredUsers;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(VertxExtension.class)
class StoredDevicesTest {
  private static final Instant NOW = Instant.parse("2026-01-03T13:25:53.415880Z");

  private static final Instant LATER = NOW.plusSeconds(30);

  private IdentityState state;
  private StoredDevices devices;

  @BeforeAll
  static void installFormat() {
    JsonFormat.install();
  }

  @BeforeEach
  void setUp(Vertx vertx) {
    state = new IdentityState(vertx);
    devices = new StoredDevices(state, new MemoryStore(vertx, state), vertx.getOrCreateContext());
  }

  @Test
  void seenShouldBeKeptOnceAMinute() {
    Device device = added(devices, "Gate A");
    for (int second : List.of(0, 1, 59, 60, 61, 119)) {
      devices.seen(device, NOW.plusSeconds(second));
    }
    assertEquals(Optional.of(NOW.plusSeconds(60)), devices.lastSeen(device));
  }

  @Test
  void aRevokedDeviceShouldLeaveWhatBecameOfItAndANamesakeBeUnseen() {
    Device device = added(devices, "Gate A");
    devices.seen(device, NOW);
    assertTrue(revoke(device));
    assertFalse(revoke(device));
    devices.seen(device, NOW.plusSeconds(90));
    RevokedDevice revoked = new RevokedDevice(device, LATER, "boss", Optional.of(NOW));
    assertEquals(List.of(revoked), devices.revoked());
    Device namesake = added(devices, "GATE a");
    assertEquals(Optional.empty(), devices.lastSeen(namesake));
    assertFalse(revoke(device));
    assertEquals(List.of(namesake), devices.all());
    assertTrue(devices.forget(device).result());
    assertFalse(devices.forget(device).result());
    assertEquals(List.of(), devices.revoked());
    assertEquals(List.of(namesake), devices.all());
  }

  @Test
  void aRevokedDeviceShouldBeForgottenAfterAWhile() {
    revoke(added(devices, "Gate A"));
    Device kept = added(devices, "Gate B");
    assertFalse(devices.forgetRevoked(LATER).result());
    assertTrue(devices.forgetRevoked(LATER.plusSeconds(1)).result());
    assertFalse(devices.forgetRevoked(LATER.plusSeconds(1)).result());
    assertEquals(List.of(), devices.revoked());
    assertEquals(List.of(kept), devices.all());
  }

  /** A device that was deleted left nothing; one could log itself out. */
  @Test
  void aStoreOfVersionTwoShouldBeReadWithWhatIsKnownOfItsDevices(@TempDir Path folder)
      throws IOException {
    EntryTypes version2 =
        new EntryTypes("identity", 2, IdentityState.DICTIONARY)
            .with("device", Device.class, entry -> {})
            .with("device_removed", DeviceRemoved.class, entry -> {})
            .with("token_revoked", TokenRevoked.class, entry -> {});
    List<Record> entries =
        List.of(
            device(1, "Gate A"),
            device(2, "Gate B"),
            device(3, "Gate C"),
            new DeviceRemoved(2, "Gate B"),
            new TokenRevoked("1.0.x", LATER),
            new TokenRevoked("device.3.x", LATER));
    WriteAheadLog.create(folder.resolve("identity"), version2, entries.iterator());
    for (int start = 0; start < 2; start++) {
      Vertx vertx = Vertx.vertx();
      IdentityState stored = new IdentityState(vertx);
      Store store = new FileStore(vertx, folder, true, stored);
      store.open().await();
      assertEquals(
          List.of(DeviceState.Status.ACTIVE, DeviceState.Status.LOGGED_OUT),
          states(vertx, stored, store).stream().map(DeviceState::status).toList());
      store.close().compose(closed -> vertx.close()).await();
    }
  }

  private record DeviceRemoved(long id, String name) {}

  private record TokenRevoked(String id, Instant expiresAt) {}

  private static List<DeviceState> states(Vertx vertx, IdentityState stored, Store store) {
    return new Devices(
            new StoredDevices(stored, store, vertx.getOrCreateContext()),
            new StoredRevokedTokens(stored, store, vertx.getOrCreateContext()),
            change -> {},
            Clock.fixed(NOW, ZoneOffset.UTC),
            Duration.ofDays(30))
        .all();
  }

  @Test
  void foldingEverythingAgainShouldChangeNothing(Vertx vertx) {
    Device device = added(devices, "Gate A");
    devices.seen(device, NOW);
    revoke(added(devices, "Gate B"));
    List<Record> live = new ArrayList<>();
    state.snapshot().forEachRemaining(live::add);
    new MemoryStore(vertx, state)
        .commit(
            Vertx.currentContext(),
            entries -> {
              live.forEach(entries::add);
              return null;
            });
    assertEquals(live.size(), state.snapshotSize());
    assertEquals(Optional.of(NOW), devices.lastSeen(device));
  }

  @Test
  void aStoreOfVersionOneShouldBeReadAndTakeDevices(@TempDir Path folder) throws IOException {
    User siti =
        new User(
            7,
            "siti",
            Role.ADMIN,
            "#",
            Optional.empty(),
            Optional.of("Siti Aminah"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            2,
            Optional.empty());
    EntryTypes version1 =
        new EntryTypes("identity", 1, IdentityState.DICTIONARY)
            .with("user", User.class, entry -> {});
    WriteAheadLog.create(folder.resolve("identity"), version1, List.<Record>of(siti).iterator());
    for (int start = 0; start < 2; start++) {
      Vertx vertx = Vertx.vertx();
      IdentityState stored = new IdentityState(vertx);
      Store store = new FileStore(vertx, folder, true, stored);
      store.open().await();
      StoredDevices kept = new StoredDevices(stored, store, vertx.getOrCreateContext());
      assertEquals(start, kept.all().size());
      assertEquals(
          Optional.of(siti),
          new StoredUsers(stored, store, vertx.getOrCreateContext()).byUsername("siti"));
      kept.add("Gate A", id -> device(id, "Gate A"), Once.eachTime()).await();
      assertEquals(List.of(device(8, "Gate A")), kept.all());
      store.close().compose(closed -> vertx.close()).await();
    }
  }

  private boolean revoke(Device device) {
    return devices.revoke(device, LATER, "boss").result();
  }

  private static Device added(StoredDevices devices, String name) {
    return devices.add(name, id -> device(id, name), Once.eachTime()).result().orElseThrow();
  }

  private static Device device(long id, String name) {
    Limits limits = new Limits(List.of("evt1"), List.of());
    return new Device(id, name, limits, NOW, "admin", NOW.plusSeconds(60));
  }
}
