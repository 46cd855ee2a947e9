package id.tixgo.identity.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.journal.EntryTypes;
import id.tixgo.common.journal.StorePart;
import id.tixgo.common.journal.Table;
import id.tixgo.common.journal.Tables;
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
  final Table<Device> keyToDevice;
  final Table<DeviceSeen> idToSeen;
  final Table<RevokedDevice> idToRevoked;
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
  DeviceTables(Tables tables, LongConsumer reserve) {
    this.keyToDevice = tables.open("identity.devices");
    this.idToSeen = tables.open("identity.devices-seen");
    this.idToRevoked = tables.open("identity.devices-revoked");
    this.reserve = requireNonNull(reserve);
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types
        .with("device", Device.class)
        .with("device_revoked", RevokedDevice.class)
        .with("device_removed", DeviceRemoved.class)
        .with("devices_forgotten", DevicesForgotten.class)
        .with("device_seen", DeviceSeen.class);
  }

  @Override
  public boolean fold(Record entry) {
    if (entry instanceof Device device) {
      put(device);
    } else if (entry instanceof RevokedDevice revoked) {
      put(revoked);
    } else if (entry instanceof DeviceRemoved removed) {
      draft(removed.id(), removed.name()).ifPresent(this::remove);
      idToRevoked.remove(key(removed.id()));
    } else if (entry instanceof DevicesForgotten forgotten) {
      forgotten.ids().forEach(id -> idToRevoked.remove(key(id)));
    } else if (entry instanceof DeviceSeen seen) {
      draft(seen.id(), seen.name()).ifPresent(device -> idToSeen.put(key(seen.id()), seen));
    } else {
      return false;
    }
    return true;
  }

  @Override
  public Stream<Record> live() {
    return Stream.of(
            keyToDevice.values().stream(),
            idToSeen.values().stream(),
            idToRevoked.values().stream())
        .flatMap(entries -> entries);
  }

  @Override
  public long liveCount() {
    return (long) keyToDevice.size() + idToSeen.size() + idToRevoked.size();
  }

  /** The device of that name, if it is still the one of that id. */
  Optional<Device> draft(long id, String name) {
    return keyToDevice
        .draft(Username.key(Device.subject(name)))
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
    draft(device.id(), device.name()).ifPresent(this::remove);
    idToRevoked.put(key(device.id()), revoked);
    reserve.accept(device.id());
  }

  private void remove(Device device) {
    keyToDevice.remove(Username.key(device.subject()));
    idToSeen.remove(key(device.id()));
  }
}
