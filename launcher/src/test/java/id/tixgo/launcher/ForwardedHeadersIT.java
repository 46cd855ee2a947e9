package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.tixgo.common.test.AccessLog;
import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.test.Wire;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a neighbour is told of a request's client, through all gateways. */
class ForwardedHeadersIT {
  private static final String ORIGIN_PORT = FreePort.next();
  private static final AtomicInteger REQUESTS = new AtomicInteger();

  /** To one this machine's addresses are strangers', to the other a trusted proxy's. */
  private static RunningSystem wary;

  private static RunningSystem trusting;

  @BeforeAll
  static void start() {
    AccessLog.open();
    wary = system("10.0.0.0/8");
    trusting = system("10.0.0.0/8, 127.0.0.1, 2001:db8::/32");
    RunningSystem.await(
        wary.vertx()
            .createHttpServer()
            .requestHandler(ForwardedHeadersIT::echo)
            .listen(Integer.parseInt(ORIGIN_PORT), "127.0.0.1"));
  }

  private static RunningSystem system(String trusted) {
    return new RunningSystem(
        List.of("attendance", "portal", "gateway"),
        Map.of(
            "TRUSTED_PROXIES", trusted, "EVENT_PORT", ORIGIN_PORT, "IDENTITY_PORT", ORIGIN_PORT));
  }

  private static void echo(HttpServerRequest request) {
    JsonObject headers = new JsonObject();
    request
        .headers()
        .names()
        .forEach(
            name ->
                headers.put(
                    name.toLowerCase(Locale.ROOT),
                    String.join(" | ", request.headers().getAll(name))));
    request.response().end(headers.toBuffer());
  }

  @AfterAll
  static void stop() {
    trusting.close();
    wary.close();
  }

  static Stream<String> headersThatCouldBeBelieved() {
    return Stream.of(
        "X-Real-IP",
        "X-User-Id",
        "X-User-Role",
        "X-User",
        "X-Username",
        "X-Role",
        "X-Roles",
        "X-Service-Token",
        "X-Internal-Call",
        "X-Forwarded-User",
        "X-Forwarded-Email",
        "X-Forwarded-Prefix",
        "X-Forwarded-Port",
        "X-Forwarded-Server",
        "X-Forwarded-Proof",
        "X-Original-URL",
        "X-Rewrite-URL",
        "X-HTTP-Method-Override",
        "X-HTTP-Method",
        "X-Method-Override",
        "X-Auth-Request-User",
        "X-Authenticated-Userid",
        "X-Remote-User",
        "Remote-User",
        "X-Client-IP",
        "True-Client-IP",
        "CF-Connecting-IP",
        "X-Tenant-Id",
        "X-Scope-OrgID",
        "X-Admin",
        "X_User_Role",
        "x_forwarded_for",
        "X-Forwarded_Proto",
        "REMOTE_USER",
        "X_REQUEST_ID",
        "Origin");
  }

  @ParameterizedTest
  @MethodSource("headersThatCouldBeBelieved")
  void whatCouldBeBelievedShouldNotComeIn(String name) {
    for (RunningSystem system : List.of(wary, trusting)) {
      JsonObject told = told(system, name + ": forged");
      assertFalse(told.encode().contains("forged"), told::encode);
    }
  }

  @Test
  void everythingElseShouldComeIn() {
    for (String name :
        List.of("x-requested-with", "x-last-seq", "accept-language", "cookie", "dnt", "via")) {
      assertEquals("kept", told(wary, name + ": kept").getString(name));
    }
  }

  @Test
  void whatAStrangerSaysOfItsClientShouldBeReplaced() {
    JsonObject told =
        told(
            wary,
            "X-Forwarded-For: 203.0.113.7",
            "X-Forwarded-Proto: https",
            "X-Forwarded-Host: tixgo.example",
            "Forwarded: for=203.0.113.7");
    assertEquals("127.0.0.1", told.getString("x-forwarded-for"));
    assertEquals("http", told.getString("x-forwarded-proto"));
    assertEquals("door:1", told.getString("x-forwarded-host"));
    assertFalse(told.containsKey("forwarded"));
  }

  /** What a trusted proxy says, the address that counts, and what a neighbour is told. */
  static Stream<List<String>> chains() {
    return Stream.of(
        List.of("X: y", "127.0.0.1", "127.0.0.1"),
        List.of("X-Forwarded-For: 203.0.113.7", "203.0.113.7", "203.0.113.7, 127.0.0.1"),
        List.of("X-Forwarded-For: 1.1.1.1, 9.9.9.9", "9.9.9.9", "1.1.1.1, 9.9.9.9, 127.0.0.1"),
        List.of(
            "X-Forwarded-For: 1.1.1.1,9.9.9.9 , 10.1.2.3",
            "9.9.9.9",
            "1.1.1.1, 9.9.9.9, 10.1.2.3, 127.0.0.1"),
        List.of(
            "X-Forwarded-For: 1.1.1.1\r\nX-Forwarded-For: 9.9.9.9:4711",
            "9.9.9.9",
            "1.1.1.1, 9.9.9.9:4711, 127.0.0.1"),
        List.of(
            "X-Forwarded-For: 2001:db9::7, 2001:db8:1::1",
            "2001:db9:0:0:0:0:0:7",
            "2001:db9::7, 2001:db8:1::1, 127.0.0.1"),
        List.of("X-Forwarded-For: ::ffff:10.1.1.1", "10.1.1.1", "::ffff:10.1.1.1, 127.0.0.1"),
        List.of("X-Forwarded-For: 1.1.1.1, unknown", "127.0.0.1", "1.1.1.1, unknown, 127.0.0.1"),
        List.of(
            "X-Forwarded-For: 1.1.1.1, localhost", "127.0.0.1", "1.1.1.1, localhost, 127.0.0.1"),
        List.of("X-Forwarded-For: 10.0.0.1, 10.0.0.2", "10.0.0.1", "10.0.0.1, 10.0.0.2, 127.0.0.1"),
        List.of(
            "X-Forwarded-For: 1.1.1.1\r\nForwarded: for=2.2.2.2", "1.1.1.1", "1.1.1.1, 127.0.0.1"),
        List.of("Forwarded: for=203.0.113.7;proto=https", "203.0.113.7", "203.0.113.7, 127.0.0.1"),
        List.of(
            "Forwarded: proto=http; For=\"[2001:db9::1]:99\" , for=10.0.0.1",
            "2001:db9:0:0:0:0:0:1",
            "[2001:db9::1]:99, 10.0.0.1, 127.0.0.1"));
  }

  @ParameterizedTest
  @MethodSource("chains")
  void theLastAddressThatIsNoTrustedProxysShouldCount(List<String> chain) {
    JsonObject told = told(trusting, chain.get(0));
    assertEquals(chain.get(2), told.getString("x-forwarded-for"));
    String id = told.getString("x-request-id");
    assertEquals(chain.get(1), AccessLog.await(id).get("client"));
    assertEquals("127.0.0.1", client(wary, chain.get(0)));
  }

  private static String client(RunningSystem system, String header) {
    return AccessLog.await(told(system, header).getString("x-request-id")).get("client");
  }

  /** Portal's address says nothing to Event: what it was told of the client does. */
  @Test
  void aServiceOfTheHouseShouldBeNoHop() {
    String path = "/gateway/attendance/events";
    String said = "X-Forwarded-For: 203.0.113.7";
    JsonObject told = told(wary.portal(), path, "inside-1", said);
    assertEquals("127.0.0.1", told.getString("x-forwarded-for"));
    JsonObject other = told(trusting.portal(), path, "inside-2", said);
    assertEquals("203.0.113.7, 127.0.0.1", other.getString("x-forwarded-for"));
    JsonObject older = told(trusting.portal(), path, "inside-3", "Forwarded: for=203.0.113.7");
    assertEquals("203.0.113.7, 127.0.0.1", older.getString("x-forwarded-for"));
    assertEquals("for=203.0.113.7, for=127.0.0.1", older.getString("forwarded"));
  }

  @Test
  void aTrustedProxyShouldSayTheSchemeAndTheHost() {
    JsonObject told =
        told(trusting, "X-Forwarded-Proto: http, https", "X-Forwarded-Host: a, tixgo.example");
    assertEquals("https", told.getString("x-forwarded-proto"));
    assertEquals("tixgo.example", told.getString("x-forwarded-host"));
    assertEquals(
        "http", told(trusting, "X-Forwarded-Proto: javascript").getString("x-forwarded-proto"));
    JsonObject other = told(trusting, "Forwarded: for=_x;host=\"tixgo.example:1\";proto=https");
    assertEquals("https", other.getString("x-forwarded-proto"));
    assertEquals("tixgo.example:1", other.getString("x-forwarded-host"));
    assertEquals(
        "for=_x;host=\"tixgo.example:1\";proto=https, for=127.0.0.1", other.getString("forwarded"));
  }

  /** The headers that reach a neighbour, the same through each gateway. */
  private static JsonObject told(RunningSystem system, String... headers) {
    String id = "forwarded-" + REQUESTS.incrementAndGet();
    JsonObject told = told(system.attendance(), "/events", id, headers);
    JsonObject portal = told(system.portal(), "/gateway/identity/x", id, headers);
    JsonObject gateway = told(system.gateway(), "/events", id, headers);
    List.of(told, portal, gateway).forEach(each -> each.remove("x-deadline-ms"));
    List.of(told, portal, gateway).forEach(each -> each.remove("traceparent"));
    assertEquals(told, portal);
    assertEquals(told, gateway);
    return told;
  }

  private static JsonObject told(ServiceApi gateway, String path, String id, String... headers) {
    String head =
        Wire.head(
            "GET " + path + " HTTP/1.1",
            "Host: door:1",
            "X-Request-Id: " + id,
            String.join("\r\n", headers));
    return new JsonObject(Wire.exchange(gateway.port(), head).body());
  }
}
