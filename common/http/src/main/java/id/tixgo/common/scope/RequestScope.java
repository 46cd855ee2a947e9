package id.tixgo.common.scope;

import static java.util.Objects.requireNonNull;

/**
 * What goes along with every call that a request causes.
 *
 * @param requestId correlates the logs of all services
 * @param deadline when the request must be answered
 * @param trace the step of its trace that this is
 */
public record RequestScope(String requestId, Deadline deadline, Trace trace) {
  private static final long PART_MS = 10_000;

  /** The header that correlates a request over all services. */
  public static final String HEADER = "X-Request-Id";

  public RequestScope {
    requireNonNull(requestId);
    requireNonNull(deadline);
    requireNonNull(trace);
  }

  /** Of what nobody outside asked for: the next step of what is going on, or the first. */
  public RequestScope(String requestId, Deadline deadline) {
    this(
        requestId,
        deadline,
        ScopeLocal.sampled().map(Trace::next).orElseGet(() -> Trace.begin(false)));
  }

  /** The same with a time of its own, for one more part of an answer that has begun. */
  public RequestScope renewed() {
    return new RequestScope(requestId, Deadline.in(PART_MS), trace);
  }
}
