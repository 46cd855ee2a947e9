package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RawOrigin;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.test.Wire;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of a neighbour as they come through all gateways, byte by byte. */
class GatewayAnswersIT {
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String ORIGIN_PORT = FreePort.next();
  private static RunningSystem system;
  private static RawOrigin origin;
  private static Map<ServiceApi, String> gatewayToPath;

  @BeforeAll
  static void start() {
    system =
        new RunningSystem(
            List.of("attendance", "portal", "gateway"),
            Map.of("EVENT_PORT", ORIGIN_PORT, "IDENTITY_PORT", ORIGIN_PORT));
    origin = RawOrigin.listen(system.vertx(), ORIGIN_PORT);
    gatewayToPath =
        Map.of(
            system.attendance(), "/events",
            system.portal(), "/gateway/identity/events",
            system.gateway(), "/api/v1/events");
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  static Stream<List<String>> headersOfCaches() {
    return Stream.of(
        List.of("cache-control: public", "expires: 0"),
        List.of("cache-control: public", "expires: 0", "date: Thu, 26 Nov 2026 10:00:00 GMT"),
        List.of("cache-control: public", "expires: -1", "date: yesterday"),
        List.of("cache-control: public, max-age=\"60\""),
        List.of("cache-control: public, max-age="),
        List.of("cache-control: public, max-age"),
        List.of("cache-control: max-age=99999999999"),
        List.of("cache-control: public, max-age=-1"),
        List.of("cache-control: public, max-age=1.5"),
        List.of("cache-control: public,, ,max-age=x", "expires: Thu, 32 Nov 2026 10:00:00 GMT"),
        List.of("cache-control: public, s-maxage=, stale-while-revalidate=\"", "age: x"),
        List.of(
            "cache-control: no-store",
            "pragma: no-cache",
            "expires: Thu, 01 Jan 1970 00:00:00 GMT"),
        List.of("date: Thu, 26-Nov-26 10:00:00 GMT", "expires: "),
        List.of("warning: 110 - \"stale\" \"no date\"", "date: no date"),
        List.of("warning: 110", "warning: 199 x \"y\" \"Thu, 26 Nov 2026 10:00:00 GMT\""),
        List.of("etag: not quoted", "last-modified: never", "vary: *"));
  }

  @ParameterizedTest
  @MethodSource("headersOfCaches")
  void whatCachesAreToldShouldPassAsItIs(List<String> headers) {
    origin.says(OK + String.join("\r\n", headers) + "\r\nContent-Length: 4\r\n\r\ngood");
    gatewayToPath.forEach(
        (gateway, path) -> {
          try (Wire wire = new Wire(gateway.port())) {
            String answer = wire.send(get(path, "Connection: close")).rest();
            assertTrue(answer.startsWith(OK) && answer.endsWith("\r\n\r\ngood"), answer);
            headers.forEach(
                header -> assertTrue(answer.contains("\r\n" + header + "\r\n"), answer));
          }
        });
  }

  static Stream<List<String>> answersWithoutBody() {
    return Stream.of(
        List.of("GET", "304 Not Modified", "ETag: \"x\""),
        List.of("GET", "304 Not Modified", "ETag: \"x\"\r\nContent-Length: 17"),
        List.of("GET", "304 Nothing New", "Transfer-Encoding: chunked"),
        List.of("GET", "204 No Content", "X: y"),
        List.of("GET", "204 No Content", "Content-Length: 0"),
        List.of("GET", "204 No Content", "Transfer-Encoding: chunked"),
        List.of("HEAD", "200 OK", "Content-Length: 17"),
        List.of("HEAD", "200 OK", "Transfer-Encoding: chunked"),
        List.of("HEAD", "200 OK", "X: y"),
        List.of("HEAD", "404 Not Found", "Content-Length: 99"),
        List.of("HEAD", "304 Not Modified", "X: y"));
  }

  @ParameterizedTest
  @MethodSource("answersWithoutBody")
  void anAnswerWithoutBodyShouldNotAnnounceOneNorHoldTheClient(List<String> answer) {
    origin.says("HTTP/1.1 " + answer.get(1) + "\r\n" + answer.get(2) + "\r\n\r\n");
    gatewayToPath.forEach(
        (gateway, path) -> {
          try (Wire wire = new Wire(gateway.port())) {
            String request = answer.get(0) + get(path).substring(3);
            String head = wire.send(request + get("/health", "Connection: close")).rest();
            assertTrue(head.startsWith("HTTP/1.1 " + answer.get(1).substring(0, 3)), head);
            String first = head.substring(0, head.indexOf("\r\n\r\n") + 4).toLowerCase(Locale.ROOT);
            assertFalse(first.contains("transfer-encoding"), head);
            assertTrue(head.startsWith("HTTP/1.1 200", first.length()), head);
            assertEquals(
                answer.get(2).contains("Length") && !answer.get(1).startsWith("204"),
                first.contains("content-length: " + answer.get(2).replaceAll("\\D", "")),
                head);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 4\r\n\r\n", "Content-Length: 4\r\n\r\ngood"})
  void aConnectionThatAnsweredAHeadShouldAnswerNothingElse(String rest) {
    gatewayToPath.forEach(
        (gateway, path) -> {
          origin.says("");
          origin.saysOnce(OK + rest);
          try (Wire wire = new Wire(gateway.port())) {
            assertEquals(200, wire.send("HEAD" + get(path).substring(3)).readHead().status());
            origin.saysOnce(OK + "Content-Length: 5\r\n\r\nother");
            assertEquals("other", wire.send(get(path)).read().body());
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.0", "HTTP/1.0\r\nConnection: keep-alive"})
  void anOldClientShouldGetAllOfABodyWithoutLengthAndThenTheEnd(String version) {
    origin.says(
        OK + "Transfer-Encoding: chunked\r\n\r\n3\r\nall\r\n4\r\n of \r\n2\r\nit\r\n0\r\n\r\n");
    gatewayToPath.forEach(
        (gateway, path) -> {
          try (Wire wire = new Wire(gateway.port())) {
            String answer = wire.send("GET " + path + " " + version + "\r\n\r\n").rest();
            assertTrue(answer.endsWith("\r\n\r\nall of it"), answer);
            assertFalse(answer.contains("chunked") || answer.contains("keep-alive"), answer);
          }
        });
  }

  @Test
  void aBodyThatEndsWithItsConnectionShouldBeWhole() {
    origin.saysAndHangsUp(OK + "X: y\r\n\r\nall of it");
    gatewayToPath.forEach(
        (gateway, path) -> {
          Wire.Reply reply = Wire.exchange(gateway.port(), get(path));
          assertEquals("all of it", reply.body());
          assertEquals("chunked", reply.headers().get("transfer-encoding"));
        });
  }

  @Test
  void trailersShouldNotSpoilTheBody() {
    origin.says(
        OK
            + "Trailer: X-Sum\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "9\r\nall of it\r\n0\r\nX-Sum: 1\r\n\r\n");
    gatewayToPath.forEach(
        (gateway, path) -> {
          try (Wire wire = new Wire(gateway.port())) {
            Wire.Reply reply = wire.send(get(path)).read();
            assertEquals("all of it", reply.body());
            assertFalse(reply.headers().containsKey("trailer"));
            assertEquals(200, wire.send(get("/health")).read().status());
          }
        });
  }

  @Test
  void aPartShouldPassAsOne() {
    origin.says(
        "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 2-5/9\r\nAccept-Ranges: bytes\r\n"
            + "Content-Length: 4\r\n\r\nl of");
    gatewayToPath.forEach(
        (gateway, path) -> {
          String request = get(path, "Range: bytes=2-5", "If-Range: \"1\"");
          Wire.Reply reply = Wire.exchange(gateway.port(), request);
          assertEquals(206, reply.status());
          assertEquals("bytes 2-5/9", reply.headers().get("content-range"));
          assertEquals("l of", reply.body());
        });
    assertTrue(origin.heard().contains("range: bytes=2-5\r\nif-range: \"1\"\r\n"), origin::heard);
  }

  @Test
  void anAnswerThatAnnouncesAnotherShouldNotBeTakenForIt() {
    origin.says("HTTP/1.1 102 Processing\r\n\r\n");
    gatewayToPath.forEach(
        (gateway, path) -> assertEquals(502, Wire.exchange(gateway.port(), get(path)).status()));
  }

  @Test
  void anAddressInFullShouldArriveAsAPath() {
    origin.says(OK + "Content-Length: 0\r\n\r\n");
    gatewayToPath.forEach(
        (gateway, path) -> {
          String id = "/a" + gateway.port();
          String uri = "http://x" + path + id + "?b=%20c";
          assertEquals(200, Wire.exchange(gateway.port(), get(uri)).status());
          String line = "get /events" + id + "?b=%20c http/1.1\r\n";
          assertTrue(origin.heard().contains(line), origin::heard);
        });
  }

  @Test
  void referencesShouldLeadWhereTheClientCanGo() {
    String own = "http://127.0.0.1:" + ORIGIN_PORT;
    origin.says(
        Wire.head(
            "HTTP/1.1 201 Created",
            "Location: /events/1?x=/y",
            "Content-Location: " + own + "/events/2",
            "Link: </events?cursor=9>; rel=\"next\", <" + own + "/events>; rel=first",
            "Link: <?cursor=1>; rel=\"prev\"; title=\"a </b> \\\" </c>\"",
            "Link: <//elsewhere/x>, <https://elsewhere/y>; rel=up",
            "Content-Length: 0"));
    String rest =
        " | <?cursor=1>; rel=\"prev\"; title=\"a </b> \\\" </c>\""
            + " | <//elsewhere/x>, <https://elsewhere/y>; rel=up";
    gatewayToPath.forEach(
        (gateway, path) -> {
          Map<String, String> headers = Wire.exchange(gateway.port(), get(path)).headers();
          String mount = path.replace("/events", "");
          assertEquals(mount + "/events/1?x=/y", headers.get("location"));
          assertEquals(mount + "/events/2", headers.get("content-location"));
          String next = "<" + mount + "/events?cursor=9>; rel=\"next\"";
          assertEquals(next + ", <" + mount + "/events>; rel=first" + rest, headers.get("link"));
        });
  }

  private static String get(String path, String... headers) {
    String more = Stream.of(headers).map(header -> header + "\r\n").reduce("", String::concat);
    return "GET " + path + " HTTP/1.1\r\nHost: x\r\n" + more + "\r\n";
  }
}
