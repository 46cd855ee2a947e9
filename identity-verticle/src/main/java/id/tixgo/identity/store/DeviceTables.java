package id.tixgo.identity.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import id.tixgo.identity.domain.Device;
import id.tixgo.identity.domain.RevokedDevice;
import id.tixgo.identity.domain.Username;
import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Devices: those with a name of their own, when they were last seen, and revoked ones. */
final class DeviceTables implements StorePart {
  final StagedMap<Device> keyToDevice;
  final StagedMap<DeviceSeen> idToSeen;
  final StagedMap<RevokedDevice> idToRevoked;
  private final LongConsumer reserve;

  /** Nothing is left of the device. */
  record DeviceRemoved(long id, String name) {}

  /** Devices that were revoked long ago. */
  record DevicesForgotten(List<Long> ids) {
    DevicesForgotten {
      ids = List.copyOf(ids);
    }
  }

  /** When the device's token was last used. */
  record DeviceSeen(long id, String name, Instant at) implements Shareable {}

  /**
   * @param reserve is told of every number that a device has
   */
  DeviceTables(StagedMaps maps, LongConsumer reserve) {
    this.keyToDevice = maps.open("identity.devices");
    this.idToSeen = maps.open("identity.devices-seen");
    this.idToRevoked = maps.open("identity.devices-revoked");
    this.reserve = requireNonNull(reserve);
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types
        .with("device", Device.class, this::put)
        .with("device_revoked", RevokedDevice.class, this::put)
        .with("device_removed", DeviceRemoved.class, this::remove)
        .with("devices_forgotten", DevicesForgotten.class, this::forget)
        .with("device_seen", DeviceSeen.class, this::see);
  }

  @Override
  public Stream<Record> snapshot() {
    return Stream.of(
            keyToDevice.values().stream(),
            idToSeen.values().stream(),
            idToRevoked.values().stream())
        .flatMap(entries -> entries);
  }

  @Override
  public long snapshotSize() {
    return (long) keyToDevice.size() + idToSeen.size() + idToRevoked.size();
  }

  /** The device of that name, if it is still the one of that id. */
  Optional<Device> staged(long id, String name) {
    return keyToDevice
        .staged(Username.key(Device.subject(name)))
        .filter(device -> device.id() == id);
  }

  static String key(long id) {
    return String.valueOf(id);
  }

  private void put(Device device) {
    keyToDevice.put(Username.key(device.subject()), device);
    reserve.accept(device.id());
  }

  private void put(RevokedDevice revoked) {
    Device device = revoked.device();
    staged(device.id(), device.name()).ifPresent(this::remove);
    idToRevoked.put(key(device.id()), revoked);
    reserve.accept(device.id());
  }

  private void remove(DeviceRemoved removed) {
    staged(removed.id(), removed.name()).ifPresent(this::remove);
    idToRevoked.remove(key(removed.id()));
  }

  private void forget(DevicesForgotten forgotten) {
    forgotten.ids().forEach(id -> idToRevoked.remove(key(id)));
  }

  private void see(DeviceSeen seen) {
    staged(seen.id(), seen.name()).ifPresent(device -> idToSeen.put(key(seen.id()), seen));
  }

  private void remove(Device device) {
    keyToDevice.remove(Username.key(device.subject()));
    idToSeen.remove(key(device.id()));
  }
}
