package id.tixgo.common.http;

import java.util.Locale;

/**
 * How a service is doing with a feed that it follows.
 *
 * @param state as {@link State} in lower case
 * @param seq the last message that was applied
 * @param detail why it doesn't follow; empty when it does
 */
public record FeedReport(String feed, String state, long seq, String detail) {
  /** What a consumer is doing. */
  public enum State {
    /** Nothing has been heard yet, or nothing lately. */
    WAITING,
    FOLLOWING,
    /** Messages come that can't be applied; it tries again. */
    FAILING,
    /** The feed isn't the one that was read so far; an operator decides. */
    STOPPED
  }

  public FeedReport(String feed, State state, long seq, String detail) {
    this(feed, state.name().toLowerCase(Locale.ROOT), seq, detail);
  }

  public boolean is(State asked) {
    return state.equals(asked.name().toLowerCase(Locale.ROOT));
  }
}
