package id.tixgo.identity;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.bus.Bus;
import id.tixgo.common.bus.IdentityChange;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Contract;
import id.tixgo.common.http.Health;
import id.tixgo.common.http.HttpEdge;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.journal.Ledger;
import id.tixgo.common.token.TokenCodec;
import id.tixgo.identity.domain.Accounts;
import id.tixgo.identity.domain.DeviceStore;
import id.tixgo.identity.domain.Devices;
import id.tixgo.identity.domain.Passwords;
import id.tixgo.identity.domain.RevokedTokens;
import id.tixgo.identity.domain.Sessions;
import id.tixgo.identity.domain.UserStore;
import id.tixgo.identity.http.DevicesHandler;
import id.tixgo.identity.http.LoginHandler;
import id.tixgo.identity.http.MeHandler;
import id.tixgo.identity.http.RegisterHandler;
import id.tixgo.identity.http.TokenHandler;
import id.tixgo.identity.http.UsersHandler;
import id.tixgo.identity.store.IdentityState;
import id.tixgo.identity.store.StoredDevices;
import id.tixgo.identity.store.StoredRevokedTokens;
import id.tixgo.identity.store.StoredUsers;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Identity: users, roles, tokens. */
public final class IdentityVerticle extends VerticleBase {
  private final IdentityConfig config;
  private final Contract contract;
  private final IdentityState state;
  private final Ledger ledger;
  private final Passwords passwords;
  private final Clock clock;
  private final BooleanSupplier isPrepared;
  private HttpServer server;

  /**
   * @param isPrepared whether the store is filled and has its first admin; until then requests are
   *     answered with 503
   */
  public IdentityVerticle(
      IdentityConfig config,
      Contract contract,
      IdentityState state,
      Ledger ledger,
      Passwords passwords,
      Clock clock,
      BooleanSupplier isPrepared) {
    this.config = requireNonNull(config);
    this.contract = requireNonNull(contract);
    this.state = requireNonNull(state);
    this.ledger = requireNonNull(ledger);
    this.passwords = requireNonNull(passwords);
    this.clock = requireNonNull(clock);
    this.isPrepared = requireNonNull(isPrepared);
  }

  @Override
  public Future<?> start() {
    Bus bus = new Bus(vertx);
    Consumer<IdentityChange> changes = bus::publish;
    UserStore users = new StoredUsers(state, ledger, context);
    RevokedTokens revoked = new StoredRevokedTokens(state, ledger, context);
    DeviceStore stored = new StoredDevices(state, ledger, context);
    TokenCodec codec = new TokenCodec(vertx, config.tokens(), clock);
    int lifetime = config.tokens().lifetimeSeconds();
    Sessions sessions = new Sessions(codec, users, stored, revoked, changes, clock, lifetime);
    Accounts accounts = new Accounts(users, passwords, changes, clock);
    Devices devices = new Devices(stored, revoked, changes, clock, config.deviceTokens());
    Api api = api(users, sessions, accounts, stored);
    new DevicesHandler(devices, sessions, keyed()).register(api);
    bus.giveSignsOfLife();
    return listen(api);
  }

  private Api api(UserStore users, Sessions sessions, Accounts accounts, DeviceStore devices) {
    Api api = new Api(vertx, contract, config.http(), sessions, isPrepared);
    new RegisterHandler(accounts, keyed(), config.registrationRoles()).register(api);
    new LoginHandler(accounts, sessions).register(api);
    new MeHandler(accounts, devices).register(api);
    new TokenHandler(sessions).register(api);
    new UsersHandler(accounts, users).register(api);
    return api;
  }

  private KeyedRequests keyed() {
    return new KeyedRequests(config.http().serviceToken(), clock);
  }

  private Health health() {
    return new Health(vertx, "identity-service").needs("store", this::checkStore);
  }

  private Future<Void> checkStore() {
    return isPrepared.getAsBoolean() ? ledger.check() : Future.failedFuture(Ledger.unavailable());
  }

  private Future<?> listen(Api api) {
    return new HttpEdge(vertx, config.http())
        .listen(api, health(), config.host(), config.port())
        .onSuccess(listening -> server = listening);
  }

  @Override
  public Future<?> stop() {
    return HttpEdge.drain(vertx, server);
  }
}
