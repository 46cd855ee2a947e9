package id.tixgo.identity.domain;

import id.tixgo.common.scope.Once;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** Keeps devices. Each change is one atomic step. */
public interface DeviceStore {
  /**
   * Adds a device under an id that nobody had before; empty when the name is taken, in whatever
   * case.
   */
  Future<Optional<Device>> add(String name, LongFunction<Device> withId, Once<Device> once);

  Optional<Device> bySubject(String subject);

  /** All devices that weren't revoked, in the order of their ids. */
  List<Device> all();

  /** Those that were, in no order, until they are forgotten. */
  List<RevokedDevice> revoked();

  /** Whether the device was there to be revoked. */
  Future<Boolean> revoke(Device device, Instant at, String by);

  /** Leaves nothing of a device; completes with whether there was anything. */
  Future<Boolean> forget(Device device);

  /** Forgets some of those that were revoked before then; completes with whether it did. */
  Future<Boolean> forgetRevoked(Instant before);

  /** Takes note that the device's token was used; of one minute's uses the first alone is kept. */
  Future<Void> seen(Device device, Instant at);

  /** When the token was last used, to the minute; empty when it never was. */
  Optional<Instant> lastSeen(Device device);
}
