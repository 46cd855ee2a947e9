package id.tixgo.loadtest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.module.blackbird.BlackbirdModule;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * The baseline: a Vert.x server that reads the body of {@code POST /checkins} and answers what the
 * real service answers, with no router, token, store or log in between. It keeps nothing.
 */
public final class BareServer extends VerticleBase {
  private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
  private static final DateTimeFormatter MICROS =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter();
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(new BlackbirdModule())
          .build();

  private final ObjectReader reader = MAPPER.readerFor(Scan.class);
  private final ObjectWriter writer = MAPPER.writerFor(CheckedIn.class);
  private final int port;
  private long seq;

  /** The body of a request; a gate or device that isn't named is null. */
  public record Scan(String eventId, String ticketId, String gate, String deviceId) {}

  /** The body of an answer. */
  public record CheckedIn(String status, CheckIn record) {}

  /** A check-in as clients see it. */
  public record CheckIn(
      String checkinId,
      String eventId,
      String ticketId,
      String checkedInBy,
      String checkedInAt,
      String gate,
      String deviceId,
      String direction,
      long seq) {}

  BareServer(int port) {
    this.port = port;
  }

  /** Listens on {@code BARE_PORT} (18090) of the loopback address until it is killed. */
  public static void main(String[] args) {
    int port = Integer.parseInt(System.getenv().getOrDefault("BARE_PORT", "18090"));
    int cores = Runtime.getRuntime().availableProcessors();
    Vertx vertx =
        Vertx.vertx(new VertxOptions().setEventLoopPoolSize(cores).setPreferNativeTransport(true));
    vertx
        .deployVerticle(() -> new BareServer(port), new DeploymentOptions().setInstances(cores))
        .onSuccess(id -> System.out.println(banner(vertx, port, cores)))
        .onFailure(BareServer::giveUp);
  }

  @Override
  public Future<?> start() {
    return vertx
        .createHttpServer(
            new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setHttp2ClearTextEnabled(false))
        .requestHandler(this::handle)
        .listen();
  }

  private void handle(HttpServerRequest request) {
    if (request.method().equals(HttpMethod.POST) && request.path().equals("/checkins")) {
      request.body().onSuccess(body -> answer(request, body));
    } else {
      request.response().setStatusCode(404).end();
    }
  }

  private void answer(HttpServerRequest request, Buffer body) {
    try {
      Buffer json = checkIn(body);
      request.response().setStatusCode(201).putHeader(HttpHeaders.CONTENT_TYPE, JSON).end(json);
    } catch (IOException e) {
      request.response().setStatusCode(400).end();
    }
  }

  private Buffer checkIn(Buffer body) throws IOException {
    Scan scan = reader.readValue(body.getBytes());
    return Buffer.buffer(writer.writeValueAsBytes(new CheckedIn("checked_in", record(scan))));
  }

  private CheckIn record(Scan scan) {
    seq++;
    return new CheckIn(
        scan.eventId() + "-" + seq,
        scan.eventId(),
        scan.ticketId(),
        "admin",
        MICROS.format(Instant.now()),
        scan.gate(),
        scan.deviceId(),
        "in",
        seq);
  }

  private static void giveUp(Throwable cause) {
    System.err.println("The bare server can't listen: " + cause.getMessage());
    System.exit(1);
  }

  private static String banner(Vertx vertx, int port, int cores) {
    return "Bare Vert.x %s on 127.0.0.1:%d, transport %s, event loops %d, instances %d, Java %s"
        .formatted(
            Vertx.class.getPackage().getImplementationVersion(),
            port,
            vertx.isNativeTransportEnabled() ? "native" : "nio",
            cores,
            cores,
            Runtime.version());
  }
}
