package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What a service answered. */
record Answer(HttpResponse<String> response) {
  int status() {
    return response.statusCode();
  }

  String body() {
    return response.body();
  }

  JsonObject json() {
    return new JsonObject(body());
  }

  JsonArray array() {
    return new JsonArray(body());
  }

  Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  String text(String member) {
    return json().getString(member);
  }

  Answer expect(int status) {
    assertEquals(status, status(), () -> response.request() + ": " + body());
    return this;
  }

  /** A problem with this status and code. */
  Answer expect(int status, String code) {
    expect(status);
    assertEquals("application/problem+json", header("Content-Type").orElse(""));
    assertEquals(code, text("code"));
    assertEquals(header("X-Request-Id").orElseThrow(), text("request_id"));
    return this;
  }
}
