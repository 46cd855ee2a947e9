package id.tixgo.identity.http;

import id.tixgo.common.metrics.Meters;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import io.vertx.core.AsyncResult;
import java.util.concurrent.atomic.LongAdder;

/** Log-ins by what came of them, for the operator; whose they are is nobody's business here. */
final class LoginMeters {
  private final LongAdder good;
  private final LongAdder wrong;
  private final LongAdder overloaded;
  private final LongAdder failed;

  LoginMeters(Meters meters) {
    this.good = counter(meters, "good");
    this.wrong = counter(meters, "wrong");
    this.overloaded = counter(meters, "overloaded");
    this.failed = counter(meters, "failed");
  }

  private static LongAdder counter(Meters meters, String outcome) {
    return meters.counter("tixgo.logins", "Log-ins by what came of them", "outcome", outcome);
  }

  void count(AsyncResult<?> login) {
    (login.succeeded() ? good : failure(login.cause())).increment();
  }

  private LongAdder failure(Throwable cause) {
    if (!(cause instanceof Problem problem)) {
      return failed;
    }
    return problem.kind() == ProblemKind.OVERLOADED ? overloaded : wrong;
  }
}
