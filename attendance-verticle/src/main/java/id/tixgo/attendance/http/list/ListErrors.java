package id.tixgo.attendance.http.list;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with an uploaded list: the first hundred things, and how many there are. */
final class ListErrors {
  private static final int MOST_ERRORS = 100;

  private final List<ListError> first = new ArrayList<>();
  private int count;

  void add(ListError error) {
    count++;
    if (first.size() < MOST_ERRORS) {
      first.add(error);
    }
  }

  /** Fails with {@code VALIDATION_ERROR} when anything is wrong. */
  void expectNone() {
    if (count > 0) {
      throw problem(ProblemKind.VALIDATION_ERROR, ProblemKind.VALIDATION_ERROR.name());
    }
  }

  /**
   * A file that is no list at all.
   *
   * @param code {@code MALFORMED_CSV}
   */
  static Problem malformed(String code, ListError why) {
    ListErrors errors = new ListErrors();
    errors.add(why);
    return errors.problem(ProblemKind.BAD_REQUEST, code);
  }

  private Problem problem(ProblemKind kind, String code) {
    String more = count > 1 ? " (and " + (count - 1) + " more)" : "";
    return Problem.of(kind, code, first.get(0).sentence() + more)
        .with("errors", List.copyOf(first))
        .with("error_count", count);
  }
}
