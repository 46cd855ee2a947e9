package id.tixgo.common.scope;

import static java.util.Objects.requireNonNull;

/**
 * What goes along with every call that a request causes.
 *
 * @param requestId correlates the logs of all services
 * @param deadline when the request must be answered
 */
public record RequestScope(String requestId, Deadline deadline) {
  private static final long PART_MS = 10_000;

  /** The header that correlates a request over all services. */
  public static final String HEADER = "X-Request-Id";

  public RequestScope {
    requireNonNull(requestId);
    requireNonNull(deadline);
  }

  /** The same with a time of its own, for one more part of an answer that has begun. */
  public RequestScope renewed() {
    return new RequestScope(requestId, Deadline.in(PART_MS));
  }
}
