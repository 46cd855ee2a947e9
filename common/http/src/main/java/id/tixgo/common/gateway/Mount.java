package id.tixgo.common.gateway;

import static java.util.Objects.requireNonNull;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;

/**
 * Where a gateway shows a neighbour: below which path, which the neighbour doesn't know.
 *
 * @param path {@code /gateway/identity}; empty for none
 * @param target the neighbour's own address
 */
record Mount(String path, URI target) {
  Mount {
    requireNonNull(path);
    requireNonNull(target);
  }

  /** Whether it shows what this request's path, as it was sent, leads to. */
  boolean covers(HttpServerRequest request) {
    return path.isEmpty() || request.path().startsWith(path + "/");
  }

  /** The address as the neighbour knows it; a client may have sent it in full, with a host. */
  String local(HttpServerRequest request) {
    String local = request.path().substring(path.length());
    String query = request.query();
    return query == null ? local : local + "?" + query;
  }

  /** A reference that the neighbour gave, as a client of the gateway has to write it. */
  String reference(String given) {
    String base = target.getScheme() + "://" + target.getAuthority();
    String local = given.startsWith(base + "/") ? given.substring(base.length()) : given;
    return local.startsWith("/") && !local.startsWith("//") ? path + local : given;
  }

  /** The same for each of a {@code Link} header's references, which stand in angle brackets. */
  String links(String given) {
    StringBuilder links = new StringBuilder();
    boolean quoted = false;
    int i = 0;
    while (i < given.length()) {
      char c = given.charAt(i);
      quoted ^= c == '"' && (i == 0 || given.charAt(i - 1) != '\\');
      int end = c == '<' && !quoted ? given.indexOf('>', i) : -1;
      links.append(end < 0 ? String.valueOf(c) : "<" + reference(given.substring(i + 1, end)));
      i = Math.max(end, i + 1);
    }
    return links.toString();
  }
}
