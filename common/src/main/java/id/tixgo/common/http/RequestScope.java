package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

/**
 * What goes along with every call that a request causes.
 *
 * @param requestId correlates the logs of all services
 * @param deadline when the request must be answered
 */
public record RequestScope(String requestId, Deadline deadline) {
  public RequestScope {
    requireNonNull(requestId);
    requireNonNull(deadline);
  }
}
