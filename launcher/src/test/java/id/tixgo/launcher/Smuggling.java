package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.test.Wire;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A second request, hidden in the body of a first whose framing can be read in two ways. Whatever
 * is written about the body, either that one request reaches the origin, and no other, or it is
 * refused with 400 and its connection ends.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
abstract class Smuggling {
  private final AtomicInteger attacks = new AtomicInteger();
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private final String service;
  private final String portVariable;
  private final String post;
  private final String hidden;
  private final String chunks;
  private RunningSystem system;
  private ServiceApi gateway;

  /** The gateway of a service to the one that a setting names, and a path that it forwards. */
  Smuggling(String service, String portVariable, String path) {
    this.service = service;
    this.portVariable = portVariable;
    post = "POST " + path;
    hidden = "GET " + path + "/hidden HTTP/1.1\r\nHost: x\r\n\r\n";
    chunks = Integer.toHexString(hidden.length()) + "\r\n" + hidden + "\r\n0\r\n\r\n";
  }

  @BeforeAll
  void start() {
    String originPort = FreePort.next();
    system =
        new RunningSystem(
            List.of(service), Map.of(portVariable, originPort, "IDLE_TIMEOUT_SECONDS", "1"));
    gateway = system.service(service);
    RunningSystem.await(
        system
            .vertx()
            .createHttpServer()
            .requestHandler(this::answer)
            .listen(Integer.parseInt(originPort), "127.0.0.1"));
  }

  @AfterAll
  void stop() {
    system.close();
  }

  private Future<?> answer(HttpServerRequest request) {
    heard.add(request.uri().endsWith("hidden") ? "hidden" : "N: " + request.getHeader("N"));
    return request.body().compose(body -> request.response().end("heard"));
  }

  /** Lines about a body of chunks that no two readers take for the same. */
  static Stream<String> codings() {
    return Stream.of(
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: chunkedx",
        "Transfer-Encoding: chunked, xchunked",
        "Transfer-Encoding: xchunked, chunked",
        "Transfer-Encoding: chunked, chunked",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
        "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding: identity, chunked",
        "Transfer-Encoding: identity",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: gzip",
        "Transfer-Encoding: chunked;q=1",
        "Transfer-Encoding: \"chunked\"",
        "Transfer-Encoding: 'chunked'",
        "Transfer-Encoding: chunked,",
        "Transfer-Encoding: ,chunked",
        "Transfer-Encoding:",
        "Transfer-Encoding: ",
        "Transfer-Encoding: chunked\0",
        "Transfer-Encoding: chun\u000bked",
        "Transfer-Encoding: \u000bchunked",
        "Transfer-Encoding: chunked\u000c",
        "Transfer-Encoding: chunked\u00a0",
        "Transfer-Encoding: \u212Aunked",
        "Transfer-Encoding:\r\n chunked",
        "Transfer-Encoding: chunked,\r\n identity",
        "X: y\rTransfer-Encoding: chunked",
        "X: y\nTransfer-Encoding: chunked",
        "Transfer-Encoding : chunked",
        "Transfer-Encoding\t: chunked",
        " Transfer-Encoding: chunked",
        "Transfer_Encoding: chunked",
        "Transfer-Encoding\0: chunked",
        "Transfer-\u00cancoding: chunked",
        "Transfer-Encoding=chunked");
  }

  @ParameterizedTest
  @MethodSource("codings")
  void aCodingThatIsNotPlainlyChunkedShouldNotHideARequest(String coding) {
    attack(post + " HTTP/1.1", coding, chunks);
    attack(post.replace("POST", "GET") + " HTTP/1.1", coding, chunks);
  }

  /** Two lengths: one by the chunks, another stated, which ends before them, in them or after. */
  @ParameterizedTest
  @MethodSource("codings")
  void aCodingBesideALengthShouldNotHideARequest(String coding) {
    String before = coding + "\r\nContent-Length: ";
    attack(post + " HTTP/1.1", before + 0, chunks);
    attack(post + " HTTP/1.1", before + chunks.length(), chunks);
    attack(
        post + " HTTP/1.1", "Content-Length: " + (chunks.length() - 2) + "\r\n" + coding, chunks);
  }

  static Stream<String> plainCodings() {
    return Stream.of(
        "Transfer-Encoding: chunked",
        "transfer-encoding:CHUNKED",
        "Transfer-Encoding: \tChunked \t");
  }

  @ParameterizedTest
  @MethodSource("plainCodings")
  void plainChunksShouldBeOneRequest(String coding) {
    assertEquals(200, attack(post + " HTTP/1.1", coding, chunks).status());
    for (int length : List.of(0, 4, chunks.length())) {
      assertRefused(post + " HTTP/1.1", coding + "\r\nContent-Length: " + length, chunks);
    }
    assertRefused(post + " HTTP/1.0", coding, chunks);
    assertRefused(post + " HTTP/1.0", coding + "\r\nConnection: keep-alive", chunks);
  }

  Stream<String> lengths() {
    String full = String.valueOf(hidden.length());
    return Stream.of(
        "Content-Length: 0, " + full,
        "Content-Length: " + full + ", 0",
        "Content-Length: " + full + ", " + full,
        "Content-Length: 0\r\nContent-Length: " + full,
        "Content-Length: " + full + "\r\nContent-Length: 0",
        "Content-Length: " + full + "\r\nContent-Length: " + full,
        "Content-Length: +" + full,
        "Content-Length: -" + full,
        "Content-Length: -0",
        "Content-Length: 0x10",
        "Content-Length: " + full + ".0",
        "Content-Length: " + full + "e0",
        "Content-Length: " + full + " ,",
        "Content-Length: 1 0",
        "Content-Length: 1_0",
        "Content-Length: \u0661\u0660",
        "Content-Length: \u00b2",
        "Content-Length: 99999999999999999999",
        "Content-Length: 18446744073709551616",
        "Content-Length: 9223372036854775808",
        "Content-Length:",
        "Content-Length: " + full + "\0",
        "Content-Length: \u000b" + full,
        "Content-Length: \"" + full + "\"",
        "Content-Length:\r\n " + full,
        "Content-Length: 0\r\n " + full,
        "Content-Length : " + full,
        "Content-Length\t: " + full,
        " Content-Length: " + full,
        "X: y\rContent-Length: " + full,
        "X: y\nContent-Length: " + full,
        "Content-Length\0: " + full);
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void aLengthThatIsNoPlainNumberShouldNotHideARequest(String length) {
    attack(post + " HTTP/1.1", length, hidden);
    attack(post + " HTTP/1.0", length, hidden);
    attack(post + " HTTP/1.1", length + "\r\nConnection: Content-Length", hidden);
  }

  Stream<String> badChunks() {
    String end = "\r\n0\r\n\r\n";
    String size = Integer.toHexString(hidden.length());
    return Stream.of(
        "-1\r\n" + hidden + end,
        "-" + size + "\r\n" + hidden + end,
        "+" + size + "\r\n" + hidden + end,
        "0x" + size + "\r\n" + hidden + end,
        " " + size + "\r\n" + hidden + end,
        size + " \r\n" + hidden + end,
        size + "g\r\n" + hidden + end,
        "\r\n" + hidden + end,
        "ffffffff\r\n" + hidden + end,
        "100000000\r\n" + hidden + end,
        "1000000000000000" + size + "\r\n" + hidden + end,
        "00000000000000000000000" + size + "\r\n" + hidden + end,
        size + "\n" + hidden + end,
        size + "\r" + hidden + end,
        size + "\r\r\n" + hidden + end,
        size + ";a\r" + hidden + end,
        size + ";a\n" + hidden + end,
        size + ";a=\"\r\n\"\r\n" + hidden + end,
        size + ";\0\r\n" + hidden + end,
        size + ";" + "x".repeat(20_000) + "\r\n" + hidden + end,
        "0\r\nContent-Length: 5\r\n\r\n",
        "0\r\nTransfer-Encoding: chunked\r\n\r\n",
        "0\r\nHost: y\r\n\r\n",
        "0\r\nX: y\n\r\n",
        "0\r\nX y\r\n\r\n",
        "0\r\n" + hidden,
        "1\r\n\r\n0\r\n\r\n",
        "1\r\nab\r\n0\r\n\r\n",
        "1\r\na" + hidden);
  }

  @ParameterizedTest
  @MethodSource("badChunks")
  void chunksThatAreNoneShouldNotHideARequest(String chunks) {
    attack(post + " HTTP/1.1", "Transfer-Encoding: chunked", chunks);
  }

  Stream<String> oddLines() {
    return Stream.of(
        post + " HTTP/1.1 HTTP/1.0",
        post + "\u000bHTTP/1.1",
        post + "\u000cHTTP/1.1",
        post + "\rX HTTP/1.1",
        post + "\0 HTTP/1.1",
        post.replace(" ", "  ") + "  HTTP/1.1",
        post.replace(" ", "\t") + "\tHTTP/1.1",
        post + " HTTP/1.2",
        post + " HTTP/0.9",
        post + " HTTP/01.1",
        post + " HTTP/1.10",
        post + " http/1.1",
        post + " HTTP/1,1",
        post + " ICY/1.1",
        post + "#x HTTP/1.1",
        post + "?\u00e9 HTTP/1.1",
        post.replace("O", "\u00d6") + " HTTP/1.1",
        post.replace(" ", "/ ") + " HTTP/1.1");
  }

  @ParameterizedTest
  @MethodSource("oddLines")
  void anOddRequestLineShouldNotHideARequest(String line) {
    attack(line, "Transfer-Encoding: chunked", chunks);
    attack(line, "Content-Length: " + hidden.length(), hidden);
  }

  @ParameterizedTest
  @MethodSource("plainCodings")
  void linesThatEndInALineFeedAloneShouldNotHideARequest(String coding) {
    for (String head :
        List.of(
            post + " HTTP/1.1\nHost: x\n" + coding + "\n\n",
            post + " HTTP/1.1\r\nHost: x\n" + coding + "\r\n\r\n",
            post + " HTTP/1.1\r\nHost: x\r\n" + coding + "\n\r\n",
            post + " HTTP/1.1\r\nHost: x\r\n" + coding + "\r\n\n")) {
      attackWith(head + chunks);
    }
  }

  private void assertRefused(String line, String framing, String body) {
    assertEquals(400, attack(line, framing, body).status(), framing);
  }

  private Wire.Reply attack(String line, String framing, String body) {
    return attackWith(line + "\r\nHost: x\r\n" + framing + "\r\n\r\n" + body);
  }

  private Wire.Reply attackWith(String bytes) {
    String attack = "N: " + attacks.incrementAndGet();
    try (Wire wire = new Wire(gateway.port())) {
      Wire.Reply reply = wire.send(bytes.replaceFirst("\r?\nHost:", "\r\n" + attack + "$0")).read();
      String rest = wire.rest();
      String all = bytes + "\n" + reply + heard + rest;
      assertFalse(rest.contains(" 200 OK"), all);
      assertTrue(heard.stream().filter(attack::equals).count() <= 1, all);
      assertTrue(heard.contains(attack) || ends(reply), all);
      assertFalse(heard.remove("hidden"), all);
      return reply;
    }
  }

  private static boolean ends(Wire.Reply reply) {
    boolean closes = reply.status() != 400 || "close".equals(reply.headers().get("connection"));
    return reply.isRefusal() && closes;
  }
}
