package id.tixgo.common.http;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.config.ServiceToken;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import java.util.Optional;
import java.util.stream.Stream;

/** Who an operation is called by: a caller with a token, or nobody for a service of the house. */
public final class WhoAsks {
  private WhoAsks() {}

  /**
   * A guest of the demo is taken for a service, unless he comes through something that the world
   * may reach.
   */
  public static Optional<Caller> of(Call call) {
    Optional<Caller> caller = call.optionalCaller();
    boolean isGuest = caller.isEmpty() && call.header(ServiceToken.HEADER).isEmpty();
    if (isGuest && isForwarded(call)) {
      throw Problem.of(ProblemKind.UNAUTHORIZED, "Missing Authorization header");
    }
    return caller;
  }

  /** Identity's number of the caller; empty for a service. */
  public static Optional<Long> number(Call call) {
    return of(call).map(Caller::id);
  }

  /** Whether it comes through something that the world may reach. */
  public static boolean isForwarded(Call call) {
    return Stream.of("X-Forwarded-For", "Forwarded")
        .anyMatch(name -> call.header(name).isPresent());
  }
}
