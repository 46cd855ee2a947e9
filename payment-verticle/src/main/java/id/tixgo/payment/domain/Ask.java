package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a gateway is asked what became of something.
 *
 * @param asked how often it was asked by itself
 * @param at when it is asked next; empty when nothing more is to be learnt
 */
public record Ask(int asked, Optional<Instant> at) {
  /** A call of ours is over by then, answered or not. */
  private static final Duration CALL = Duration.ofSeconds(15);

  /** Before it is asked for the first, second … time. */
  private static final List<Duration> GAPS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(24));

  /** Never again. */
  public static final Ask NEVER = new Ask(0, Optional.empty());

  public Ask {
    requireNonNull(at);
  }

  static Ask at(Instant now) {
    return new Ask(0, Optional.of(now));
  }

  /** For what is being asked for: the answer may never come. */
  static Ask whenCallsAreOver(Instant now) {
    return new Ask(0, Optional.of(now.plus(CALL)));
  }

  /** After the call that made it had no answer. */
  static Ask soon(Instant now) {
    return at(now).next(now, Optional.empty());
  }

  /** For what somebody has time for: a minute later first, and when that time is over. */
  static Ask later(Instant now, Optional<Instant> end) {
    return new Ask(3, Optional.of(earlier(now.plus(GAPS.get(2)), end, now)));
  }

  /** After it was asked and nothing came of it. */
  Ask next(Instant now, Optional<Instant> end) {
    Duration gap = GAPS.get(Math.min(asked, GAPS.size() - 1));
    return new Ask(asked + 1, Optional.of(earlier(now.plus(gap), end, now)));
  }

  /** For what came to nothing: once more, when it can't be paid any more. */
  static Ask last(Instant now, Optional<Instant> end) {
    return end.map(over -> over.plus(GAPS.get(0))).filter(now::isBefore).map(Ask::at).orElse(NEVER);
  }

  private static Instant earlier(Instant planned, Optional<Instant> end, Instant now) {
    return end.map(over -> over.plus(GAPS.get(0)))
        .filter(over -> over.isAfter(now) && over.isBefore(planned))
        .orElse(planned);
  }

  public boolean isDue(Instant now) {
    return at.filter(due -> !now.isBefore(due)).isPresent();
  }
}
