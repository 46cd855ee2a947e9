package id.tixgo.identity;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.auth.TokenCodec;
import id.tixgo.common.bus.Bus;
import id.tixgo.common.clients.identity.IdentityChange;
import id.tixgo.common.clients.identity.IdentityChanges;
import id.tixgo.common.clients.identity.PasswordForgotten;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Contract;
import id.tixgo.common.http.Health;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.metrics.Meters;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.service.ServiceVerticle;
import id.tixgo.common.store.Store;
import id.tixgo.common.store.feed.FeedHandler;
import id.tixgo.common.store.feed.FollowedFeeds;
import id.tixgo.identity.domain.Accounts;
import id.tixgo.identity.domain.DeviceStore;
import id.tixgo.identity.domain.Devices;
import id.tixgo.identity.domain.PasswordResets;
import id.tixgo.identity.domain.Passwords;
import id.tixgo.identity.domain.RevokedTokens;
import id.tixgo.identity.domain.Sessions;
import id.tixgo.identity.http.AccessLimits;
import id.tixgo.identity.http.AuditHandler;
import id.tixgo.identity.http.DevicesHandler;
import id.tixgo.identity.http.LoginHandler;
import id.tixgo.identity.http.MeHandler;
import id.tixgo.identity.http.PasswordResetHandler;
import id.tixgo.identity.http.ProfilesHandler;
import id.tixgo.identity.http.RegisterHandler;
import id.tixgo.identity.http.TokenHandler;
import id.tixgo.identity.http.UsersHandler;
import id.tixgo.identity.store.IdentityState;
import id.tixgo.identity.store.StoredDevices;
import id.tixgo.identity.store.StoredResets;
import id.tixgo.identity.store.StoredRevokedTokens;
import id.tixgo.identity.store.StoredUsers;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Identity: users, roles, tokens. */
public final class IdentityVerticle extends ServiceVerticle {
  private final IdentityConfig config;
  private final IdentityState state;
  private final Store store;
  private final Passwords passwords;
  private final AccessLimits limits;
  private final FollowedFeeds feeds;
  private final Clock clock;
  private final BooleanSupplier isPrepared;

  /**
   * @param isPrepared whether the store is filled and has its first admin; until then requests are
   *     answered with 503
   */
  public IdentityVerticle(
      IdentityConfig config,
      Contract contract,
      IdentityState state,
      Store store,
      Passwords passwords,
      AccessLimits limits,
      FollowedFeeds feeds,
      Clock clock,
      BooleanSupplier isPrepared) {
    super(contract, config.address(), config.http());
    this.config = requireNonNull(config);
    this.state = requireNonNull(state);
    this.store = requireNonNull(store);
    this.passwords = requireNonNull(passwords);
    this.limits = requireNonNull(limits);
    this.feeds = requireNonNull(feeds);
    this.clock = requireNonNull(clock);
    this.isPrepared = requireNonNull(isPrepared);
  }

  @Override
  protected Future<Api> api(Health health) {
    health.needs("store", this::checkStore).follows(feeds::reports);
    IdentityChanges bus = new IdentityChanges(vertx);
    Consumer<IdentityChange> changes = bus::publish;
    StoredUsers users = new StoredUsers(state, store, context);
    RevokedTokens revoked = new StoredRevokedTokens(state, store, context);
    DeviceStore stored = new StoredDevices(state, store, context);
    TokenCodec codec = new TokenCodec(vertx, config.tokens(), clock);
    int lifetime = config.tokens().lifetimeSeconds();
    Sessions sessions = new Sessions(codec, users, stored, revoked, changes, clock, lifetime);
    Runnable bell = () -> new Bus(vertx).ring("identity");
    Accounts accounts = new Accounts(users, passwords, changes, bell, clock);
    Devices devices = new Devices(stored, revoked, changes, clock, config.deviceTokens());
    Api api = api(sessions, accounts, stored);
    new DevicesHandler(devices, sessions, keyed()).register(api);
    new PasswordResetHandler(resets(users, accounts, bell), limits).register(api);
    new FeedHandler(state.feed, users::beginFeed).register(api);
    new AuditHandler(vertx, state.audit).register(api);
    feeds.register(api);
    bus.startHeartbeat();
    return Future.succeededFuture(api);
  }

  private PasswordResets resets(StoredUsers users, Accounts accounts, Runnable bell) {
    return new PasswordResets(
        users,
        new StoredResets(state, store, context),
        accounts,
        id -> PasswordForgotten.token(id, config.http().serviceToken()),
        bell,
        clock);
  }

  private Api api(Sessions sessions, Accounts accounts, DeviceStore devices) {
    Api api = new Api(vertx, contract, config.http(), sessions, isPrepared);
    new RegisterHandler(accounts, keyed(), limits, config.registrationRoles()).register(api);
    new LoginHandler(accounts, sessions, limits, Meters.of(vertx)).register(api);
    new MeHandler(accounts, devices).register(api);
    new TokenHandler(sessions).register(api);
    new UsersHandler(accounts).register(api);
    new ProfilesHandler(accounts, keyed()).register(api);
    return api;
  }

  private KeyedRequests keyed() {
    return new KeyedRequests(config.http().serviceToken(), clock);
  }

  private Future<Void> checkStore() {
    return isPrepared.getAsBoolean()
        ? store.check()
        : Future.failedFuture(Problem.storeUnavailable());
  }
}
