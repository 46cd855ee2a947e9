package id.tixgo.common.service;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Contract;
import id.tixgo.common.http.Health;
import id.tixgo.common.http.HttpEdge;
import id.tixgo.common.trace.Spans;
import id.tixgo.common.upstream.UpstreamClient;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What the verticles of all services have in common: an API that listens, and drains at a stop. */
public abstract class ServiceVerticle extends VerticleBase {
  protected final Contract contract;
  protected final HttpConfig http;
  private final Service.Address address;
  private HttpEdge edge;
  private final List<HttpServer> servers = new ArrayList<>();

  protected ServiceVerticle(Contract contract, Service.Address address, HttpConfig http) {
    this.contract = requireNonNull(contract);
    this.address = requireNonNull(address);
    this.http = requireNonNull(http);
  }

  /**
   * All operations of the contract with their handlers.
   *
   * @param health takes what the service needs to be ready
   */
  protected abstract Future<Api> api(Health health);

  /** Where it listens besides, with the same API. */
  protected List<Service.Address> alsoAt() {
    return List.of();
  }

  /** Mounts what is no operation: files. */
  protected void mount(Router router) {}

  /** A client for another service, which this one needs to be ready. */
  protected final UpstreamClient upstream(String service, URI base, Health health) {
    UpstreamClient client = new UpstreamClient(vertx, service, base, http);
    health.needs(service, client::ping);
    return client;
  }

  @Override
  public final Future<?> start() {
    Spans.serves(context, address.service());
    Health health = Health.of(vertx, address.service());
    return api(health).compose(api -> listen(api, health));
  }

  private Future<?> listen(Api api, Health health) {
    edge = new HttpEdge(vertx, address.service(), http, address.external(), address.secured());
    Future<?> listening =
        edge.listen(api, health, this::mount, address.host(), address.port())
            .onSuccess(servers::add);
    for (Service.Address other : alsoAt()) {
      listening = listening.compose(before -> listenAt(other));
    }
    return listening;
  }

  private Future<?> listenAt(Service.Address other) {
    return edge.listenAlso(other.host(), other.port())
        .onSuccess(servers::add)
        .recover(failure -> Future.failedFuture(named(other, failure)));
  }

  private static Throwable named(Service.Address other, Throwable failure) {
    return Service.Address.isTaken(failure) ? new ConfigException(other.taken()) : failure;
  }

  @Override
  public final Future<?> stop() {
    return Future.join(servers.stream().map(edge::drain).toList());
  }
}
