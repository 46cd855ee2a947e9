package id.tixgo.simulator.behaviour;

import static java.util.Objects.requireNonNull;

import io.vertx.core.json.JsonObject;
import java.util.Locale;

/**
 * What goes wrong with calls.
 *
 * @param match the operation, or how the path begins
 * @param delayMs of {@link Kind#DELAY}
 */
public record Fault(String match, Kind kind, long delayMs) {
  private static final long USUAL_DELAY_MS = 1_000;

  public Fault {
    requireNonNull(match);
    requireNonNull(kind);
  }

  /** First what happens after the work was done, then what happens instead of it. */
  public enum Kind {
    /** Done at once, answered late. */
    DELAY,
    DROP_ANSWER_AFTER_APPLYING,
    /** Done, answered with what is no JSON. */
    GARBAGE,
    ERROR_500,
    TOO_MANY_REQUESTS,
    /** No answer until the caller gives up. */
    HANG,
    /** The connection is closed at once. */
    REFUSE;

    static Kind of(String word) {
      return word.equals("429")
          ? TOO_MANY_REQUESTS
          : valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public String word() {
      return this == TOO_MANY_REQUESTS ? "429" : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isAfterWork() {
      return compareTo(GARBAGE) <= 0;
    }
  }

  /**
   * {@code {"match", "kind", "delay_ms"}}.
   *
   * @throws IllegalArgumentException with a sentence, if it is none
   * @throws ClassCastException if a member has another type
   */
  static Fault from(JsonObject body) {
    String match = body.getString("match", "");
    if (match.isEmpty()) {
      throw new IllegalArgumentException("match must be an operation or the beginning of a path.");
    }
    return new Fault(match, kind(body), body.getLong("delay_ms", USUAL_DELAY_MS));
  }

  private static Kind kind(JsonObject body) {
    try {
      return Kind.of(body.getString("kind", ""));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "kind must be delay, drop-answer-after-applying, garbage, error-500, 429, hang or refuse.",
          e);
    }
  }

  boolean matches(String operation, String path) {
    return match.startsWith("/") ? path.startsWith(match) : match.equals(operation);
  }

  JsonObject toJson() {
    return new JsonObject().put("match", match).put("kind", kind.word()).put("delay_ms", delayMs);
  }
}
