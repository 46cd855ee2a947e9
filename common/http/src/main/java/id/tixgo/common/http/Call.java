package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.scope.RequestScope;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** One valid request to one operation. */
public final class Call {
  private final RoutingContext context;
  private final Optional<Caller> caller;
  private final Body body;

  Call(RoutingContext context, Optional<Caller> caller, Body body) {
    this.context = requireNonNull(context);
    this.caller = requireNonNull(caller);
    this.body = requireNonNull(body);
  }

  /** Who asks; only where the operation requires a token. */
  public Caller caller() {
    return caller.orElseThrow();
  }

  /** Who asks, where a token is optional; empty for a service. */
  public Optional<Caller> optionalCaller() {
    return caller;
  }

  /** A path parameter, decoded. */
  public String path(String name) {
    return context.pathParam(name);
  }

  /** A query parameter, decoded; empty when it isn't there. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(query(context, name));
  }

  /** The same, null when it isn't there. A request without a query has nothing to be parsed. */
  static String query(RoutingContext context, String name) {
    return context.request().query() == null ? null : context.queryParams().get(name);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(context.request().getHeader(name));
  }

  /** The one of these media types that {@code Accept} asks for most; empty when it wants none. */
  public Optional<String> preferred(List<String> types) {
    return Accept.best(context.parsedHeaders().accept(), types);
  }

  /** The JSON body as a record. */
  public <T> T body(Class<T> type) {
    return body.as(type);
  }

  /** The body as it came. */
  byte[] bodyBytes() {
    return body.json().getBytes();
  }

  public boolean hasBody() {
    return body.json().length() > 0;
  }

  /** What goes along to neighbours. */
  public RequestScope scope() {
    return exchange().scope();
  }

  /** The request as it came, for what no other method tells. */
  public HttpServerRequest request() {
    return context.request();
  }

  private RequestContext exchange() {
    return RequestContext.of(context);
  }
}
