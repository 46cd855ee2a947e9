package id.tixgo.common.gateway;

import static java.util.Objects.requireNonNull;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyInterceptor;

/**
 * One request to the neighbour, in the place of vertx-http-proxy's own proxy.
 *
 * @param sending sends it
 */
record Hop(Runnable sending) implements HttpProxy {
  Hop {
    requireNonNull(sending);
  }

  @Override
  public void handle(HttpServerRequest request) {
    sending.run();
  }

  /** The gateway's neighbour is the only origin. */
  @Override
  public HttpProxy origin(OriginRequestProvider provider) {
    return this;
  }

  /** What interceptors would do is done by the gateway. */
  @Override
  public HttpProxy addInterceptor(ProxyInterceptor interceptor, boolean supportsWebSocket) {
    return this;
  }
}
