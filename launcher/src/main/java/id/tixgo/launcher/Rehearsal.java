package id.tixgo.launcher;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.Env;
import id.tixgo.common.json.JsonFormat;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Starts every service once, sends one request of each kind and ends, so that the JVM can archive
 * the classes that a real start loads ({@code -XX:ArchiveClassesAtExit}).
 */
public final class Rehearsal {
  private static final long LONGEST_SECONDS = 30;

  private final WebClient client;
  private final Map<String, String> settings;

  private Rehearsal(WebClient client, Map<String, String> settings) {
    this.client = requireNonNull(client);
    this.settings = requireNonNull(settings);
  }

  public static void main(String[] arguments) throws IOException, TimeoutException {
    System.setProperty("LOG_LEVEL", "OFF");
    JsonFormat.install();
    Map<String, String> settings =
        Map.of(
            "JWT_SECRET",
            UUID.randomUUID().toString(),
            "ADMIN_USERNAME",
            "rehearsal",
            "ADMIN_PASSWORD",
            "rehearsal",
            "DATA_DIR",
            Files.createTempDirectory("tixgo-rehearsal").toString(),
            "BCRYPT_COST",
            "4",
            "BIND_HOST",
            "127.0.0.1",
            "IDENTITY_PORT",
            freePort(),
            "ATTENDANCE_PORT",
            freePort(),
            "EVENT_PORT",
            freePort(),
            "PORTAL_PORT",
            freePort());
    try {
      Vertx vertx = await(Launch.of(Catalog.ALL, new Env(settings)).start());
      new Rehearsal(WebClient.create(vertx), settings).play();
    } finally {
      System.exit(0);
    }
  }

  private void play() throws TimeoutException {
    String login = send("IDENTITY_PORT", HttpMethod.POST, "/auth/login", "", credentials());
    String token = new JsonObject(login).getString("access_token");
    JsonObject event =
        new JsonObject().put("title", "Rehearsal").put("start_time", "2026-01-01T00:00:00Z");
    JsonObject checkIn = new JsonObject().put("event_id", "evt1").put("ticket_id", "T1");
    send("ATTENDANCE_PORT", HttpMethod.POST, "/events", token, event);
    send("ATTENDANCE_PORT", HttpMethod.POST, "/checkins", token, checkIn);
    send("ATTENDANCE_PORT", HttpMethod.GET, "/attendance/evt1", token, new JsonObject());
    send("ATTENDANCE_PORT", HttpMethod.GET, "/events", token, new JsonObject());
    send("ATTENDANCE_PORT", HttpMethod.GET, "/health/ready", "", new JsonObject());
    send("PORTAL_PORT", HttpMethod.GET, "/", "", new JsonObject());
    send("PORTAL_PORT", HttpMethod.POST, "/api/checkins", token, checkIn);
    send("PORTAL_PORT", HttpMethod.GET, "/gateway/attendance/events", token, new JsonObject());
  }

  private JsonObject credentials() {
    return new JsonObject().put("username", "rehearsal").put("password", "rehearsal");
  }

  private String send(
      String portVariable, HttpMethod method, String uri, String token, JsonObject body)
      throws TimeoutException {
    return await(
            client
                .request(method, Integer.parseInt(settings.get(portVariable)), "127.0.0.1", uri)
                .putHeader("Authorization", "Bearer " + token)
                .sendJsonObject(body))
        .bodyAsString();
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
