package id.tixgo.gateway.graphql;

import static java.util.Objects.requireNonNull;

import graphql.schema.DataFetchingEnvironment;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.common.upstream.UpstreamResponses;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One service's REST, asked as whoever sent the GraphQL request; fails with its problems.
 *
 * @param service the verticle instance's own client
 */
record Rest(UpstreamClient service, Asker asker) {
  /** As many as REST gives at once. */
  static final String WHOLE = "limit=1000";

  private static final Pattern NEXT =
      Pattern.compile("<[^>]*[?&]cursor=([^&>]+)[^>]*>;\\s*rel=\"?next");

  Rest {
    requireNonNull(service);
    requireNonNull(asker);
  }

  static Rest of(String service, DataFetchingEnvironment field) {
    return of(service, Asker.of(field));
  }

  static Rest of(String service, Asker asker) {
    return new Rest(asker.services().get(service), asker);
  }

  Future<Map<String, Object>> get(String uri) {
    return send(HttpMethod.GET, uri, Optional.empty()).map(Rest::object);
  }

  @SuppressWarnings("unchecked")
  Future<List<Map<String, Object>>> list(String uri) {
    return send(HttpMethod.GET, uri, Optional.empty())
        .map(answer -> UpstreamResponses.read(answer, List.class));
  }

  /** A page of a list, as the type {@code …Connection} has it. */
  Future<Map<String, Object>> page(String uri) {
    return send(HttpMethod.GET, uri, Optional.empty()).map(Rest::connection);
  }

  Future<Map<String, Object>> send(HttpMethod method, String uri, JsonObject body) {
    return send(method, uri, Optional.of(body)).map(Rest::object);
  }

  Future<Void> delete(String uri) {
    return send(HttpMethod.DELETE, uri, Optional.empty())
        .map(UpstreamResponses::success)
        .mapEmpty();
  }

  private Future<HttpResponse<Buffer>> send(
      HttpMethod method, String uri, Optional<JsonObject> body) {
    HttpRequest<Buffer> request = service.request(method, uri).putHeaders(asker.headers());
    body.ifPresent(json -> request.putHeader("Content-Type", "application/json"));
    return service.send(
        request, body.map(JsonObject::toBuffer).orElseGet(Buffer::buffer), asker.scope());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(HttpResponse<Buffer> answer) {
    return UpstreamResponses.read(answer, Map.class);
  }

  private static Map<String, Object> connection(HttpResponse<Buffer> answer) {
    List<?> nodes = UpstreamResponses.read(answer, List.class);
    Optional<String> next =
        Optional.ofNullable(answer.getHeader("Link"))
            .map(NEXT::matcher)
            .filter(Matcher::find)
            .map(link -> URLDecoder.decode(link.group(1), StandardCharsets.UTF_8));
    return Map.of(
        "nodes",
        nodes,
        "page_info",
        next.<Map<String, Object>>map(cursor -> Map.of("has_next_page", true, "end_cursor", cursor))
            .orElseGet(() -> Map.of("has_next_page", false)),
        "total_count",
        Integer.valueOf(answer.getHeader("X-Total-Count")));
  }
}
