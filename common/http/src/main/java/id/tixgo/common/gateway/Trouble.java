package id.tixgo.common.gateway;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.util.concurrent.TimeoutException;

/**
 * What a client is told of a neighbour that doesn't answer.
 *
 * @param name the neighbour's
 */
record Trouble(String name) {
  Trouble {
    requireNonNull(name);
  }

  Problem problem(Throwable failure) {
    if (failure instanceof Problem problem) {
      return problem;
    }
    if (failure instanceof ConnectionPoolTooBusyException) {
      return Problem.of(ProblemKind.OVERLOADED, service() + " has too much to do.");
    }
    return failure instanceof TimeoutException
        ? Problem.of(ProblemKind.UPSTREAM_TIMEOUT, service() + " did not answer in time.")
        : Problem.of(ProblemKind.UPSTREAM_UNREACHABLE, service() + " can't be reached.");
  }

  private String service() {
    return "The " + name + " service";
  }
}
