package id.tixgo.gateway;

import static java.util.Objects.requireNonNull;

import graphql.GraphQL;
import id.tixgo.common.http.Contract;
import id.tixgo.common.service.Service;
import id.tixgo.gateway.graphql.Schemas;
import id.tixgo.gateway.http.MergedContract;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Puts Gateway together. */
final class GatewayService implements Service {
  private final GatewayConfig config;
  private final Clock clock;

  GatewayService(GatewayConfig config, Clock clock) {
    this.config = requireNonNull(config);
    this.clock = requireNonNull(clock);
  }

  @Override
  public Address address() {
    return config.address();
  }

  @Override
  public Future<String> deploy(Vertx vertx, int cores) {
    Future<Contract> own = Contract.load(vertx, name());
    Future<List<JsonObject>> others = documents(vertx);
    Future<Map<String, GraphQL>> schemas = vertx.executeBlocking(() -> Schemas.load(vertx));
    return Future.all(own, others, schemas)
        .compose(
            read -> deploy(vertx, cores, merged(own.result(), others.result()), schemas.result()));
  }

  private Future<List<JsonObject>> documents(Vertx vertx) {
    return Future.all(config.services().stream().map(service -> document(vertx, service)).toList())
        .map(read -> read.<JsonObject>list());
  }

  private static Future<JsonObject> document(Vertx vertx, ShownService service) {
    return vertx.fileSystem().readFile("openapi/" + service.name() + ".json").map(JsonObject::new);
  }

  private Contract merged(Contract own, List<JsonObject> documents) {
    MergedContract merged = new MergedContract(own.document());
    for (int i = 0; i < documents.size(); i++) {
      merged.add(config.services().get(i), documents.get(i));
    }
    return own.showing(merged.document());
  }

  private Future<String> deploy(
      Vertx vertx, int cores, Contract contract, Map<String, GraphQL> schemas) {
    return vertx.deployVerticle(
        () -> new GatewayVerticle(config, contract, schemas, clock),
        new DeploymentOptions().setInstances(cores));
  }

  /** It keeps nothing. */
  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }
}
