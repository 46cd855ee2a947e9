package id.tixgo.simulator.gateway;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.behaviour.Fault;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Function;

/** The calls of one API of a gateway: each is authorised, done, logged, and may go wrong. */
public final class WireRoutes {
  private final Router router;
  private final Stage stage;
  private final WireStyle style;
  private final Replays replays;

  public WireRoutes(Router router, Stage stage, WireStyle style, Replays replays) {
    this.router = requireNonNull(router);
    this.stage = requireNonNull(stage);
    this.style = requireNonNull(style);
    this.replays = requireNonNull(replays);
  }

  /**
   * Mounts a call.
   *
   * @param operation what faults name it by
   * @param work refuses with {@link WireRefusal}
   */
  public WireRoutes add(
      HttpMethod method, String path, String operation, Function<WireCall, WireReply> work) {
    router.route(method, path).handler(context -> take(context, operation, work));
    return this;
  }

  private void take(RoutingContext context, String operation, Function<WireCall, WireReply> work) {
    WireCall call = new WireCall(context);
    Optional<Fault> fault = stage.faults().take(operation, call.path());
    Exchange exchange = new Exchange(context.vertx(), context.request(), fault);
    if (fault.filter(one -> !one.kind().isAfterWork()).isPresent()) {
      end(call, operation, exchange, instead(fault.get()));
    } else if (!style.isAuthorized(call)) {
      end(call, operation, exchange, style.unauthorized());
    } else {
      replays
          .begin(call)
          .ifPresentOrElse(
              reply -> end(call, operation, exchange, reply),
              () -> work(call, operation, work, exchange));
    }
  }

  private WireReply instead(Fault fault) {
    return fault.kind() == Fault.Kind.TOO_MANY_REQUESTS
        ? style.tooManyRequests()
        : style.serverError();
  }

  private void work(
      WireCall call, String operation, Function<WireCall, WireReply> work, Exchange exchange) {
    WireReply reply = outcome(call, work);
    if (stage.switches().isWebhookBeforeAnswer()) {
      stage.deliveries().flush().onComplete(told -> end(call, operation, exchange, reply));
    } else {
      end(call, operation, exchange, reply);
    }
    exchange.ended().onComplete(over -> replays.end(call, reply));
  }

  private WireReply outcome(WireCall call, Function<WireCall, WireReply> work) {
    try {
      return work.apply(call);
    } catch (WireRefusal e) {
      return e.reply();
    } catch (DecodeException | ClassCastException e) {
      return style.malformed();
    }
  }

  private void end(WireCall call, String operation, Exchange exchange, WireReply reply) {
    log(call, operation, exchange, reply);
    exchange.end(reply);
  }

  private void log(WireCall call, String operation, Exchange exchange, WireReply reply) {
    stage
        .calls()
        .add(
            new LoggedCall(
                stage.agenda().now(),
                style.gateway(),
                operation,
                call.method(),
                call.path(),
                call.reference(),
                call.header("Idempotency-Key").orElse(""),
                exchange.isAnswered() ? reply.status() : 0,
                reply.code(),
                exchange.faultName()));
  }
}
