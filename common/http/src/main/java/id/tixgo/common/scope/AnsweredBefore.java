package id.tixgo.common.scope;

import static java.util.Objects.requireNonNull;

/** A request came again: nothing is done, and this is its answer. No accident, so no trace. */
public final class AnsweredBefore extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient KeptAnswer answer;

  public AnsweredBefore(KeptAnswer answer) {
    super("answered before", null, false, false);
    this.answer = requireNonNull(answer);
  }

  public KeptAnswer answer() {
    return answer;
  }
}
