package id.tixgo.identity;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Role;
import id.tixgo.common.scope.Origin;
import id.tixgo.common.scope.Origin.Actor;
import id.tixgo.common.scope.Origins;
import id.tixgo.common.store.Retention;
import id.tixgo.common.store.StoredService;
import id.tixgo.common.store.feed.FollowedFeeds;
import id.tixgo.common.time.Timestamps;
import id.tixgo.identity.domain.Accounts;
import id.tixgo.identity.domain.DeviceStore;
import id.tixgo.identity.domain.Devices;
import id.tixgo.identity.domain.NewUser;
import id.tixgo.identity.domain.Passwords;
import id.tixgo.identity.domain.Profile;
import id.tixgo.identity.domain.RevokedTokens;
import id.tixgo.identity.domain.User;
import id.tixgo.identity.domain.UserStore;
import id.tixgo.identity.http.AccessLimits;
import id.tixgo.identity.store.BcryptPasswords;
import id.tixgo.identity.store.IdentityState;
import id.tixgo.identity.store.StoredDevices;
import id.tixgo.identity.store.StoredRevokedTokens;
import id.tixgo.identity.store.StoredUsers;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts Identity together, and makes the first admin. */
final class IdentityService extends StoredService<IdentityState> {
  private static final Logger LOG = LoggerFactory.getLogger(IdentityService.class);

  private final IdentityConfig config;
  private final Clock clock;
  private Passwords passwords;
  private FollowedFeeds feeds = new FollowedFeeds(List.of());
  private volatile boolean isPrepared;

  IdentityService(IdentityConfig config, Clock clock) {
    super(config.address(), config.store());
    this.config = requireNonNull(config);
    this.clock = requireNonNull(clock);
  }

  @Override
  protected IdentityState projection(Vertx vertx) {
    return new IdentityState(vertx);
  }

  @Override
  protected Supplier<IdentityVerticle> verticles(Shared<IdentityState> shared, int cores) {
    if (config.opensStaffRoles()) {
      LOG.warn("REGISTRATION_ROLES opens more than user: anyone can register as staff");
    }
    feeds = new FollowedFeeds(new AuditFeeds(config, clock).of(shared));
    passwords = new BcryptPasswords(shared.vertx(), config.bcryptCost(), cores);
    AccessLimits limits = new AccessLimits(shared.vertx(), config.http());
    return () ->
        new IdentityVerticle(
            config,
            shared.contract(),
            shared.projection(),
            shared.store(),
            passwords,
            limits,
            feeds,
            clock,
            () -> isPrepared);
  }

  @Override
  protected Future<?> filled(Shared<IdentityState> shared) {
    feeds.start();
    return firstAdmin(shared).onSuccess(made -> isPrepared = true);
  }

  @Override
  protected Future<Boolean> forget(Shared<IdentityState> shared) {
    IdentityState state = shared.projection();
    RevokedTokens revoked = new StoredRevokedTokens(state, shared.store(), shared.context());
    DeviceStore devices = new StoredDevices(state, shared.store(), shared.context());
    Instant now = clock.instant();
    return Retention.any(
        List.of(
            revoked.purge(now),
            Devices.forgetRevoked(devices, now),
            state.keys.forget(shared.store(), shared.context(), now)));
  }

  private Future<?> firstAdmin(Shared<IdentityState> shared) {
    UserStore users = new StoredUsers(shared.projection(), shared.store(), shared.context());
    Accounts accounts = new Accounts(users, passwords, change -> {}, () -> {}, clock);
    Future<?> made =
        config
            .admin()
            .filter(admin -> users.byLogin(admin.username()).isEmpty())
            .<Future<?>>map(
                admin ->
                    Origins.during(
                        shared.context(), settings(), () -> accounts.register(newAdmin(admin))))
            .orElseGet(Future::succeededFuture);
    return made.onSuccess(done -> warnWithoutAdmin(users));
  }

  private Origin settings() {
    return new Origin(
        "user.added",
        new Actor(Optional.empty(), "ADMIN_USERNAME", "settings"),
        "",
        "",
        List.of(),
        Timestamps.now(clock));
  }

  /** Nobody could make events, ticket lists or devices, nor give anyone a role. */
  private static void warnWithoutAdmin(UserStore users) {
    if (users.all().stream().noneMatch(User::isAdmin)) {
      LOG.warn(
          "There is no admin: set ADMIN_USERNAME to a name that nobody has, and ADMIN_PASSWORD,"
              + " then start again");
    }
  }

  @Override
  public Future<Void> close() {
    feeds.stop();
    return super.close();
  }

  private static NewUser newAdmin(IdentityConfig.FirstAdmin admin) {
    return new NewUser(admin.username(), admin.password(), Role.ADMIN, Profile.NONE);
  }
}
