package id.tixgo.payment.client;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import java.util.function.Function;

/**
 * A gateway didn't answer, or nothing that can be read: what was asked may have happened. The
 * message is one sentence without secrets.
 */
final class NoAnswer extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoAnswer(String sentence) {
    super(requireNonNull(sentence), null, false, false);
  }

  static NoAnswer unreadable(String gateway) {
    return new NoAnswer(gateway + " answered what can't be read.");
  }

  /** The call, with no answer as one of its outcomes. Any other failure stays one. */
  static <T> Future<T> as(Function<String, T> unknown, Future<T> call) {
    return call.recover(
        failure ->
            failure instanceof NoAnswer
                ? Future.succeededFuture(unknown.apply(failure.getMessage()))
                : Future.failedFuture(failure));
  }
}
