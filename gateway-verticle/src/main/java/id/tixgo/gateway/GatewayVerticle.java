package id.tixgo.gateway;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.auth.TokenCodec;
import id.tixgo.common.gateway.Gateway;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Contract;
import id.tixgo.common.http.Health;
import id.tixgo.common.service.ServiceVerticle;
import id.tixgo.gateway.http.OpenOperations;
import id.tixgo.gateway.http.PublicRoutes;
import id.tixgo.gateway.http.TokenCheck;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.Optional;

/**
 * Gateway: the calls of all services at one address. It is ready whichever of them is: who sends
 * requests here asks for one service, and hears of that one when it can't be reached.
 */
public final class GatewayVerticle extends ServiceVerticle {
  private final GatewayConfig config;
  private final Clock clock;

  public GatewayVerticle(GatewayConfig config, Contract contract, Clock clock) {
    super(contract, config.address(), config.http());
    this.config = requireNonNull(config);
    this.clock = requireNonNull(clock);
  }

  /** What isn't forwarded asks nobody who they are. */
  @Override
  protected Future<Api> api(Health health) {
    return Future.succeededFuture(
        new Api(
            vertx,
            contract,
            http,
            (token, scope) -> Future.succeededFuture(Optional.empty()),
            () -> true));
  }

  @Override
  protected void mount(Router router) {
    TokenCheck check =
        new TokenCheck(
            new TokenCodec(vertx, config.tokens(), clock), new OpenOperations(contract.document()));
    PublicRoutes routes = new PublicRoutes(check);
    config.services().forEach(service -> routes.add(service, gateway(service)));
    router.route().handler(routes);
  }

  private Gateway gateway(ShownService service) {
    return new Gateway(vertx, service.name(), service.base(), "", http);
  }
}
