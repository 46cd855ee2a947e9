package id.tixgo.identity.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.auth.Claims;
import id.tixgo.common.auth.TokenCodec;
import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.Limits;
import id.tixgo.common.caller.Role;
import id.tixgo.common.caller.TokenAuthority;
import id.tixgo.common.clients.identity.IdentityChange;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.time.Timestamps;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Tokens from log-in to log-out. A token's id is {@code <user id>.<generation>.<random>}, so that a
 * deleted user's namesake, or the same user after a new password, has nothing to do with it; a
 * device's is {@code device.<device id>.<random>}.
 */
public final class Sessions implements TokenAuthority {
  private final TokenCodec codec;
  private final UserStore users;
  private final DeviceStore devices;
  private final RevokedTokens revoked;
  private final Consumer<IdentityChange> changes;
  private final Clock clock;
  private final int lifetimeSeconds;

  /** A verified token and whose it is. */
  public record Session(Caller caller, Claims claims) {}

  public Sessions(
      TokenCodec codec,
      UserStore users,
      DeviceStore devices,
      RevokedTokens revoked,
      Consumer<IdentityChange> changes,
      Clock clock,
      int lifetimeSeconds) {
    this.codec = requireNonNull(codec);
    this.users = requireNonNull(users);
    this.devices = requireNonNull(devices);
    this.revoked = requireNonNull(revoked);
    this.changes = requireNonNull(changes);
    this.clock = requireNonNull(clock);
    this.lifetimeSeconds = lifetimeSeconds;
  }

  public int lifetimeSeconds() {
    return lifetimeSeconds;
  }

  /** A new token of the user. */
  public String open(User user) {
    Instant expiresAt = clock.instant().plusSeconds(lifetimeSeconds);
    String id = prefix(user) + UUID.randomUUID();
    return codec.sign(new Claims(user.username(), user.role().json(), id, expiresAt));
  }

  /** The device's one token. */
  public String open(Device device) {
    String id = device.tokenPrefix() + UUID.randomUUID();
    String role = Role.SCANNER.json();
    return codec.sign(new Claims(device.subject(), role, id, device.expiresAt()));
  }

  /**
   * Empty when the token is forged, expired or revoked, or its user or device is gone. A device
   * counts as seen.
   */
  public Future<Optional<Session>> verify(String token) {
    return codec.check(token).map(claims -> claims.flatMap(good -> session(token, good)));
  }

  /** Ends one token everywhere. */
  public Future<Void> close(String token) {
    return verify(token)
        .compose(
            session -> session.map(s -> revoke(s.claims())).orElseGet(Future::succeededFuture));
  }

  @Override
  public Future<Optional<Caller>> callerOf(String token, RequestScope scope) {
    return verify(token).map(session -> session.map(Session::caller));
  }

  private Optional<Session> session(String token, Claims claims) {
    if (revoked.contains(claims.id())) {
      return Optional.empty();
    }
    Optional<Caller> bearer =
        Device.isSubject(claims.subject()) ? device(token, claims) : user(token, claims);
    return bearer.map(caller -> new Session(caller, claims));
  }

  private Optional<Caller> user(String token, Claims claims) {
    return users
        .byUsername(claims.subject())
        .filter(user -> claims.id().startsWith(prefix(user)))
        .map(user -> caller(user, token));
  }

  private Optional<Caller> device(String token, Claims claims) {
    Optional<Device> bearer =
        devices
            .bySubject(claims.subject())
            .filter(device -> claims.id().startsWith(device.tokenPrefix()));
    bearer.ifPresent(device -> devices.seen(device, Timestamps.now(clock)));
    return bearer.map(known -> caller(known, token));
  }

  private static Caller caller(User user, String token) {
    Optional<Instant> since = user.createdAt();
    return new Caller(user.id(), user.username(), user.role(), token, since, Limits.NONE);
  }

  private static Caller caller(Device device, String token) {
    Optional<Instant> since = Optional.of(device.createdAt());
    return new Caller(device.id(), device.subject(), Role.SCANNER, token, since, device.limits());
  }

  private Future<Void> revoke(Claims claims) {
    return revoked
        .add(claims.id(), claims.expiresAt())
        .onSuccess(done -> changes.accept(IdentityChange.ofToken(claims.subject(), claims.id())));
  }

  private static String prefix(User user) {
    return user.id() + "." + user.generation() + ".";
  }
}
