package id.tixgo.simulator.gateway;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.behaviour.Fault;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.Set;

/** The way of an answer back to the caller, on which things may go wrong. */
final class Exchange {
  private static final Set<Fault.Kind> UNANSWERED =
      Set.of(Fault.Kind.DROP_ANSWER_AFTER_APPLYING, Fault.Kind.HANG, Fault.Kind.REFUSE);

  private final Vertx vertx;
  private final HttpServerRequest request;
  private final Optional<Fault> fault;
  private final Promise<Void> ended = Promise.promise();

  Exchange(Vertx vertx, HttpServerRequest request, Optional<Fault> fault) {
    this.vertx = requireNonNull(vertx);
    this.request = requireNonNull(request);
    this.fault = requireNonNull(fault);
  }

  boolean isAnswered() {
    return fault.filter(one -> UNANSWERED.contains(one.kind())).isEmpty();
  }

  String faultName() {
    return fault.map(one -> one.kind().word()).orElse("");
  }

  /** Completes when the answer has left, or has got lost. */
  Future<Void> ended() {
    return ended.future();
  }

  void end(WireReply reply) {
    if (fault.isEmpty()) {
      write(reply);
    } else {
      goWrong(fault.get(), reply);
    }
  }

  private void goWrong(Fault one, WireReply reply) {
    switch (one.kind()) {
      case DELAY -> vertx.setTimer(Math.max(1, one.delayMs()), now -> write(reply));
      case HANG -> {}
      case DROP_ANSWER_AFTER_APPLYING, REFUSE -> hangUp();
      case GARBAGE -> write(WireReply.garbage());
      case ERROR_500, TOO_MANY_REQUESTS -> write(reply);
    }
  }

  private void hangUp() {
    request.connection().close();
    ended.tryComplete();
  }

  private void write(WireReply reply) {
    if (!request.response().closed()) {
      request
          .response()
          .setStatusCode(reply.status())
          .putHeader("Content-Type", reply.contentType())
          .end(reply.body());
    }
    ended.tryComplete();
  }
}
