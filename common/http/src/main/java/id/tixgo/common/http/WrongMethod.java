package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** 405 on a path of the contract, with the methods that it has there in {@code Allow}. */
final class WrongMethod implements Handler<RoutingContext> {
  private final String template;
  private final String allow;

  WrongMethod(Contract contract, String template) {
    this.template = requireNonNull(template);
    Set<String> methods =
        contract.operations().stream()
            .filter(operation -> operation.getOpenAPIPath().equals(template))
            .map(operation -> operation.getHttpMethod().name())
            .collect(Collectors.toCollection(TreeSet::new));
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    this.allow = String.join(", ", methods);
  }

  @Override
  public void handle(RoutingContext context) {
    RequestContext.of(context).route(template);
    context.response().putHeader(HttpHeaders.ALLOW, allow);
    ProblemWriter.write(
        context,
        Problem.of(ProblemKind.METHOD_NOT_ALLOWED, "Here only these work: " + allow + "."));
  }
}
