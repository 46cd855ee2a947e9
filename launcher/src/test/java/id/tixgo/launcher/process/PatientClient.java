package id.tixgo.launcher.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who asks again until an answer says something: whoever is asked may be dead. */
final class PatientClient {
  private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final Pattern NEXT = Pattern.compile("<([^>]*)>; rel=\"next\"");

  private final Map<String, String> settings;
  private final String token;

  PatientClient(Map<String, String> settings, String token) {
    this.settings = settings;
    this.token = token;
  }

  JsonObject post(int status, String portName, String path, String key, JsonObject body) {
    HttpResponse<String> answer = post(portName, path, key, body);
    assertEquals(status, answer.statusCode(), answer.body());
    return new JsonObject(answer.body());
  }

  /** The first answer that isn't 5xx. */
  HttpResponse<String> post(String portName, String path, String key, JsonObject body) {
    while (true) {
      try {
        HttpResponse<String> answer =
            Tixgo.send("POST", settings.get(portName), path, token, key, body.encode());
        if (answer.statusCode() < 500) {
          return answer;
        }
      } catch (IOException e) {
        // It has died.
      }
      LockSupport.parkNanos(PAUSE_NS);
    }
  }

  /** Of one who lives. */
  HttpResponse<String> get(String portName, String path) {
    try {
      HttpResponse<String> answer = Tixgo.send("GET", settings.get(portName), path, token, "");
      assertEquals(200, answer.statusCode(), answer.body());
      return answer;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** All of a list, from its first page on. */
  List<JsonObject> pages(String portName, String first) {
    List<JsonObject> all = new ArrayList<>();
    Optional<String> path = Optional.of(first);
    while (path.isPresent()) {
      HttpResponse<String> answer = get(portName, path.get());
      new JsonArray(answer.body()).forEach(item -> all.add((JsonObject) item));
      path = answer.headers().firstValue("Link").flatMap(PatientClient::next);
    }
    return all;
  }

  private static Optional<String> next(String link) {
    Matcher matcher = NEXT.matcher(link);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
