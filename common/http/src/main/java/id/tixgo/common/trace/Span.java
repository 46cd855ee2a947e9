package id.tixgo.common.trace;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.scope.Trace;
import java.util.Map;

/**
 * A step that has ended, as others shall see it: by template and status, never a path, a name or a
 * code.
 *
 * @param service whose step it is
 * @param nanos how long it took, until now
 * @param attributes by OpenTelemetry's names
 */
public record Span(
    Trace trace,
    Kind kind,
    String service,
    String name,
    long nanos,
    boolean failed,
    Map<String, Object> attributes) {
  /** What was done. */
  public enum Kind {
    /** A request was answered. */
    SERVER,
    /** Somebody was asked. */
    CLIENT,
    /** A message was applied. */
    CONSUMER
  }

  /**
   * A call to a neighbour.
   *
   * @param status 0 when nothing was answered
   */
  public static Span call(Trace trace, String service, String neighbour, long nanos, int status) {
    return new Span(
        trace,
        Kind.CLIENT,
        service,
        "ask " + neighbour,
        nanos,
        status == 0 || status >= 500,
        Map.of("peer.service", neighbour, "http.response.status_code", status));
  }

  public Span {
    requireNonNull(trace);
    requireNonNull(kind);
    requireNonNull(service);
    requireNonNull(name);
    attributes = Map.copyOf(attributes);
  }
}
