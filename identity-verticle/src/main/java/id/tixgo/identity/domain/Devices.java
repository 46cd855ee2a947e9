package id.tixgo.identity.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.bus.IdentityChange;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.scope.Once;
import id.tixgo.common.time.Timestamps;
import id.tixgo.common.token.Limits;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The rules of devices: how one is named, for how long it is good, and how it ends. */
public final class Devices {
  private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");

  private final DeviceStore store;
  private final Consumer<IdentityChange> changes;
  private final Clock clock;
  private final Duration lifetime;

  /**
   * @param lifetime of a device's token
   */
  public Devices(
      DeviceStore store, Consumer<IdentityChange> changes, Clock clock, Duration lifetime) {
    this.store = requireNonNull(store);
    this.changes = requireNonNull(changes);
    this.clock = requireNonNull(clock);
    this.lifetime = requireNonNull(lifetime);
  }

  /** Fails with {@code DEVICE_NAME_TAKEN}; no name is digits alone. */
  public Future<Device> add(String name, Limits limits, String createdBy, Once<Device> once) {
    if (DIGITS.matcher(name).matches()) {
      return Future.failedFuture(digits());
    }
    Instant now = Timestamps.now(clock);
    Instant end = now.plus(lifetime).truncatedTo(ChronoUnit.SECONDS);
    return store
        .add(name, id -> new Device(id, name, limits, now, createdBy, end), once)
        .map(added -> added.orElseThrow(() -> taken(name)));
  }

  /** Ends the device's token everywhere; fails with {@code NOT_FOUND}. */
  public Future<Void> remove(long id) {
    Device device =
        store.all().stream()
            .filter(known -> known.id() == id)
            .findAny()
            .orElseThrow(() -> unknown(id));
    return store.remove(device).map(removed -> announce(removed, device)).mapEmpty();
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
