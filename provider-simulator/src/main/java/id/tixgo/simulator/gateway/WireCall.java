package id.tixgo.simulator.gateway;

import static java.util.Objects.requireNonNull;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A call of a merchant's to a gateway. */
public final class WireCall {
  private final RoutingContext context;
  private String reference = "";

  WireCall(RoutingContext context) {
    this.context = requireNonNull(context);
  }

  String method() {
    return context.request().method().name();
  }

  String path() {
    return context.request().path();
  }

  /** Says which payment this call is about, for the log. */
  public void isAbout(String newReference) {
    reference = requireNonNull(newReference);
  }

  String reference() {
    return reference;
  }

  /** A part of the path, also of one that has no such part: empty then. */
  public String part(String name) {
    return Optional.ofNullable(context.pathParam(name)).orElse("");
  }

  public Optional<String> query(String name) {
    return Optional.ofNullable(context.request().getParam(name)).filter(v -> !v.isEmpty());
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(context.request().getHeader(name)).filter(v -> !v.isEmpty());
  }

  /** Whether the caller shows this key, as the name of a user without a password. */
  public boolean shows(String key) {
    byte[] credentials = (key + ":").getBytes(StandardCharsets.UTF_8);
    String expected = "Basic " + Base64.getEncoder().encodeToString(credentials);
    return header(HttpHeaders.AUTHORIZATION.toString()).filter(expected::equals).isPresent();
  }

  /**
   * The body; an empty object if there is none.
   *
   * @throws io.vertx.core.json.DecodeException if it is no JSON
   * @throws ClassCastException if it is no object
   */
  public JsonObject json() {
    return context.body().length() <= 0
        ? new JsonObject()
        : new JsonObject(context.body().buffer());
  }

  /** Where the caller found the gateway. */
  public String baseUrl() {
    return "http://" + context.request().authority();
  }
}
