package id.tixgo.common.http;

import id.tixgo.common.problem.ProblemKind;
import java.util.Map;

/** The one table from a kind of problem to its HTTP status, title and headers. */
final class ProblemTable {
  private static final Map<String, String> NONE = Map.of();

  private ProblemTable() {}

  /**
   * @param closes whether the answer is the last of its connection
   */
  record Row(int status, String title, Map<String, String> headers, boolean closes) {
    Row(int status, String title, Map<String, String> headers) {
      this(status, title, headers, false);
    }

    static Row last(int status, String title) {
      return new Row(status, title, NONE, true);
    }
  }

  static Row of(ProblemKind kind) {
    return switch (kind) {
      case BAD_REQUEST -> new Row(400, "Bad Request", NONE);
      case UNREADABLE_REQUEST -> Row.last(400, "Bad Request");
      case UNAUTHORIZED -> new Row(401, "Unauthorized", Map.of("WWW-Authenticate", "Bearer"));
      case PAYMENT_REQUIRED -> new Row(402, "Payment Required", NONE);
      case FORBIDDEN -> new Row(403, "Forbidden", NONE);
      case NOT_FOUND -> new Row(404, "Not Found", NONE);
      case METHOD_NOT_ALLOWED -> new Row(405, "Method Not Allowed", NONE);
      case REQUEST_TIMEOUT -> Row.last(408, "Request Timeout");
      case CONFLICT -> new Row(409, "Conflict", NONE);
      case GONE -> new Row(410, "Gone", NONE);
      case PRECONDITION_FAILED -> new Row(412, "Precondition Failed", NONE);
      case BODY_TOO_LARGE -> Row.last(413, "Content Too Large");
      case URI_TOO_LONG -> Row.last(414, "URI Too Long");
      case UNSUPPORTED_MEDIA_TYPE -> new Row(415, "Unsupported Media Type", NONE);
      case VALIDATION_ERROR -> new Row(422, "Unprocessable Content", NONE);
      case RATE_LIMITED -> new Row(429, "Too Many Requests", NONE);
      case HEADERS_TOO_LARGE -> Row.last(431, "Request Header Fields Too Large");
      case INTERNAL_ERROR -> new Row(500, "Internal Server Error", NONE);
      case UPSTREAM_UNREACHABLE -> new Row(502, "Bad Gateway", NONE);
      case OVERLOADED -> new Row(503, "Service Unavailable", Map.of("Retry-After", "1"));
      case UPSTREAM_TIMEOUT -> new Row(504, "Gateway Timeout", NONE);
    };
  }
}
