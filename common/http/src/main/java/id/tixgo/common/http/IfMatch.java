package id.tixgo.common.http;

import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import java.util.Optional;

/** Changes of nothing but the representation that the client names. */
public final class IfMatch {
  private IfMatch() {}

  /** The tag of what clients see. */
  public static String tag(Record shown) {
    return ETags.of(JsonFormat.encode(shown));
  }

  /**
   * Fails with {@code PRECONDITION_FAILED}.
   *
   * @param what it is: {@code event}
   */
  public static void check(Call call, String what, Record shown) {
    Optional<String> condition = call.header("If-Match");
    if (condition.isPresent() && !ETags.names(condition, tag(shown))) {
      throw Problem.of(
          ProblemKind.PRECONDITION_FAILED,
          "The " + what + " was changed meanwhile; read it again.");
    }
  }
}
