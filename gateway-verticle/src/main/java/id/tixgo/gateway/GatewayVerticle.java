package id.tixgo.gateway;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import graphql.GraphQL;
import id.tixgo.common.auth.TokenCodec;
import id.tixgo.common.gateway.Gateway;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Contract;
import id.tixgo.common.http.ForwardedHeaders;
import id.tixgo.common.http.Health;
import id.tixgo.common.http.limits.RateLimits;
import id.tixgo.common.overload.Shedding;
import id.tixgo.common.service.ServiceVerticle;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.gateway.graphql.GraphQLEndpoint;
import id.tixgo.gateway.graphql.QuerySpending;
import id.tixgo.gateway.http.PublicRoutes;
import id.tixgo.gateway.http.ShownOperations;
import id.tixgo.gateway.http.TokenCheck;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.graphql.GraphiQLHandler;
import io.vertx.ext.web.handler.graphql.GraphiQLHandlerOptions;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Gateway: the calls of all services at one address. It is ready whichever of them is: who sends
 * requests here asks for one service, and hears of that one when it can't be reached.
 */
public final class GatewayVerticle extends ServiceVerticle {
  private final GatewayConfig config;
  private final Map<String, GraphQL> schemas;
  private final Clock clock;

  public GatewayVerticle(
      GatewayConfig config, Contract contract, Map<String, GraphQL> schemas, Clock clock) {
    super(contract, config.address(), config.http());
    this.config = requireNonNull(config);
    this.schemas = Map.copyOf(schemas);
    this.clock = requireNonNull(clock);
  }

  /** Who somebody is and what they may do, the services say. */
  @Override
  protected Future<Api> api(Health health) {
    Api api =
        new Api(
            vertx,
            contract,
            http,
            (token, scope) -> Future.succeededFuture(Optional.empty()),
            () -> true);
    ForwardedHeaders forwarded = new ForwardedHeaders(http);
    new GraphQLEndpoint(context, clients(), forwarded, spending(forwarded), config.explorer())
        .register(api, schemas);
    return Future.succeededFuture(api);
  }

  private QuerySpending spending(ForwardedHeaders forwarded) {
    return new QuerySpending(
        codec(),
        forwarded,
        http.rateLimits() ? Optional.of(RateLimits.of(vertx)) : Optional.empty());
  }

  private TokenCodec codec() {
    return new TokenCodec(vertx, config.tokens(), clock);
  }

  private Map<String, UpstreamClient> clients() {
    return config.services().stream()
        .collect(
            toUnmodifiableMap(
                ShownService::name,
                service -> new UpstreamClient(vertx, service.name(), service.base(), http)));
  }

  @Override
  protected void mount(Router router) {
    PublicRoutes routes =
        new PublicRoutes(
            new ShownOperations(contract.document()),
            new Shedding(vertx, "gateway", http.shedAboveMs()),
            new TokenCheck(codec()));
    config.services().forEach(service -> routes.add(service, gateway(service)));
    if (config.explorer()) {
      GraphiQLHandlerOptions options =
          new GraphiQLHandlerOptions().setEnabled(true).setGraphQLUri("/graphql");
      Router pages = GraphiQLHandler.builder(vertx).with(options).build().router();
      router.route("/graphiql*").subRouter(pages);
    }
    router.route().handler(routes);
  }

  private Gateway gateway(ShownService service) {
    return new Gateway(vertx, service.name(), service.base(), service.below(), http);
  }
}
