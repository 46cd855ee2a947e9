package id.tixgo.event.http;

import id.tixgo.common.http.Call;
import id.tixgo.common.http.ETags;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import java.util.Optional;

/** Changes of nothing but the representation that the client names. */
final class IfMatch {
  private IfMatch() {}

  /** The tag of what clients see. */
  static String tag(Record shown) {
    return ETags.of(JsonFormat.encode(shown));
  }

  /**
   * Fails with {@code PRECONDITION_FAILED}.
   *
   * @param what it is: {@code event}
   */
  static void check(Call call, String what, Record shown) {
    Optional<String> condition = call.header("If-Match");
    if (condition.isPresent() && !ETags.names(condition, tag(shown))) {
      throw Problem.of(
          ProblemKind.PRECONDITION_FAILED,
          "The " + what + " was changed meanwhile; read it again.");
    }
  }
}
