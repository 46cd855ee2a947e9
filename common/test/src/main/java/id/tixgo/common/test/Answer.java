package id.tixgo.common.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What a service answered. */
public record Answer(HttpResponse<String> response) {
  public int status() {
    return response.statusCode();
  }

  public String body() {
    return response.body();
  }

  public JsonObject json() {
    return new JsonObject(body());
  }

  public JsonArray array() {
    return new JsonArray(body());
  }

  public Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  public String text(String member) {
    return json().getString(member);
  }

  public Answer expect(int status) {
    assertEquals(status, status(), () -> response.request() + ": " + body());
    return this;
  }

  /** A problem with this status and code. */
  public Answer expect(int status, String code) {
    expect(status);
    assertEquals("application/problem+json", header("Content-Type").orElse(""));
    assertEquals(code, text("code"));
    assertEquals(header("X-Request-Id").orElseThrow(), text("request_id"));
    return this;
  }
}
