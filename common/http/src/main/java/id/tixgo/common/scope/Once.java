package id.tixgo.common.scope;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;

/**
 * Whether a change is to be made once, however often its request comes, and what is answered then.
 * The answer is worked out inside the change's own transaction, and kept with it.
 *
 * @param key empty for a change that is made as often as it is asked for
 * @param answer what the request is answered to a result; empty when nothing came of it, so that it
 *     may be tried again
 */
public record Once<R>(Optional<RequestKey> key, Function<R, Optional<KeptAnswer>> answer) {
  public Once {
    requireNonNull(key);
    requireNonNull(answer);
  }

  /** As often as it is asked for. */
  public static <R> Once<R> eachTime() {
    return new Once<>(Optional.empty(), result -> Optional.empty());
  }

  /** The same for a change that may come to nothing. */
  public Once<Optional<R>> ifAny() {
    return new Once<>(key, result -> result.flatMap(answer));
  }
}
