package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.ServiceToken;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.scope.KeptAnswer;
import id.tixgo.common.scope.Once;
import id.tixgo.common.scope.RequestKey;
import id.tixgo.common.time.Timestamps;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Requests that may come again under their {@code Idempotency-Key}, in their caller's space;
 * services share one.
 */
public final class KeyedRequests {
  private static final String HEADER = "Idempotency-Key";
  private static final int LONGEST = 128;

  private final ServiceToken secret;
  private final Clock clock;

  /**
   * @param secret signs fingerprints: a body may hold a password, of which a plain hash would tell
   */
  public KeyedRequests(ServiceToken secret, Clock clock) {
    this.secret = requireNonNull(secret);
    this.clock = requireNonNull(clock);
  }

  /** The call's key, if it has one; fails with {@code VALIDATION_ERROR}. */
  public static Optional<String> key(Call call) {
    Optional<String> key = call.header(HEADER);
    if (key.isPresent() && !isFit(key.get())) {
      throw Problem.invalid(
          "header.idempotency-key", "must be 1 to 128 printable characters", "pattern");
    }
    if (key.isPresent() && !isOne(call)) {
      throw Problem.invalid("header.idempotency-key", "must be one", "maxItems");
    }
    return key;
  }

  private static boolean isOne(Call call) {
    return call.request().headers().getAll(HEADER).stream().distinct().count() == 1;
  }

  /**
   * A change that this call asks for. A long body takes a while to be signed: not on an event loop.
   *
   * @param reply what it is answered to the result; may refuse by throwing a problem, which is kept
   */
  public <R> Once<R> once(Call call, Function<R, Reply> reply) {
    String space = call.optionalCaller().map(who -> String.valueOf(who.id())).orElse("service");
    return once(call, space, reply);
  }

  /**
   * The same for a call that may be anyone's.
   *
   * @param space in which the key is looked for
   */
  public <R> Once<R> once(Call call, String space, Function<R, Reply> reply) {
    return key(call)
        .map(key -> new RequestKey(space, key, fingerprint(call), Timestamps.now(clock)))
        .map(key -> new Once<R>(Optional.of(key), r -> Optional.of(kept(() -> reply.apply(r)))))
        .orElseGet(Once::eachTime);
  }

  private String fingerprint(Call call) {
    String line = call.request().method() + " " + call.request().uri() + "\n";
    return secret.sign(line, call.bodyBytes());
  }

  private static KeptAnswer kept(Supplier<Reply> reply) {
    try {
      return reply.get().kept();
    } catch (Problem problem) {
      return ProblemWriter.kept(problem);
    }
  }

  private static boolean isFit(String key) {
    return key.length() <= LONGEST
        && !key.isBlank()
        && key.chars().allMatch(c -> c > 31 && c < 127);
  }
}
