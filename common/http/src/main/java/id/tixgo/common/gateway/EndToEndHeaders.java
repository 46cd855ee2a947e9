package id.tixgo.common.gateway;

import io.vertx.core.MultiMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The headers of a message that are for its last recipient (RFC 9110, 7.6.1). */
final class EndToEndHeaders {
  private static final Set<String> PER_CONNECTION =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private EndToEndHeaders() {}

  /**
   * Adds those that neither concern one connection alone nor are left out.
   *
   * @param leftOut by name in lower case
   */
  static void copy(MultiMap from, MultiMap to, Predicate<String> leftOut) {
    Set<String> named = namedByConnection(from);
    from.forEach(
        (name, value) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          if (!PER_CONNECTION.contains(lower) && !named.contains(lower) && !leftOut.test(lower)) {
            to.add(name, value);
          }
        });
  }

  private static Set<String> namedByConnection(MultiMap headers) {
    Set<String> names = new HashSet<>();
    headers.getAll("Connection").stream()
        .flatMap(line -> Stream.of(line.split(",", -1)))
        .forEach(name -> names.add(name.strip().toLowerCase(Locale.ROOT)));
    return names;
  }
}
