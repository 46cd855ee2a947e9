package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.Violation;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** Takes a request to one operation through its steps: admit, count, read, validate, answer. */
final class OperationHandler implements Handler<RoutingContext> {
  private final String route;
  private final AccessCheck admission;
  private final LimitCheck limit;
  private final AuditMark audit;
  private final RequestRules rules;
  private final BodyReader bodies;
  private final Optional<FastPathDecoder> shortcut;
  private final StreamEndpoint endpoint;

  OperationHandler(
      String route,
      AccessCheck admission,
      LimitCheck limit,
      AuditMark audit,
      RequestRules rules,
      BodyReader bodies,
      Optional<FastPathDecoder> shortcut,
      StreamEndpoint endpoint) {
    this.route = requireNonNull(route);
    this.admission = requireNonNull(admission);
    this.limit = requireNonNull(limit);
    this.audit = requireNonNull(audit);
    this.rules = requireNonNull(rules);
    this.bodies = requireNonNull(bodies);
    this.shortcut = requireNonNull(shortcut);
    this.endpoint = requireNonNull(endpoint);
  }

  @Override
  public void handle(RoutingContext context) {
    RequestContext.of(context).route(route);
    Future<Optional<Caller>> caller = admission.admit(context);
    boolean waits = !caller.isComplete();
    if (waits) {
      context.request().pause();
    }
    audit
        .waited(caller)
        .compose(known -> call(context, known, waits))
        .compose(call -> endpoint.handle(call, context.response()))
        .onFailure(failure -> ProblemWriter.write(context, failure));
  }

  /** A request that was never paused is not resumed: that would make it a queue for its body. */
  private Future<Call> call(RoutingContext context, Optional<Caller> caller, boolean paused) {
    limit.check(context.request(), caller);
    audit.begin(context, caller);
    refuse(rules.check(context));
    Future<Body> body = body(context);
    if (paused) {
      context.request().resume();
    }
    return body.map(read -> new Call(context, caller, read));
  }

  private Future<Body> body(RoutingContext context) {
    HttpServerRequest request = context.request();
    boolean announced = rules.takesBody() && Headers.contentLength(request) != 0;
    if (!announced && !rules.requiresBody()) {
      return Future.succeededFuture(Body.NONE);
    }
    if (!announced) {
      throw Problem.invalid("body", "is required", "required");
    }
    String contentType = BodyDecoder.contentType(request, rules.contentTypes());
    return bodies
        .read(request, RequestContext.of(context).scope().deadline())
        .map(body -> valid(contentType, BodyDecoder.json(contentType, body)));
  }

  private Body valid(String contentType, Buffer json) {
    Optional<?> decoded = shortcut.flatMap(s -> s.accept(json));
    if (decoded.isEmpty()) {
      refuse(rules.check(contentType, BodyDecoder.decode(json)));
    }
    return new Body(json, decoded);
  }

  private static void refuse(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw Problem.invalid(violations);
    }
  }
}
