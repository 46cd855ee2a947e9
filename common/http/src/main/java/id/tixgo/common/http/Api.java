package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.TokenAuthority;
import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.config.ServiceToken;
import id.tixgo.common.overload.LoadClass;
import id.tixgo.common.overload.Shedding;
import id.tixgo.common.problem.Problem;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * A service's operations. The OpenAPI contract is the routing table: what it documents is mounted
 * on its path and method, each operation needs a handler, and no other handler is taken.
 */
public final class Api {
  private final Vertx vertx;
  private final Contract contract;
  private final TokenAuthority tokens;
  private final ServiceToken service;
  private final Function<Operation, LimitCheck> limits;
  private final ForwardedHeaders forwarded;
  private final BodyReader bodies;
  private final BooleanSupplier storeIsFilled;
  private final Map<String, Handler<RoutingContext>> idToHandler = new HashMap<>();

  /**
   * @param storeIsFilled until when only health and documents are answered
   */
  public Api(
      Vertx vertx,
      Contract contract,
      HttpConfig config,
      TokenAuthority tokens,
      BooleanSupplier storeIsFilled) {
    this.vertx = requireNonNull(vertx);
    this.contract = requireNonNull(contract);
    this.tokens = requireNonNull(tokens);
    this.service = config.serviceToken();
    this.storeIsFilled = requireNonNull(storeIsFilled);
    this.limits = LimitCheck.of(vertx, config);
    this.forwarded = new ForwardedHeaders(config);
    this.bodies = new BodyReader(vertx, config.bodyLimitBytes());
  }

  public Contract contract() {
    return contract;
  }

  /** Answers the operation with what the endpoint returns. */
  public Api on(String operationId, Endpoint endpoint) {
    return stream(operationId, writing(endpoint));
  }

  /** The same; a body that the shortcut takes is not held against the schema. */
  public Api on(String operationId, FastPathDecoder shortcut, Endpoint endpoint) {
    return mount(operationId, Optional.of(shortcut), writing(endpoint));
  }

  /**
   * Answers an operation with a long body, which the endpoint looks through itself.
   *
   * @param limitBytes the longest body
   */
  public Api upload(String operationId, int limitBytes, UploadEndpoint endpoint) {
    Operation operation = contract.operation(operationId);
    Handler<RoutingContext> handler =
        new UploadHandler(
            operation.getOpenAPIPath(),
            admission(operation),
            limits.apply(operation),
            audit(operation),
            new RequestRules(operation),
            new BodyReader(vertx, limitBytes),
            endpoint);
    return put(operationId, context -> whenFilled(context, handler));
  }

  /** Lets the endpoint write the answer itself. */
  public Api stream(String operationId, StreamEndpoint endpoint) {
    return mount(operationId, Optional.empty(), endpoint);
  }

  /** Answers at any time, whatever state the store is in. */
  Api always(String operationId, Endpoint endpoint) {
    return put(operationId, handler(operationId, Optional.empty(), writing(endpoint)));
  }

  private static StreamEndpoint writing(Endpoint endpoint) {
    return (call, response) ->
        endpoint
            .handle(call)
            .recover(failure -> IdempotentReplay.of(call, failure))
            .compose(reply -> reply.writeTo(call));
  }

  private Api mount(
      String operationId, Optional<FastPathDecoder> shortcut, StreamEndpoint endpoint) {
    Handler<RoutingContext> handler = handler(operationId, shortcut, endpoint);
    return put(operationId, context -> whenFilled(context, handler));
  }

  private void whenFilled(RoutingContext context, Handler<RoutingContext> handler) {
    if (storeIsFilled.getAsBoolean()) {
      handler.handle(context);
    } else {
      ProblemWriter.write(context, Problem.storeUnavailable());
    }
  }

  private Handler<RoutingContext> handler(
      String operationId, Optional<FastPathDecoder> shortcut, StreamEndpoint endpoint) {
    Operation operation = contract.operation(operationId);
    return new OperationHandler(
        operation.getOpenAPIPath(),
        admission(operation),
        limits.apply(operation),
        audit(operation),
        new RequestRules(operation),
        bodies,
        shortcut,
        endpoint);
  }

  private AccessCheck admission(Operation operation) {
    return new AccessCheck(tokens, service, operation, contract.model(operation));
  }

  private AuditMark audit(Operation operation) {
    return AuditMark.of(contract.model(operation), forwarded);
  }

  /**
   * Hands requests to every operation on a path and below it on as they came: no token, body or
   * parameter is looked at.
   */
  public Api forward(String path, Handler<RoutingContext> handler) {
    contract.operations().stream()
        .filter(operation -> (operation.getOpenAPIPath() + "/").startsWith(path + "/"))
        .forEach(operation -> raw(operation, handler));
    return this;
  }

  private void raw(Operation operation, Handler<RoutingContext> handler) {
    String route = operation.getOpenAPIPath();
    put(
        operation.getOperationId(),
        context -> {
          RequestContext.of(context).route(route);
          handler.handle(context);
        });
  }

  /**
   * Mounts every operation in the contract's order; fails when one has no handler.
   *
   * @param shedding says what isn't let in
   */
  public void mount(Router router, Shedding shedding) {
    contract.operations().forEach(operation -> mount(router, shedding, operation));
    contract.operations().stream()
        .map(Operation::getOpenAPIPath)
        .distinct()
        .forEach(path -> router.route(path(path)).handler(new WrongMethod(contract, path)));
  }

  private void mount(Router router, Shedding shedding, Operation operation) {
    Handler<RoutingContext> handler = idToHandler.get(operation.getOperationId());
    if (handler == null) {
      throw new IllegalStateException(operation.getOperationId() + " has no handler");
    }
    Route route = router.route(operation.getHttpMethod(), path(operation.getOpenAPIPath()));
    if (operation.getHttpMethod().equals(HttpMethod.GET)) {
      route.method(HttpMethod.HEAD);
    }
    LoadClass load = loadClass(operation);
    String template = operation.getOpenAPIPath();
    route.handler(
        context -> {
          if (shedding.letsIn(load)) {
            handler.handle(context);
          } else {
            RequestContext.of(context).route(template);
            ProblemWriter.write(context, Shedding.refusal());
          }
        });
  }

  private LoadClass loadClass(Operation operation) {
    return LoadClass.of(contract.model(operation).getString(LoadClass.EXTENSION));
  }

  private Api put(String operationId, Handler<RoutingContext> handler) {
    if (idToHandler.put(operationId, handler) != null) {
      throw new IllegalStateException(operationId + " has two handlers");
    }
    return this;
  }

  /**
   * {@code /events/{path}} with {@code x-forwarded} takes the rest of the path, slashes and all.
   */
  private String path(String template) {
    return template.endsWith("/{path}")
        ? template.replace("{path}", "*")
        : template.replaceAll("\\{(\\w+)}", ":$1");
  }
}
