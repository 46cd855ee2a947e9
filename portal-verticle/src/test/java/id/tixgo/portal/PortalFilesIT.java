package id.tixgo.portal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.Wire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The web application's files, as Portal sends them. */
class PortalFilesIT {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static RunningSystem system;

  @BeforeAll
  static void start() {
    system = new RunningSystem(List.of("portal"), Map.of());
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/,text/html; charset=utf-8,<!doctype html>",
    "/index.html,text/html; charset=utf-8,<!doctype html>",
    "/js/app.js,text/javascript; charset=utf-8,import",
    "/lib/lit-html.js,text/javascript; charset=utf-8,createTreeWalker",
    "/lib/lit-element.js,text/javascript; charset=utf-8,lit-html",
    "/lib/idb.js,text/javascript; charset=utf-8,./wrap-idb-value.js",
    "/lib/wrap-idb-value.js,text/javascript; charset=utf-8,IDBObjectStore",
    "/lib/html5-qrcode.js,text/javascript; charset=utf-8,Html5Qrcode"
  })
  void filesShouldHaveTheirTypeAndBeConfinedToTheirOrigin(
      String path, String type, String contained) {
    Answer answer = system.portal().get(path).expect(200);
    assertEquals(type, answer.header("Content-Type").orElse(""));
    assertTrue(answer.body().contains(contained), answer::body);
    assertEquals("nosniff", answer.header("X-Content-Type-Options").orElse(""));
    assertEquals("no-referrer", answer.header("Referrer-Policy").orElse(""));
    assertEquals("camera=(self)", answer.header("Permissions-Policy").orElse(""));
    assertEquals("same-origin", answer.header("Cross-Origin-Opener-Policy").orElse(""));
    assertEquals("no-cache", answer.header("Cache-Control").orElse(""));
    String policy = answer.header("Content-Security-Policy").orElse("");
    assertTrue(policy.startsWith("default-src 'none'; script-src 'self'"), policy);
    assertTrue(policy.contains("frame-ancestors 'none'"), policy);
    assertFalse(policy.contains("unsafe"), policy);
  }

  @Test
  void thePagesOwnImportMapShouldBeTheOneInlineScriptThatRuns() throws Exception {
    Answer answer = system.portal().get("/").expect(200);
    Matcher map =
        Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL)
            .matcher(answer.body());
    assertTrue(map.find());
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(map.group(1).getBytes(StandardCharsets.UTF_8));
    String policy = answer.header("Content-Security-Policy").orElse("");
    String source = "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    assertTrue(policy.contains("script-src 'self' " + source + "; style-src 'self';"), policy);
  }

  @Test
  void textShouldComeCompressedToThoseWhoTakeIt() throws Exception {
    byte[] plain = send("/lib/html5-qrcode.js", "identity").body();
    HttpResponse<byte[]> small = send("/lib/html5-qrcode.js", "gzip;q=0.5");
    assertEquals("gzip", small.headers().firstValue("Content-Encoding").orElse(""));
    assertEquals("Accept-Encoding", small.headers().firstValue("Vary").orElse(""));
    assertTrue(small.body().length < plain.length / 2);
    try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(small.body()))) {
      assertArrayEquals(plain, stream.readAllBytes());
    }
    assertNotEquals(tag(send("/lib/html5-qrcode.js", "identity")), tag(small));
    HttpResponse<byte[]> smaller = send("/lib/html5-qrcode.js", "gzip, br");
    assertEquals("br", smaller.headers().firstValue("Content-Encoding").orElse(""));
    assertTrue(smaller.body().length < small.body().length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"identity", "gzip;q=0", "br;q=0.0", "gzip;q=nonsense;;;,,", ";", "gzipped"})
  void othersShouldGetItPlain(String encodings) throws Exception {
    HttpResponse<byte[]> answer = send("/js/app.js", encodings);
    assertEquals(200, answer.statusCode());
    if (!encodings.contains("nonsense")) {
      assertTrue(answer.headers().firstValue("Content-Encoding").isEmpty());
    }
  }

  @Test
  void aFileThatTheBrowserHasShouldNotBeSentAgain() throws Exception {
    for (String path : List.of("/", "/js/app.js", "/lib/lit-html.js")) {
      String tag = system.portal().get(path).header("ETag").orElseThrow();
      Answer answer = system.portal().with("If-None-Match", tag).get(path).expect(304);
      assertEquals("", answer.body());
      assertEquals(tag, answer.header("ETag").orElse(""));
      system.portal().with("If-None-Match", "\"old\"").get(path).expect(200);
    }
  }

  /** Or the application would not open without a network. */
  @Test
  void theServiceWorkerShouldKeepEveryScript() {
    String worker = system.portal().get("/sw.js").expect(200).body();
    for (String path : List.of("/", "/css/app.css", "/js/app.js", "/lib/lit-html.js")) {
      assertTrue(worker.contains("'" + path + "'"), worker);
    }
    assertFalse(worker.contains("@"), worker);
  }

  /** One of the scripts to begin with; two more are for themselves. */
  @Test
  void theApplicationShouldBeOneScriptAndOneStyleSheet() throws IOException {
    String script = system.portal().get("/js/app.js").expect(200).body();
    List<String> apart = new ArrayList<>();
    for (String module : scripts()) {
      if (!script.contains("const $js_" + module.replaceAll("\\W", "_") + " = ")) {
        apart.add(module);
        system.portal().get("/js/" + module).expect(200);
      }
    }
    assertEquals(List.of("scanner.js", "theme.js"), apart);
    system.portal().get("/js/session.js").expect(404);
    String style = system.portal().get("/css/app.css").expect(200).body();
    assertTrue(style.indexOf(":root") < style.indexOf("box-sizing"), style);
    assertFalse(style.contains("@import"), style);
  }

  private static List<String> scripts() throws IOException {
    Path folder = Path.of("../portal-verticle/src/main/resources/web/js");
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void headShouldTellTheLength() {
    Answer head = system.portal().send("HEAD", "/js/app.js", "").expect(200);
    String body = system.portal().get("/js/app.js").body();
    assertEquals("", head.body());
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    assertEquals(String.valueOf(length), head.header("Content-Length").orElse(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/nothing.js",
        "/lib/",
        "/lib/lit-html",
        "/web/index.html",
        "/../openapi/portal.json",
        "/%2e%2e/openapi/portal.json",
        "/lib/..%2f..%2fopenapi/portal.json",
        "/lib/..%5c..%5copenapi%5cportal.json",
        "/./../../META-INF/MANIFEST.MF",
        "//META-INF/MANIFEST.MF",
        "/id/tixgo/portal/PortalService.class",
        "/docs.html",
        "/js/app.js/",
        "/js/app.js%00.html",
        "/APP.JS"
      })
  void nothingElseShouldBeServed(String path) {
    try (Wire wire = new Wire(system.portal().port())) {
      Wire.Reply reply = wire.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").read();
      assertEquals(404, reply.status(), reply::toString);
      assertEquals("application/problem+json", reply.headers().get("content-type"));
    }
  }

  @Test
  void thePagesOfTheContractShouldBeThereToo() {
    system.portal().get("/docs").expect(200);
    system.portal().get("/redoc").expect(200);
    assertEquals(
        "TixGo Portal",
        system.portal().get("/openapi.json").json().getJsonObject("info").getString("title"));
    system.portal().send("POST", "/", "").expect(405, "METHOD_NOT_ALLOWED");
  }

  private static String tag(HttpResponse<?> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  private static HttpResponse<byte[]> send(String path, String encodings)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + system.portal().port() + path);
    HttpRequest request = HttpRequest.newBuilder(uri).header("Accept-Encoding", encodings).build();
    return CLIENT.send(request, BodyHandlers.ofByteArray());
  }
}
