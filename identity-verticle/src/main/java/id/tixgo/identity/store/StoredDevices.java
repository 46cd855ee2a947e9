package id.tixgo.identity.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.scope.Once;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.Retention;
import id.tixgo.common.store.Store;
import id.tixgo.identity.domain.Device;
import id.tixgo.identity.domain.DeviceStore;
import id.tixgo.identity.domain.RevokedDevice;
import id.tixgo.identity.domain.Username;
import id.tixgo.identity.store.DeviceTables.DeviceRemoved;
import id.tixgo.identity.store.DeviceTables.DeviceSeen;
import id.tixgo.identity.store.DeviceTables.DevicesForgotten;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** Devices, changed through the store. */
public final class StoredDevices implements DeviceStore {
  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

  private final IdentityState state;
  private final Store store;
  private final Context context;

  /**
   * @param context where answers are wanted
   */
  public StoredDevices(IdentityState state, Store store, Context context) {
    this.state = requireNonNull(state);
    this.store = requireNonNull(store);
    this.context = requireNonNull(context);
  }

  @Override
  public Future<Optional<Device>> add(String name, LongFunction<Device> withId, Once<Device> once) {
    return store.commit(
        context,
        state.keys.once(
            once.ifAny(),
            entries ->
                state.devices.keyToDevice.staged(Username.key(Device.subject(name))).isPresent()
                    ? Optional.empty()
                    : Optional.of(added(withId.apply(state.nextId()), entries))));
  }

  @Override
  public Optional<Device> bySubject(String subject) {
    return state.devices.keyToDevice.get(Username.key(subject));
  }

  @Override
  public List<Device> all() {
    return state.devices.keyToDevice.values().stream()
        .sorted(Comparator.comparingLong(Device::id))
        .toList();
  }

  @Override
  public List<RevokedDevice> revoked() {
    return state.devices.idToRevoked.values().stream().toList();
  }

  @Override
  public Future<Boolean> revoke(Device device, Instant at, String by) {
    return store.commit(
        context,
        entries -> {
          boolean there = state.devices.staged(device.id(), device.name()).isPresent();
          if (there) {
            entries.add(new RevokedDevice(device, at, by, seenSoFar(device)));
          }
          return there;
        });
  }

  @Override
  public Future<Boolean> forget(Device device) {
    return store.commit(
        context,
        entries -> {
          boolean there =
              state.devices.staged(device.id(), device.name()).isPresent()
                  || state.devices.idToRevoked.staged(DeviceTables.key(device.id())).isPresent();
          if (there) {
            entries.add(new DeviceRemoved(device.id(), device.name()));
          }
          return there;
        });
  }

  @Override
  public Future<Boolean> forgetRevoked(Instant before) {
    return new Retention(store, context)
        .forget(
            revoked().stream()
                .filter(revoked -> revoked.at().isBefore(before))
                .map(revoked -> revoked.device().id()),
            DevicesForgotten::new);
  }

  @Override
  public Future<Void> seen(Device device, Instant at) {
    return isNews(lastSeen(device), at)
        ? store.commit(context, entries -> keep(device, at, entries))
        : Future.succeededFuture();
  }

  @Override
  public Optional<Instant> lastSeen(Device device) {
    return state.devices.idToSeen.get(DeviceTables.key(device.id())).map(DeviceSeen::at);
  }

  private Void keep(Device device, Instant at, Appender entries) {
    if (isNews(seenSoFar(device), at)) {
      entries.add(new DeviceSeen(device.id(), device.name(), at));
    }
    return null;
  }

  private Optional<Instant> seenSoFar(Device device) {
    return state.devices.idToSeen.staged(DeviceTables.key(device.id())).map(DeviceSeen::at);
  }

  private static boolean isNews(Optional<Instant> last, Instant at) {
    return last.map(before -> !at.isBefore(before.plus(SEEN_EVERY))).orElse(true);
  }

  private static Device added(Device device, Appender entries) {
    entries.add(device);
    return device;
  }
}
