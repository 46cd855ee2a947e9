package id.tixgo.common.stream;

import id.tixgo.common.problem.Problem;
import java.util.Optional;

/** What streams tell of: happenings with numbers that rise. Asked on the streams' event loop. */
public interface StreamSource {
  /** Why nothing can follow that number: what came next is gone, or it has never been that far. */
  Optional<Problem> expired(long after);

  /** What a reader is told first who begins now: how things stand after the last happening. */
  StreamText now();

  /** Some of what followed a number, in order; that number and nothing when nothing did. */
  StreamText after(long seq);
}
