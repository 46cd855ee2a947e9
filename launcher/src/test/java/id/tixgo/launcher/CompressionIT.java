package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.CodedBody;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is large gets smaller on its way to who takes it so, and is the same there. */
class CompressionIT {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static RunningSystem system;
  private static String token;

  @BeforeAll
  static void start() {
    system = new RunningSystem(List.of("identity", "event", "attendance", "gateway"), Map.of());
    token = system.tokenOf("committee");
    JsonArray scans = new JsonArray();
    for (int i = 0; i < 500; i++) {
      scans.add(
          new JsonObject()
              .put("nonce", "n" + i)
              .put("event_id", "large")
              .put("ticket_id", "TICKET-" + i)
              .put("scanned_at", "2026-01-01T12:00:00Z"));
    }
    JsonObject batch = new JsonObject().put("device_id", "gate").put("scans", scans);
    door().post("/checkins/batch", batch).expect(200);
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @ParameterizedTest
  @CsvSource({
    "gzip, /openapi.json",
    "br, /openapi.json",
    "gzip, /attendance/large",
    "br, /attendance/large",
    "br, /attendance/large?format=csv"
  })
  void aLargeAnswerShouldBeTheSameWhenItIsSmaller(String coding, String path) throws IOException {
    for (ServiceApi api : List.of(system.attendance(), system.gateway())) {
      byte[] plain = get(api, path, "identity").body();
      HttpResponse<byte[]> small = get(api, path, coding + ", deflate");
      assertEquals(coding, header(small, "Content-Encoding"), api.base() + path);
      assertTrue(small.headers().allValues("Vary").contains("accept-encoding"), path);
      assertTrue(small.body().length < plain.length / 3, path);
      assertArrayEquals(plain, CodedBody.decoded(coding, small.body()));
    }
  }

  @Test
  void aTagShouldBeGoodForEveryCoding() {
    String path = "/attendance/large";
    String tag = header(get(system.attendance(), path, "gzip"), "ETag");
    assertTrue(tag.startsWith("W/"), tag);
    HttpResponse<byte[]> again =
        send(request(system.attendance(), path, "br").header("If-None-Match", tag));
    assertEquals(304, again.statusCode());
  }

  @Test
  void whatIsSmallOrNotReadShouldStayAsItIs() {
    assertFalse(isCoded(get(system.attendance(), "/health", "gzip, br")));
    assertFalse(isCoded(get(system.attendance(), "/openapi.json", "gzip;q=0, br;q=0")));
    assertFalse(isCoded(get(system.attendance(), "/openapi.json", "deflate")));
    assertFalse(isCoded(get(system.attendance(), "/attendance/large?format=xlsx", "gzip, br")));
    String scans = "{\"device_id\":\"gate\",\"scans\":[]}";
    HttpRequest.Builder batch =
        request(system.attendance(), "/checkins/batch", "gzip, br")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(scans));
    assertFalse(isCoded(send(batch)));
  }

  private static ServiceApi door() {
    return system.attendance().as(token);
  }

  private static boolean isCoded(HttpResponse<byte[]> answer) {
    return answer.headers().firstValue("Content-Encoding").isPresent();
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static HttpResponse<byte[]> get(ServiceApi api, String path, String codings) {
    return send(request(api, path, codings));
  }

  private static HttpRequest.Builder request(ServiceApi api, String path, String codings) {
    return HttpRequest.newBuilder(URI.create(api.base() + path))
        .header("Authorization", "Bearer " + token)
        .header("Accept-Encoding", codings);
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
