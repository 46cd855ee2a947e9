package id.tixgo.common.http;

import id.tixgo.common.scope.Deadline;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.scope.Trace;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

/** Header names with their hash computed once, for those that every request is asked for. */
public final class Headers {
  static final CharSequence REQUEST_ID = HttpHeaders.createOptimized(RequestScope.HEADER);
  static final CharSequence DEADLINE = HttpHeaders.createOptimized(Deadline.HEADER);

  static final CharSequence TRACE = HttpHeaders.createOptimized(Trace.HEADER);
  static final CharSequence TRACE_STATE = HttpHeaders.createOptimized(Trace.STATE_HEADER);
  static final CharSequence TRACE_ANSWER = HttpHeaders.createOptimized(Trace.ANSWER_HEADER);

  private Headers() {}

  /** The declared length of a request's body; 0 when there is none, -1 when it isn't told. */
  public static long contentLength(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null) {
      return mayHaveBody(request) ? -1 : 0;
    }
    try {
      return Long.parseLong(length);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  /** In HTTP/2 only the end of a request shows whether it had a body; one has a type. */
  private static boolean mayHaveBody(HttpServerRequest request) {
    return request.version() == HttpVersion.HTTP_2
        ? request.getHeader(HttpHeaders.CONTENT_TYPE) != null
        : request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
  }

  /** Whether the client sends its body only when it is told to go on, or refused before. */
  public static boolean expectsContinue(HttpServerRequest request) {
    String expected = request.getHeader(HttpHeaders.EXPECT);
    return expected != null
        && expected.equalsIgnoreCase("100-continue")
        && request.version() == HttpVersion.HTTP_1_1;
  }

  /** Vert.x would say that a 204 has a length of 0, which RFC 9110 (8.6) forbids. */
  public static void leaveOutLength(HttpServerResponse response) {
    response.headersEndHandler(head -> response.headers().remove(HttpHeaders.CONTENT_LENGTH));
  }

  /** Tells a neighbour the step that asks it. */
  public static void tell(MultiMap headers, Trace asking) {
    headers.set(TRACE, asking.header());
    if (asking.state().isEmpty()) {
      headers.remove(TRACE_STATE);
    } else {
      headers.set(TRACE_STATE, asking.state());
    }
  }

  /** Whether these are of a connection's last message. */
  public static boolean saysClose(MultiMap headers) {
    return headers.contains(HttpHeaders.CONNECTION, HttpHeaders.CLOSE, true);
  }
}
