package id.tixgo.gateway.graphql;

import static java.util.Objects.requireNonNull;

import graphql.schema.DataFetchingEnvironment;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.upstream.UpstreamClient;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Map;

/**
 * Who sent a GraphQL request, as services are told.
 *
 * @param headers {@code Authorization}, if there was one, and where the request came from
 * @param services the clients of the verticle instance that has the request, by name
 */
record Asker(RequestScope scope, MultiMap headers, Map<String, UpstreamClient> services) {
  Asker {
    requireNonNull(scope);
    requireNonNull(headers);
    services = Map.copyOf(services);
  }

  static Asker of(DataFetchingEnvironment field) {
    return requireNonNull(field.getGraphQlContext().get(Asker.class));
  }

  /** The same with another token; throws a problem where none can be one. */
  Asker as(String token) {
    if (!isPrintable(token)) {
      throw Problem.of(ProblemKind.UNAUTHORIZED, "Invalid or expired token");
    }
    return with(HttpHeaders.AUTHORIZATION, "Bearer " + token);
  }

  /** The same with the client's own name for what it asks for; throws a problem if it is none. */
  Asker keyed(String key) {
    if (!isPrintable(key)) {
      throw Problem.invalid("idempotencyKey", "must be 1 to 128 printable characters", "pattern");
    }
    return with("Idempotency-Key", key);
  }

  /** Of anything else two headers could be made. */
  private static boolean isPrintable(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c <= '~');
  }

  private Asker with(CharSequence name, String value) {
    MultiMap other = MultiMap.caseInsensitiveMultiMap().addAll(headers);
    return new Asker(scope, other.set(name, value), services);
  }
}
