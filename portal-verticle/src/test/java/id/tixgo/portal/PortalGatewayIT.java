package id.tixgo.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.Wire;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway of pages to the other services, with fakes of them behind it. */
class PortalGatewayIT {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final int LIMIT_MS = 3000;

  private final String identityPort = FreePort.next();
  private final String attendancePort = FreePort.next();
  private final String eventPort = FreePort.next();
  private final String ticketingPort = FreePort.next();
  private final String paymentPort = FreePort.next();
  private final RunningSystem system =
      new RunningSystem(
          List.of("portal"),
          Map.of(
              "IDENTITY_PORT",
              identityPort,
              "ATTENDANCE_PORT",
              attendancePort,
              "EVENT_PORT",
              eventPort,
              "TICKETING_PORT",
              ticketingPort,
              "PAYMENT_PORT",
              paymentPort,
              "UPSTREAM_TIMEOUT_MS",
              String.valueOf(LIMIT_MS)));

  @AfterEach
  void stop() {
    system.portal().get("/health").expect(200);
    system.close();
  }

  @Test
  void eachServiceShouldGetItsOwnPathsWithoutTheMount() {
    listen(identityPort, request -> echo(request, "identity"));
    listen(attendancePort, request -> echo(request, "attendance"));
    for (String name : List.of("identity", "attendance")) {
      for (String uri :
          List.of(
              "/events",
              "/events?q=a%20b+c&x=%25&x=2",
              "/events/a%2Fb/c",
              "/events/%C3%A9%20?q=%F0%9F%8E%AB",
              "/gateway/identity/x",
              "/?x",
              "/")) {
        JsonObject echo = echoed("GET", "/gateway/" + name + uri, "");
        assertEquals(name, echo.getString("name"));
        assertEquals(uri, echo.getString("uri"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "event,/venues",
    "event,/venues/1/rooms/2?x=%2F",
    "event,/venues/a%2Fb",
    "event,/venues/..%2Finternal/feed",
    "ticketing,/shop/events?q=a%20b",
    "ticketing,/bookings",
    "ticketing,/tickets/ABC.svg",
    "ticketing,/reports/sales",
    "payment,/checkout",
    "payment,/orders?limit=100",
    "payment,/payments/7",
    "payment,/refunds/3/confirm",
    "payment,/suspense/1/resolve",
    "payment,/reports/revenue?group_by=day",
    "payment,/reports/reconciliation"
  })
  void anInternalServiceShouldGetWhatIsShownOfIt(String name, String uri) {
    listen(eventPort, request -> echo(request, "event"));
    listen(ticketingPort, request -> echo(request, "ticketing"));
    listen(paymentPort, request -> echo(request, "payment"));
    JsonObject echo = echoed("GET", "/gateway/" + name + uri, "");
    assertEquals(name, echo.getString("name"));
    assertEquals(uri, echo.getString("uri"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/gateway/event/events",
        "/gateway/event/venuesx",
        "/gateway/event/internal/feed",
        "/gateway/event/venues/../internal/feed",
        "/gateway/event/venues/%2e%2e/internal/feed",
        "/gateway/event/../internal/venues",
        "/gateway/ticketing/internal/feed",
        "/gateway/ticketing/%69nternal/feed",
        "/gateway/ticketing/bookings/../internal/feed",
        "/gateway/ticketing/shop/./../internal/feed",
        "/gateway/ticketing/ticket-keys",
        "/gateway/ticketing/reports/other",
        "/gateway/ticketing/health/ready",
        "/gateway/ticketing/openapi.json",
        "/gateway/ticketing",
        "/gateway/payment/internal/feed",
        "/gateway/payment/payments/../internal/feed",
        "/gateway/payment/webhooks/payment",
        "/gateway/payment/reports",
        "/gateway/payment/reports/other",
        "/gateway/payment/reports/../internal/feed",
        "/gateway/payment/suspensex",
        "/gateway/payment/openapi.json",
        "/gateway/wallet/internal/ledger",
        "/gateway/wallet/users/../internal/ledger",
        "/gateway/wallet/auth/login",
        "/gateway/notification/internal/feed",
        "/gateway/notification/notifications/%2e%2e/internal/feed",
        "/gateway/report/reports/user/1",
        "/gateway/report/reports/events/%2e%2e/user/1",
        "/gateway/report/sync/all"
      })
  void allElseOfAnInternalServiceShouldLeadNowhere(String path) {
    listen(eventPort, request -> echo(request, "event"));
    listen(ticketingPort, request -> echo(request, "ticketing"));
    listen(paymentPort, request -> echo(request, "payment"));
    try (Wire wire = new Wire(system.portal().port())) {
      Wire.Reply reply = wire.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").read();
      assertEquals(404, reply.status(), path);
    }
  }

  @Test
  void methodBodyAndHeadersShouldPass() {
    listen(attendancePort, request -> echo(request, "attendance"));
    String body = UUID.randomUUID().toString().repeat(1500);
    for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
      JsonObject echo = echoed(method, "/gateway/attendance/x", body);
      assertEquals(method, echo.getString("method"));
      assertEquals(body, echo.getString("body"));
      JsonObject headers = echo.getJsonObject("headers");
      assertEquals("Bearer abc", headers.getString("authorization"));
      assertEquals("id-1", headers.getString("x-request-id"));
      assertEquals("127.0.0.1", headers.getString("x-forwarded-for"));
    }
  }

  @Test
  void otherWaysToWriteTheMountShouldLeadNowhere() {
    listen(identityPort, request -> echo(request, "identity"));
    listen(attendancePort, request -> echo(request, "attendance"));
    for (String path :
        List.of(
            "/gateway//identity/x",
            "/./gateway/identity/x",
            "/%67ateway/identity/x",
            "/gateway/attendance/../identity/x",
            "/gateway/event/x",
            "/gateway/identityx",
            "/gateway")) {
      try (Wire wire = new Wire(system.portal().port())) {
        Wire.Reply reply = wire.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").read();
        assertEquals(404, reply.status(), path);
      }
    }
  }

  @Test
  void whoeverCantBeReachedShouldBeNamed() {
    for (String name : List.of("identity", "attendance")) {
      Answer answer = system.portal().get("/gateway/" + name + "/x");
      answer.expect(502, "UPSTREAM_UNREACHABLE");
      assertEquals("The " + name + " service can't be reached.", answer.text("detail"));
    }
    system.portal().get("/gateway/event/venues").expect(502, "UPSTREAM_UNREACHABLE");
    system.portal().get("/gateway/ticketing/shop/events").expect(502, "UPSTREAM_UNREACHABLE");
    system.portal().get("/gateway/payment/orders").expect(502, "UPSTREAM_UNREACHABLE");
    system.portal().get("/gateway/wallet/transactions").expect(502, "UPSTREAM_UNREACHABLE");
    system.portal().get("/gateway/notification/notifications").expect(502, "UPSTREAM_UNREACHABLE");
    system.portal().get("/gateway/report/reports/events").expect(502, "UPSTREAM_UNREACHABLE");
    system.portal().post("/api/auth/login", new JsonObject()).expect(502, "UPSTREAM_UNREACHABLE");
  }

  @Test
  void whoeverIsSilentShouldBeNamed() throws IOException {
    try (ServerSocket silent = new ServerSocket(Integer.parseInt(attendancePort))) {
      assertTrue(silent.isBound());
      Answer answer = system.portal().get("/gateway/attendance/x").expect(504, "UPSTREAM_TIMEOUT");
      assertEquals("The attendance service did not answer in time.", answer.text("detail"));
    }
  }

  @Test
  void anEventStreamShouldComeAsItHappensAndOutliveTheLimit() throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    listen(attendancePort, request -> tellTwice(request.response(), read));
    try (BufferedReader lines = open("/gateway/attendance/attendance/x/stream")) {
      assertEquals("data: 1", lines.readLine());
      read.countDown();
      assertEquals("", lines.readLine());
      assertEquals("data: 2", lines.readLine());
    }
  }

  /** The second event comes well after the limit, and after the first was read. */
  private void tellTwice(HttpServerResponse response, CountDownLatch read) {
    response.putHeader("Content-Type", "text/event-stream").setChunked(true).write("data: 1\n\n");
    system.vertx().setTimer(LIMIT_MS + 1000, late -> response.write(data(read)));
  }

  private static String data(CountDownLatch read) {
    return read.getCount() == 0 ? "data: 2\n\n" : "data: nobody has read the first\n\n";
  }

  @Test
  void aReaderThatGoesAwayShouldEndItsEventStream() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    listen(
        attendancePort,
        request -> {
          request.response().closeHandler(closed -> ended.countDown());
          tellTwice(request.response(), ended);
        });
    try (Wire wire = new Wire(system.portal().port())) {
      wire.send("GET /gateway/attendance/attendance/x/stream HTTP/1.1\r\nHost: x\r\n\r\n");
      wire.taste(20);
    }
    assertTrue(ended.await(10, TimeUnit.SECONDS));
  }

  private BufferedReader open(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + system.portal().port() + path);
    InputStream body =
        CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofInputStream()).body();
    return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  private JsonObject echoed(String method, String uri, String body) {
    return system
        .portal()
        .as("abc")
        .with("X-Request-Id", "id-1")
        .send(method, uri, body)
        .expect(418)
        .json();
  }

  private void listen(String port, Handler<HttpServerRequest> handler) {
    RunningSystem.await(
        system
            .vertx()
            .createHttpServer()
            .requestHandler(handler)
            .listen(Integer.parseInt(port), "127.0.0.1"));
  }

  private static Future<?> echo(HttpServerRequest request, String name) {
    JsonObject headers = new JsonObject();
    request.headers().forEach((key, value) -> headers.put(key.toLowerCase(Locale.ROOT), value));
    return request.body().compose(body -> answer(request, name, headers, body));
  }

  private static Future<?> answer(
      HttpServerRequest request, String name, JsonObject headers, Buffer body) {
    JsonObject echo =
        new JsonObject()
            .put("name", name)
            .put("method", request.method().name())
            .put("uri", request.uri())
            .put("headers", headers)
            .put("body", body.toString());
    return request
        .response()
        .setStatusCode(418)
        .putHeader("Content-Type", "application/json")
        .end(echo.toBuffer());
  }
}
