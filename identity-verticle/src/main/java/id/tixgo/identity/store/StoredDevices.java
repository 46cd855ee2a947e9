package id.tixgo.identity.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.journal.Entries;
import id.tixgo.common.journal.Ledger;
import id.tixgo.common.scope.Once;
import id.tixgo.identity.domain.Device;
import id.tixgo.identity.domain.DeviceStore;
import id.tixgo.identity.domain.Username;
import id.tixgo.identity.store.IdentityState.DeviceRemoved;
import id.tixgo.identity.store.IdentityState.DeviceSeen;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** Devices, changed through the ledger. */
public final class StoredDevices implements DeviceStore {
  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

  private final IdentityState state;
  private final Ledger ledger;
  private final Context context;

  /**
   * @param context where answers are wanted
   */
  public StoredDevices(IdentityState state, Ledger ledger, Context context) {
    this.state = requireNonNull(state);
    this.ledger = requireNonNull(ledger);
    this.context = requireNonNull(context);
  }

  @Override
  public Future<Optional<Device>> add(String name, LongFunction<Device> withId, Once<Device> once) {
    return ledger.commit(
        context,
        state.keys.once(
            once.ifAny(),
            entries ->
                state.keyToDevice.draft(Username.key(Device.subject(name))).isPresent()
                    ? Optional.empty()
                    : Optional.of(added(withId.apply(state.nextId()), entries))));
  }

  @Override
  public Optional<Device> bySubject(String subject) {
    return state.keyToDevice.get(Username.key(subject));
  }

  @Override
  public List<Device> all() {
    return state.keyToDevice.values().stream()
        .sorted(Comparator.comparingLong(Device::id))
        .toList();
  }

  @Override
  public Future<Boolean> remove(Device device) {
    return ledger.commit(
        context,
        entries -> {
          boolean there = state.draft(device.id(), device.name()).isPresent();
          if (there) {
            entries.add(new DeviceRemoved(device.id(), device.name()));
          }
          return there;
        });
  }

  @Override
  public Future<Void> seen(Device device, Instant at) {
    return isNews(lastSeen(device), at)
        ? ledger.commit(context, entries -> keep(device, at, entries))
        : Future.succeededFuture();
  }

  @Override
  public Optional<Instant> lastSeen(Device device) {
    return state.idToSeen.get(String.valueOf(device.id())).map(DeviceSeen::at);
  }

  private Void keep(Device device, Instant at, Entries entries) {
    Optional<Instant> last = state.idToSeen.draft(String.valueOf(device.id())).map(DeviceSeen::at);
    if (isNews(last, at)) {
      entries.add(new DeviceSeen(device.id(), device.name(), at));
    }
    return null;
  }

  private static boolean isNews(Optional<Instant> last, Instant at) {
    return last.map(before -> !at.isBefore(before.plus(SEEN_EVERY))).orElse(true);
  }

  private static Device added(Device device, Entries entries) {
    entries.add(device);
    return device;
  }
}
