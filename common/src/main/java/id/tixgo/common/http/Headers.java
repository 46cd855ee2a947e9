package id.tixgo.common.http;

import id.tixgo.common.scope.Deadline;
import id.tixgo.common.scope.RequestScope;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Header names with their hash computed once, for those that every request is asked for. */
final class Headers {
  static final CharSequence REQUEST_ID = HttpHeaders.createOptimized(RequestScope.HEADER);
  static final CharSequence DEADLINE = HttpHeaders.createOptimized(Deadline.HEADER);

  private Headers() {}

  /** The declared length of a request's body; 0 when there is none, -1 when it is chunked. */
  static long contentLength(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null) {
      return request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null ? 0 : -1;
    }
    try {
      return Long.parseLong(length);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }
}
