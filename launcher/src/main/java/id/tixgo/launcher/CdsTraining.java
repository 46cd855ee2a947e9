package id.tixgo.launcher;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.Env;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.service.SampleRequest;
import id.tixgo.common.service.ServiceDescriptor;
import id.tixgo.common.service.ServiceDescriptors;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Starts every service once, or those of {@code SERVICES}, sends the requests of a usual day and
 * ends, so that the JVM can archive the classes that a real start loads ({@code
 * -XX:ArchiveClassesAtExit}); with {@code CLUSTER=true} those of a cluster, too.
 */
public final class CdsTraining {
  private static final long LONGEST_SECONDS = 30;
  private static final List<String> ALL = List.of(ServiceRegistry.ALL);

  private final WebClient client;
  private final Map<String, String> settings;

  private CdsTraining(WebClient client, Map<String, String> settings) {
    this.client = requireNonNull(client);
    this.settings = requireNonNull(settings);
  }

  public static void main(String[] arguments) throws IOException, TimeoutException {
    System.setProperty("LOG_LEVEL", "OFF");
    JsonFormat.install();
    Map<String, String> settings = settings();
    try {
      Vertx vertx = await(Launch.of(ALL, new Env(settings)).start());
      new CdsTraining(WebClient.create(vertx), settings).play();
    } finally {
      System.exit(0);
    }
  }

  private static Map<String, String> settings() throws IOException {
    Map<String, String> settings = new HashMap<>();
    settings.put("JWT_SECRET", UUID.randomUUID().toString());
    settings.put("ADMIN_USERNAME", "trainer");
    settings.put("ADMIN_PASSWORD", "trainer");
    settings.put("DATA_DIR", Files.createTempDirectory("tixgo-training").toString());
    settings.put("BCRYPT_COST", "4");
    settings.put("BIND_HOST", "127.0.0.1");
    for (String name : List.of("SERVICES", "CLUSTER")) {
      settings.put(name, System.getenv().getOrDefault(name, ""));
    }
    for (String name : ServiceDescriptors.names()) {
      settings.put(portVariable(name), freePort());
    }
    settings.put(portVariable("management"), freePort());
    return settings;
  }

  private void play() throws TimeoutException {
    SampleRequest login = SampleRequest.post("/auth/login", credentials());
    String token = new JsonObject(send("identity", login, "")).getString("access_token");
    for (ServiceDescriptor service : ServiceRegistry.chosen(ALL, new Env(settings))) {
      send(service.name(), SampleRequest.get("/health/ready"), token);
      for (SampleRequest sample : service.samples()) {
        send(service.name(), sample, token);
      }
    }
    send("management", SampleRequest.get("/metrics"), token);
  }

  private JsonObject credentials() {
    return new JsonObject().put("username", "trainer").put("password", "trainer");
  }

  private String send(String service, SampleRequest sample, String token) throws TimeoutException {
    int port = Integer.parseInt(settings.get(portVariable(service)));
    return await(
            client
                .request(sample.method(), port, "127.0.0.1", sample.uri())
                .putHeader("Authorization", "Bearer " + token)
                .sendJsonObject(sample.body()))
        .bodyAsString();
  }

  private static String portVariable(String service) {
    return service.toUpperCase(Locale.ROOT) + "_PORT";
  }

  private static <T> T await(io.vertx.core.Future<T> future) throws TimeoutException {
    return future.await(LONGEST_SECONDS, TimeUnit.SECONDS);
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return String.valueOf(socket.getLocalPort());
    }
  }
}
