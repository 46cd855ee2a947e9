package id.tixgo.common.gateway;

import id.tixgo.common.http.Leaving;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The headers of an answer as the client gets them: references lead where the client can go. What
 * this edge says itself, its CORS headers and request id, it says once.
 */
final class AnswerHeaders {
  private static final CharSequence LINK = HttpHeaders.createOptimized("Link");
  private static final CharSequence CONTENT_LOCATION =
      HttpHeaders.createOptimized("Content-Location");

  /** What one service tells the next alone. */
  private static final String LEAVING = Leaving.HEADER.toLowerCase(Locale.ROOT);

  private AnswerHeaders() {}

  static void copy(MultiMap from, MultiMap to, Mount mount) {
    Set<String> said =
        to.names().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .filter(name -> !name.equals("vary"))
            .collect(Collectors.toUnmodifiableSet());
    EndToEndHeaders.copy(from, to, name -> said.contains(name) || name.equals(LEAVING));
    rewrite(to, HttpHeaders.LOCATION, mount::reference);
    rewrite(to, CONTENT_LOCATION, mount::reference);
    rewrite(to, LINK, mount::links);
  }

  private static void rewrite(MultiMap headers, CharSequence name, UnaryOperator<String> change) {
    if (headers.contains(name)) {
      headers.set(name, headers.getAll(name).stream().<CharSequence>map(change).toList());
    }
  }
}
