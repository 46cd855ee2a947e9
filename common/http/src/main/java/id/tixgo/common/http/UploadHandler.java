package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.Violation;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** Takes an upload through its steps: admit, count, read whole, answer. */
final class UploadHandler implements Handler<RoutingContext> {
  private final String route;
  private final AccessCheck admission;
  private final LimitCheck limit;
  private final AuditMark audit;
  private final RequestRules rules;
  private final BodyReader bodies;
  private final UploadEndpoint endpoint;

  UploadHandler(
      String route,
      AccessCheck admission,
      LimitCheck limit,
      AuditMark audit,
      RequestRules rules,
      BodyReader bodies,
      UploadEndpoint endpoint) {
    this.route = requireNonNull(route);
    this.admission = requireNonNull(admission);
    this.limit = requireNonNull(limit);
    this.audit = requireNonNull(audit);
    this.rules = requireNonNull(rules);
    this.bodies = requireNonNull(bodies);
    this.endpoint = requireNonNull(endpoint);
  }

  @Override
  public void handle(RoutingContext context) {
    RequestContext.of(context).route(route);
    context.request().pause();
    audit
        .waited(admission.admit(context))
        .compose(caller -> answer(context, caller))
        .onFailure(failure -> ProblemWriter.write(context, failure));
  }

  private Future<Void> answer(RoutingContext context, Optional<Caller> caller) {
    limit.check(context.request(), caller);
    audit.begin(context, caller);
    List<Violation> violations = rules.check(context);
    if (!violations.isEmpty()) {
      throw Problem.invalid(violations);
    }
    String type = BodyDecoder.contentType(context.request(), rules.contentTypes());
    long longestPause = RequestContext.of(context).scope().deadline().remainingMs();
    Future<Buffer> body = bodies.readWithPauses(context.request(), longestPause);
    context.request().resume();
    return body.compose(whole -> answer(new Call(context, caller, Body.of(whole)), type, whole));
  }

  private Future<Void> answer(Call call, String type, Buffer body) {
    return endpoint
        .handle(call, type, body)
        .recover(failure -> IdempotentReplay.of(call, failure))
        .compose(reply -> reply.writeTo(call));
  }
}
