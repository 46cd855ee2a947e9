package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.scope.Origin;
import id.tixgo.common.scope.Origin.Actor;
import id.tixgo.common.scope.Origins;
import id.tixgo.common.time.Timestamps;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Notes where a request comes from, if its operation is audited: {@code x-audit} in the contract is
 * what it does, as the audit calls it.
 */
final class AuditMark {
  private static final String SERVICE = "service";

  private final Optional<String> action;
  private final Actor stranger;
  private final ForwardedHeaders forwarded;

  private AuditMark(Optional<String> action, Actor stranger, ForwardedHeaders forwarded) {
    this.forwarded = requireNonNull(forwarded);
    this.action = requireNonNull(action);
    this.stranger = requireNonNull(stranger);
  }

  /**
   * That of an operation; who has no token is about to have an account, or is another service.
   *
   * @param model its own part of the contract
   */
  static AuditMark of(JsonObject model, ForwardedHeaders forwarded) {
    boolean isInternal = String.valueOf(model.getJsonArray("security")).contains(SERVICE);
    return new AuditMark(
        Optional.ofNullable(model.getString("x-audit")),
        new Actor(Optional.empty(), "", isInternal ? SERVICE : "none"),
        forwarded);
  }

  /** What is waited for before the request is known, so that it goes on in its own context. */
  <T> Future<T> waited(Future<T> future) {
    return action.isPresent() ? Origins.here(future) : future;
  }

  void begin(RoutingContext context, Optional<Caller> caller) {
    action.ifPresent(done -> Origins.begin(origin(done, context, caller)));
  }

  private Origin origin(String done, RoutingContext context, Optional<Caller> caller) {
    return new Origin(
        done,
        caller.map(AuditMark::actor).orElse(stranger),
        forwarded.client(context.request()),
        RequestContext.of(context).requestId(),
        List.copyOf(context.pathParams().values()),
        Timestamps.now(Clock.systemUTC()));
  }

  private static Actor actor(Caller caller) {
    return new Actor(Optional.of(caller.id()), caller.logName(), caller.role().json());
  }
}
