package id.tixgo.common.problem;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A failure that a client is told of (RFC 9457). Carries no stack trace: it is an answer, not an
 * accident. The message is the sentence that the client reads.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ProblemKind kind;
  private final String code;
  private final transient Map<String, Object> members;

  private Problem(ProblemKind kind, String code, String detail, Map<String, Object> members) {
    super(requireNonNull(detail), null, false, false);
    this.kind = requireNonNull(kind);
    this.code = requireNonNull(code);
    this.members = members;
  }

  /** A problem whose code is its kind's own name. */
  public static Problem of(ProblemKind kind, String detail) {
    return of(kind, kind.name(), detail);
  }

  /** A problem with a stable code of its own, {@code UPPER_SNAKE}. */
  public static Problem of(ProblemKind kind, String code, String detail) {
    return new Problem(kind, code, detail, Map.of());
  }

  public static Problem notFound(String detail) {
    return of(ProblemKind.NOT_FOUND, detail);
  }

  /** The store can't take a change, or isn't read yet; 503. */
  public static Problem storeUnavailable() {
    return of(
        ProblemKind.OVERLOADED,
        "STORE_UNAVAILABLE",
        "The store can't be used at the moment; nothing was changed. Try again.");
  }

  /** The places that break a schema. */
  public static Problem invalid(List<Violation> violations) {
    return of(ProblemKind.VALIDATION_ERROR, violations.get(0).sentence())
        .with("errors", List.copyOf(violations));
  }

  public static Problem invalid(String location, String message, String type) {
    return invalid(List.of(new Violation(location, message, type)));
  }

  /** The same problem with one more member in its JSON. */
  public Problem with(String member, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new Problem(kind, code, getMessage(), Map.copyOf(more));
  }

  /** The same code and members, told as another kind with another sentence. */
  public Problem as(ProblemKind other, String detail) {
    return new Problem(other, code, detail, members);
  }

  public ProblemKind kind() {
    return kind;
  }

  public String code() {
    return code;
  }

  public Map<String, Object> members() {
    return members;
  }
}
