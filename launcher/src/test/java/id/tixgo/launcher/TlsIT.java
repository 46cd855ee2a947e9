package id.tixgo.launcher;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.OwnSigned;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.Wire;
import id.tixgo.common.tls.OwnCertificate;
import id.tixgo.common.tls.OwnTrust;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Public ports speak HTTPS, to whoever believes the certificate, and to each other. */
class TlsIT {
  private static final Path FOLDER = RunningSystem.newFolder();
  private static final List<X509Certificate> TRUSTED = new CopyOnWriteArrayList<>();
  private static final SSLContext TRUSTING = OwnSigned.trusting(() -> TRUSTED);
  private static final OwnSigned FIRST = renewed();
  private static final AtomicInteger CONNECTIONS = new AtomicInteger();
  private static final ListAppender<ILoggingEvent> LOGGED = new ListAppender<>();

  private static RunningSystem system;

  @BeforeAll
  static void start() {
    Map<String, String> settings = new HashMap<>(FIRST.settings());
    settings.put("TLS_LOOK_MS", "200");
    LOGGED.start();
    ((Logger) LoggerFactory.getLogger(OwnCertificate.class)).addAppender(LOGGED);
    system =
        new RunningSystem(
            List.of("identity", "event", "attendance", "portal", "gateway"), settings);
  }

  @AfterAll
  static void stop() {
    system.close();
    ((Logger) LoggerFactory.getLogger(OwnCertificate.class)).detachAppender(LOGGED);
  }

  @Test
  void aDoorShouldWorkInHttp2ThroughAllHops() {
    String staff = system.tokenOf("committee");
    JsonObject ticket = new JsonObject().put("event_id", "tls").put("ticket_id", "T-1");
    Answer entered = system.gateway().as(staff).post("/checkins", ticket).expect(201);
    assertEquals(Version.HTTP_2, entered.response().version());
    system.gateway().as(staff).post("/checkins", ticket).expect(409);
    system.attendance().as(staff).get("/events").expect(200);
    system.attendance().as(staff).get("/nothing").expect(404);
    system.portal().as(staff).get("/api/auth/me").expect(200);
    system.gateway().as(staff).send("HEAD", "/events", "").expect(200);
    system.gateway().as(staff).post("/auth/logout", new JsonObject()).expect(204);
  }

  @Test
  void whoKnowsNoHttp2ShouldBeAnsweredInHttp1() {
    HttpClient old = client().version(Version.HTTP_1_1).build();
    HttpResponse<String> answer = get(old, health("identity"));
    assertEquals(200, answer.statusCode());
    assertEquals(Version.HTTP_1_1, answer.version());
  }

  @Test
  void onlyPublicPortsShouldSpeakIt() {
    system.event().get("/health").expect(200);
    assertTrue(system.event().base().startsWith("http:"));
    String plain = Wire.head("GET /health HTTP/1.1", "Host: x");
    assertEquals(0, Wire.exchange(system.identity().port(), plain).status());
  }

  /** The JDK's client waits until its whole body is taken; this one hears the answer before. */
  @Test
  void aBodyThatIsTooLargeShouldEndItsStreamAlone() {
    io.vertx.core.http.HttpClient impatient = vertxClient();
    assertEquals(413, status(impatient, true));
    assertEquals(413, status(impatient, false));
    assertEquals(1, CONNECTIONS.get());
  }

  private static int status(io.vertx.core.http.HttpClient impatient, boolean withLength) {
    RequestOptions login =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(system.identity().base() + "/auth/login")
            .putHeader("Content-Type", "application/json");
    if (withLength) {
      login.putHeader("Content-Length", String.valueOf(1 << 30));
    }
    return RunningSystem.await(
        impatient
            .request(login)
            .compose(
                request -> {
                  request.setChunked(!withLength).exceptionHandler(ended -> {});
                  request.write("x".repeat(200_000));
                  return request.response();
                })
            .map(HttpClientResponse::statusCode));
  }

  private static io.vertx.core.http.HttpClient vertxClient() {
    return system
        .vertx()
        .httpClientBuilder()
        .with(
            new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setUseAlpn(true)
                .setSsl(true)
                .setTrustOptions(TrustOptions.wrap(new OwnTrust(() -> TRUSTED))))
        .withConnectHandler(connection -> CONNECTIONS.incrementAndGet())
        .build();
  }

  @Test
  void aRenewalShouldLoseNoRequestAndABrokenOneLeaveTheOld() throws IOException {
    X509Certificate before = shown();
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger answered = new AtomicInteger();
    HttpClient patient = client().build();
    CompletableFuture<Void> load = CompletableFuture.runAsync(() -> ask(patient, over, answered));
    Eventually.await("requests are answered", () -> answered.get() > 20);

    renewed();
    Eventually.await("the renewed one is shown", () -> !shown().equals(before));
    int then = answered.get();
    Eventually.await("requests are still answered", () -> answered.get() > then + 20);
    over.set(true);
    load.join();
    system.portal().get("/health/ready").expect(200);

    X509Certificate renewed = shown();
    Files.writeString(FIRST.key(), "no key", StandardCharsets.US_ASCII);
    Eventually.await("the log says so", TlsIT::hasWarned);
    assertEquals(renewed, shown());
    renewed();
    Eventually.await("it goes on", () -> !shown().equals(renewed));
    assertNotEquals(before, shown());
  }

  /** One connection for as long as it is good, and a new one now and then. */
  private static void ask(HttpClient patient, AtomicBoolean over, AtomicInteger answered) {
    while (!over.get()) {
      HttpClient client = answered.get() % 10 == 9 ? client().build() : patient;
      HttpResponse<String> answer = get(client, health("gateway"));
      assertEquals(200, answer.statusCode());
      answered.incrementAndGet();
    }
  }

  private static boolean hasWarned() {
    return List.copyOf(LOGGED.list).stream()
        .anyMatch(
            event ->
                event.getLevel() == Level.WARN
                    && event.getFormattedMessage().contains("TLS_KEY names"));
  }

  /** A client believes a new certificate before the server shows it. */
  private static OwnSigned renewed() {
    Path aside = RunningSystem.newFolder();
    OwnSigned made = OwnSigned.in(aside);
    TRUSTED.add(made.read());
    try {
      Files.copy(made.certificate(), FOLDER.resolve("cert.pem"), REPLACE_EXISTING);
      Files.copy(made.key(), FOLDER.resolve("key.pem"), REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new OwnSigned(made.store(), FOLDER.resolve("cert.pem"), FOLDER.resolve("key.pem"));
  }

  private static HttpClient.Builder client() {
    return HttpClient.newBuilder().sslContext(TRUSTING);
  }

  private static String health(String service) {
    return system.service(service).base() + "/health";
  }

  private static HttpResponse<String> get(HttpClient client, String address) {
    try {
      return client.send(
          HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(address, e);
    }
  }

  /** What a new connection is shown. */
  private static X509Certificate shown() {
    int port = system.service("gateway").port();
    try (SSLSocket socket =
        (SSLSocket) TRUSTING.getSocketFactory().createSocket("127.0.0.1", port)) {
      return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
