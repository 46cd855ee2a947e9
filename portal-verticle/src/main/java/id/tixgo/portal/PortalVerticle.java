package id.tixgo.portal;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.bus.Bus;
import id.tixgo.common.client.IdentityClient;
import id.tixgo.common.client.Neighbour;
import id.tixgo.common.gateway.Gateway;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Contract;
import id.tixgo.common.http.Health;
import id.tixgo.common.http.HttpEdge;
import id.tixgo.common.token.TokenAuthority;
import id.tixgo.portal.client.AttendanceClient;
import id.tixgo.portal.http.AttendanceHandler;
import id.tixgo.portal.http.CheckInsHandler;
import id.tixgo.portal.http.QrHandler;
import id.tixgo.portal.http.WebFiles;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.time.Clock;

/** Portal: the web application, what it calls, and the gateway to the other public services. */
public final class PortalVerticle extends VerticleBase {
  private final PortalConfig config;
  private final Contract contract;
  private final WebFiles files;
  private final Clock clock;
  private HttpServer server;

  public PortalVerticle(PortalConfig config, Contract contract, WebFiles files, Clock clock) {
    this.config = requireNonNull(config);
    this.contract = requireNonNull(contract);
    this.files = requireNonNull(files);
    this.clock = requireNonNull(clock);
  }

  @Override
  public Future<?> start() {
    Bus bus = new Bus(vertx);
    Neighbour identity = new Neighbour(vertx, "identity", config.identity(), config.http());
    Neighbour attendance = new Neighbour(vertx, "attendance", config.attendance(), config.http());
    Health health =
        new Health(vertx, "portal-service")
            .needs("identity", identity::ping)
            .needs("attendance", attendance::ping);
    return IdentityClient.cached(vertx, bus, identity, config.tokens(), clock)
        .compose(tokens -> listen(api(tokens, new AttendanceClient(attendance)), health));
  }

  private Api api(TokenAuthority tokens, AttendanceClient attendance) {
    Api api = new Api(vertx, contract, config.http(), tokens, () -> true);
    new AttendanceHandler(vertx, attendance).register(api);
    new CheckInsHandler(attendance).register(api);
    new QrHandler(vertx).register(api);
    gateway("identity", config.identity(), "/api").register(api, "/api/auth");
    gateway("identity", config.identity(), "/gateway/identity").register(api, "/gateway/identity");
    gateway("attendance", config.attendance(), "/gateway/attendance")
        .register(api, "/gateway/attendance");
    return api.forward("/", files);
  }

  private Gateway gateway(String name, URI target, String mount) {
    return new Gateway(vertx, name, target, mount, config.http());
  }

  private Future<?> listen(Api api, Health health) {
    return new HttpEdge(vertx, config.http())
        .listen(api, health, files::mount, config.host(), config.port())
        .onSuccess(listening -> server = listening);
  }

  @Override
  public Future<?> stop() {
    return HttpEdge.drain(vertx, server);
  }
}
