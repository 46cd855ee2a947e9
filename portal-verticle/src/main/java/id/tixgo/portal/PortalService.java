package id.tixgo.portal;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Contract;
import id.tixgo.common.service.Service;
import id.tixgo.portal.http.WebFiles;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;

/** Puts Portal together. */
final class PortalService implements Service {
  private final PortalConfig config;
  private final Clock clock;

  PortalService(PortalConfig config, Clock clock) {
    this.config = requireNonNull(config);
    this.clock = requireNonNull(clock);
  }

  @Override
  public Address address() {
    return config.address();
  }

  @Override
  public Future<String> deploy(Vertx vertx, int cores) {
    Future<Contract> contract = Contract.load(vertx, name());
    Future<WebFiles> files = vertx.executeBlocking(WebFiles::load);
    return Future.all(contract, files)
        .compose(
            read ->
                vertx.deployVerticle(
                    () -> new PortalVerticle(config, contract.result(), files.result(), clock),
                    new DeploymentOptions().setInstances(cores)));
  }

  /** It keeps nothing. */
  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }
}
