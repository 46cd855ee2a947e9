package id.tixgo.common.service;

import static java.util.Objects.requireNonNull;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;

/** A request to a service, sent by an admin; the body is empty where the method has none. */
public record SampleRequest(HttpMethod method, String uri, JsonObject body) {
  public SampleRequest {
    requireNonNull(method);
    requireNonNull(uri);
    requireNonNull(body);
  }

  public static SampleRequest get(String uri) {
    return new SampleRequest(HttpMethod.GET, uri, new JsonObject());
  }

  public static SampleRequest post(String uri, JsonObject body) {
    return new SampleRequest(HttpMethod.POST, uri, body);
  }
}
