package id.tixgo.identity.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Limits;
import id.tixgo.common.clients.identity.IdentityChange;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.scope.Once;
import id.tixgo.common.time.Timestamps;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules of devices: how one is named, for how long it is good, and how it ends. */
public final class Devices {
  /** How long a revoked device is listed. */
  private static final Duration KEPT = Duration.ofDays(30);

  private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");

  private final DeviceStore store;
  private final RevokedTokens revoked;
  private final Consumer<IdentityChange> changes;
  private final Clock clock;
  private final Duration lifetime;

  /**
   * @param lifetime of a device's token
   */
  public Devices(
      DeviceStore store,
      RevokedTokens revoked,
      Consumer<IdentityChange> changes,
      Clock clock,
      Duration lifetime) {
    this.store = requireNonNull(store);
    this.revoked = requireNonNull(revoked);
    this.changes = requireNonNull(changes);
    this.clock = requireNonNull(clock);
    this.lifetime = requireNonNull(lifetime);
  }

  /** Fails with {@code DEVICE_NAME_TAKEN}; no name is digits alone. */
  public Future<DeviceState> add(String name, Limits limits, String createdBy, Once<Device> once) {
    if (DIGITS.matcher(name).matches()) {
      return Future.failedFuture(digits());
    }
    Instant now = Timestamps.now(clock);
    Instant end = now.plus(lifetime).truncatedTo(ChronoUnit.SECONDS);
    return store
        .add(name, id -> new Device(id, name, limits, now, createdBy, end), once)
        .map(added -> DeviceState.active(added.orElseThrow(() -> taken(name)), Optional.empty()));
  }

  /** All devices in the order of their ids, those too whose tokens have ended. */
  public List<DeviceState> all() {
    Instant now = clock.instant();
    Set<Long> loggedOut = revoked.devices();
    return Stream.concat(
            store.all().stream().map(device -> state(device, loggedOut, now)),
            store.revoked().stream().map(DeviceState::of))
        .sorted(Comparator.comparingLong(state -> state.device().id()))
        .toList();
  }

  private DeviceState state(Device device, Set<Long> loggedOut, Instant now) {
    Optional<Instant> lastSeen = store.lastSeen(device);
    if (device.isExpired(now)) {
      return DeviceState.expired(device, lastSeen);
    }
    return loggedOut.contains(device.id())
        ? DeviceState.loggedOut(device, lastSeen)
        : DeviceState.active(device, lastSeen);
  }

  /** Forgets some of those that were revoked long ago; completes with whether it did. */
  public static Future<Boolean> forgetRevoked(DeviceStore store, Instant now) {
    return store.forgetRevoked(now.minus(KEPT));
  }

  /**
   * Ends the device's token everywhere; a device whose token has ended already is no longer listed.
   * Fails with {@code NOT_FOUND}.
   */
  public Future<Void> remove(long id, String by) {
    DeviceState state =
        all().stream()
            .filter(known -> known.device().id() == id)
            .findAny()
            .orElseThrow(() -> unknown(id));
    Device device = state.device();
    Future<Boolean> removed =
        state.status() == DeviceState.Status.ACTIVE
            ? store.revoke(device, Timestamps.now(clock), by)
            : store.forget(device);
    return removed.map(there -> announce(there, device)).mapEmpty();
  }

  private Device announce(boolean removed, Device device) {
    if (!removed) {
      throw unknown(device.id());
    }
    changes.accept(IdentityChange.ofUser(device.subject()));
    return device;
  }

  private static Problem digits() {
    return Problem.invalid(
        "body.name", "must not be digits alone, which stand for a device's number", "pattern");
  }

  private static Problem taken(String name) {
    return Problem.of(
        ProblemKind.BAD_REQUEST, "DEVICE_NAME_TAKEN", "Device " + name + " sudah terdaftar");
  }

  private static Problem unknown(long id) {
    return Problem.notFound("Device " + id + " not found");
  }
}
