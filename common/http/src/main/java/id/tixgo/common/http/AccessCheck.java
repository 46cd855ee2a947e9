package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableSet;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.Role;
import id.tixgo.common.caller.TokenAuthority;
import id.tixgo.common.config.ServiceToken;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.SecurityRequirement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may call one operation, as its contract's {@code security} and {@code x-roles} say; {@code
 * x-refusal} says it better to other roles. Where it names services and users, a service is who
 * shows the service token, and has no caller.
 */
final class AccessCheck {
  private static final String SCHEME = "Bearer ";

  private final TokenAuthority tokens;
  private final Optional<ServiceToken> service;
  private final boolean usersToo;
  private final boolean open;
  private final boolean required;
  private final Set<Role> roles;
  private final Optional<String> refusal;

  /**
   * @param service what another service of the house must show, where the contract asks for that
   */
  AccessCheck(TokenAuthority tokens, ServiceToken service, Operation operation, JsonObject model) {
    this.tokens = requireNonNull(tokens);
    List<SecurityRequirement> security = operation.getSecurityRequirements();
    boolean internal = security.stream().anyMatch(s -> s.getNames().contains("service"));
    this.service = Optional.of(service).filter(token -> internal);
    this.usersToo = internal && security.size() > 1;
    this.open = security.isEmpty();
    this.required = !open && security.stream().noneMatch(SecurityRequirement::isEmpty);
    this.roles = roles(model.getJsonArray("x-roles", new JsonArray()));
    this.refusal = Optional.ofNullable(model.getString("x-refusal"));
  }

  private static Set<Role> roles(JsonArray names) {
    return names.stream().map(n -> Role.of((String) n).orElseThrow()).collect(toUnmodifiableSet());
  }

  /**
   * The caller; empty where no token is needed and none is given, and when it is a service. Fails
   * with 401 or 403.
   */
  Future<Optional<Caller>> admit(RoutingContext context) {
    return isForService(context)
        ? admitService(context, service.orElseThrow())
        : admitBearer(context);
  }

  private boolean isForService(RoutingContext context) {
    return service.isPresent()
        && !(usersToo && context.request().getHeader(ServiceToken.HEADER) == null);
  }

  private static Future<Optional<Caller>> admitService(
      RoutingContext context, ServiceToken service) {
    String given = context.request().getHeader(ServiceToken.HEADER);
    return given != null && service.matches(given)
        ? Future.succeededFuture(Optional.empty())
        : Future.failedFuture(
            Problem.of(ProblemKind.UNAUTHORIZED, "Only services of this house may ask here."));
  }

  private Future<Optional<Caller>> admitBearer(RoutingContext context) {
    String header = open ? null : context.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      return required
          ? Future.failedFuture(
              Problem.of(ProblemKind.UNAUTHORIZED, "Missing Authorization header"))
          : Future.succeededFuture(Optional.empty());
    }
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Future.failedFuture(invalid());
    }
    String token = header.substring(SCHEME.length()).strip();
    return tokens
        .callerOf(token, RequestContext.of(context).scope())
        .map(caller -> Optional.of(allowed(context, caller.orElseThrow(AccessCheck::invalid))));
  }

  private Caller allowed(RoutingContext context, Caller caller) {
    RequestContext.of(context).user(caller.logName());
    if (roles.isEmpty() ? caller.role() == Role.SCANNER : !roles.contains(caller.role())) {
      throw Problem.of(ProblemKind.FORBIDDEN, refusal.orElseGet(() -> notFor(caller.role())));
    }
    return caller;
  }

  private static String notFor(Role role) {
    return "The role " + role.json() + " may not do this.";
  }

  private static Problem invalid() {
    return Problem.of(ProblemKind.UNAUTHORIZED, "Invalid or expired token");
  }
}
