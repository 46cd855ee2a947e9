package id.tixgo.simulator.control;

import id.tixgo.simulator.gateway.MoveRefused;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Answers of the control door: JSON, or a sentence that says what is wrong. */
final class JsonAnswer {
  private JsonAnswer() {}

  static Handler<RoutingContext> of(Function<RoutingContext, Future<JsonObject>> work) {
    return context ->
        outcome(context, work)
            .onSuccess(body -> write(context, 200, body))
            .onFailure(failure -> refuse(context, failure));
  }

  /** The body; an empty object if there is none. */
  static JsonObject body(RoutingContext context) {
    return context.body().length() <= 0
        ? new JsonObject()
        : new JsonObject(context.body().buffer());
  }

  private static Future<JsonObject> outcome(
      RoutingContext context, Function<RoutingContext, Future<JsonObject>> work) {
    try {
      return work.apply(context);
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  private static void refuse(RoutingContext context, Throwable failure) {
    int status = status(failure);
    if (status == 500) {
      context.fail(failure);
    } else {
      write(context, status, new JsonObject().put("error", failure.getMessage()));
    }
  }

  private static int status(Throwable failure) {
    if (failure instanceof NoSuchElementException) {
      return 404;
    }
    if (failure instanceof MoveRefused) {
      return 409;
    }
    boolean isMistake =
        failure instanceof IllegalArgumentException
            || failure instanceof ClassCastException
            || failure instanceof DecodeException;
    return isMistake ? 400 : 500;
  }

  private static void write(RoutingContext context, int status, JsonObject body) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(body.toBuffer());
  }
}
