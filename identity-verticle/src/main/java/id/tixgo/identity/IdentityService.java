package id.tixgo.identity;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Contract;
import id.tixgo.common.journal.Ledger;
import id.tixgo.common.journal.Upkeep;
import id.tixgo.common.launch.Service;
import id.tixgo.common.token.Role;
import id.tixgo.identity.domain.Accounts;
import id.tixgo.identity.domain.DeviceStore;
import id.tixgo.identity.domain.Devices;
import id.tixgo.identity.domain.NewUser;
import id.tixgo.identity.domain.Passwords;
import id.tixgo.identity.domain.RevokedTokens;
import id.tixgo.identity.domain.User;
import id.tixgo.identity.domain.UserStore;
import id.tixgo.identity.store.BcryptPasswords;
import id.tixgo.identity.store.IdentityState;
import id.tixgo.identity.store.StoredDevices;
import id.tixgo.identity.store.StoredRevokedTokens;
import id.tixgo.identity.store.StoredUsers;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts Identity: reads its contract, makes the first admin, deploys its verticles. */
public final class IdentityService implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(IdentityService.class);

  private final IdentityConfig config;
  private final Clock clock;
  private Ledger ledger;
  private Upkeep upkeep;
  private volatile boolean isPrepared;

  public IdentityService(IdentityConfig config, Clock clock) {
    this.config = requireNonNull(config);
    this.clock = requireNonNull(clock);
  }

  @Override
  public String name() {
    return "identity";
  }

  @Override
  public Address address() {
    return new Address("IDENTITY_PORT", config.host(), config.port());
  }

  @Override
  public Future<String> deploy(Vertx vertx, int cores) {
    if (config.opensStaffRoles()) {
      LOG.warn("REGISTRATION_ROLES opens more than user: anyone can register as staff");
    }
    IdentityState state = new IdentityState(vertx);
    ledger = config.store().ledger(vertx, state);
    upkeep = new Upkeep(vertx, () -> forget(state, vertx.getOrCreateContext()));
    Passwords passwords = new BcryptPasswords(vertx, config.bcryptCost(), cores);
    return Contract.load(vertx, name())
        .compose(
            contract ->
                vertx.deployVerticle(
                    () -> verticle(contract, state, passwords),
                    new DeploymentOptions().setInstances(cores)))
        .compose(id -> ledger.open().map(id))
        .compose(id -> firstAdmin(vertx, state, passwords).map(id))
        .onSuccess(id -> begin());
  }

  private IdentityVerticle verticle(Contract contract, IdentityState state, Passwords passwords) {
    return new IdentityVerticle(
        config, contract, state, ledger, passwords, clock, () -> isPrepared);
  }

  private void begin() {
    isPrepared = true;
    upkeep.start();
  }

  @Override
  public Future<Void> close() {
    if (ledger == null) {
      return Future.succeededFuture();
    }
    upkeep.stop();
    return ledger.close();
  }

  /** What is over by now, some at a time. */
  private Future<Boolean> forget(IdentityState state, Context context) {
    RevokedTokens revoked = new StoredRevokedTokens(state, ledger, context);
    DeviceStore devices = new StoredDevices(state, ledger, context);
    Instant now = clock.instant();
    return Future.all(
            revoked.purge(now),
            Devices.forgetRevoked(devices, now),
            state.keys.forget(ledger, context, now))
        .map(done -> done.<Boolean>list().contains(true));
  }

  private Future<?> firstAdmin(Vertx vertx, IdentityState state, Passwords passwords) {
    UserStore users = new StoredUsers(state, ledger, vertx.getOrCreateContext());
    Accounts accounts = new Accounts(users, passwords, change -> {}, clock);
    Future<?> made =
        config
            .admin()
            .filter(admin -> users.byUsername(admin.username()).isEmpty())
            .<Future<?>>map(admin -> accounts.register(newAdmin(admin)))
            .orElseGet(Future::succeededFuture);
    return made.onSuccess(done -> warnWithoutAdmin(users));
  }

  /** Nobody could make events, ticket lists or devices, nor give anyone a role. */
  private static void warnWithoutAdmin(UserStore users) {
    if (users.all().stream().noneMatch(User::isAdmin)) {
      LOG.warn(
          "There is no admin: set ADMIN_USERNAME to a name that nobody has, and ADMIN_PASSWORD,"
              + " then start again");
    }
  }

  private static NewUser newAdmin(IdentityConfig.FirstAdmin admin) {
    return new NewUser(
        admin.username(), admin.password(), Role.ADMIN, Optional.empty(), Optional.empty());
  }
}
