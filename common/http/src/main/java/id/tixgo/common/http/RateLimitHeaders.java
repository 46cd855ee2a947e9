package id.tixgo.common.http;

import id.tixgo.common.problem.Problem;
import java.util.Map;

/**
 * What a client is told who has to wait: {@code Retry-After} and, as most clients read them, the
 * fields of draft-ietf-httpapi-ratelimit-headers-03.
 */
final class RateLimitHeaders {
  private RateLimitHeaders() {}

  static Map<String, String> of(Problem refusal) {
    String wait = member(refusal, "retry_after");
    return Map.of(
        "Retry-After",
        wait,
        "RateLimit-Limit",
        member(refusal, "at_once"),
        "RateLimit-Remaining",
        "0",
        "RateLimit-Reset",
        wait);
  }

  /** A neighbour that isn't ours may refuse without them. */
  private static String member(Problem refusal, String name) {
    return String.valueOf(refusal.members().getOrDefault(name, 1));
  }
}
