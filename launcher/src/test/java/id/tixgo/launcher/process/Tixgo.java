package id.tixgo.launcher.process;

import id.tixgo.common.service.ServiceDescriptors;
import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RunningSystem;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A real process of {@code bin/tixgo}, as an operator starts it. */
final class Tixgo implements AutoCloseable {
  static final Path HOME = Path.of("").toAbsolutePath().getParent();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Process process;
  private final Path log;

  private Tixgo(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts it with settings besides a secret, an admin and cheap passwords. */
  static Tixgo start(String service, Map<String, String> settings) throws IOException {
    Path log = Files.createTempFile("tixgo", ".log");
    ProcessBuilder builder = new ProcessBuilder(HOME.resolve("bin/tixgo").toString(), service);
    builder.environment().putAll(settings);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    return new Tixgo(builder.start(), log);
  }

  static Map<String, String> settings(String... more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("JWT_SECRET", "0123456789abcdef0123456789abcdef");
    settings.put("ADMIN_USERNAME", "admin");
    settings.put("ADMIN_PASSWORD", "admin-secret");
    settings.put("BCRYPT_COST", "4");
    settings.put("DATA_DIR", RunningSystem.newFolder().toString());
    settings.put("BIND_HOST", "127.0.0.1");
    settings.put("JAVA_OPTS", "-XX:TieredStopAtLevel=1");
    settings.put("MANAGEMENT_PORT", "off");
    settings.put("RATE_LIMITS", "off");
    ServiceDescriptors.names().forEach(name -> settings.put(portOf(name), FreePort.next()));
    settings.put("WALLET_TRANSFERS_PORT", FreePort.next());
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  /**
   * Waits until the service at the port answers and has filled its store, if any; fails with the
   * log.
   */
  Tixgo awaitHealthy(String port) {
    await(() -> process.isAlive() && storeIsUp(port));
    return this;
  }

  /** Waits until all services of these settings can answer. */
  Tixgo awaitAll(Map<String, String> settings) {
    ServiceDescriptors.names().forEach(name -> awaitHealthy(settings.get(portOf(name))));
    return this;
  }

  private static String portOf(String service) {
    return service.toUpperCase(Locale.ROOT) + "_PORT";
  }

  private static boolean storeIsUp(String port) {
    try {
      JsonObject body = new JsonObject(send("GET", port, "/health/ready", "", "").body());
      return body.getJsonArray("checks").stream()
          .map(JsonObject.class::cast)
          .filter(c -> c.getString("id").equals("store"))
          .allMatch(c -> c.getString("status").equals("UP"));
    } catch (IOException e) {
      return false;
    }
  }

  /** SIGKILL, as a power cut does; returns when nothing of it is left. */
  void kill() {
    process.destroyForcibly();
    awaitExit(30);
  }

  /** Looks again and again until something is so; fails with the log after half a minute. */
  void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(log());
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /** The status of an answer; -1 when there is none. */
  static int status(String method, String port, String path, String token, String body) {
    try {
      return send(method, port, path, token, body).statusCode();
    } catch (IOException e) {
      return -1;
    }
  }

  static HttpResponse<String> send(
      String method, String port, String path, String token, String body) throws IOException {
    return send(method, port, path, token, "", body);
  }

  /**
   * The same under an {@code Idempotency-Key}.
   *
   * @param key empty for none
   */
  static HttpResponse<String> send(
      String method, String port, String path, String token, String key, String body)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!key.isEmpty()) {
      request.header("Idempotency-Key", key);
    }
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static String logIn(String identityPort) throws IOException {
    String body = "{\"username\":\"admin\",\"password\":\"admin-secret\"}";
    String answer = send("POST", identityPort, "/auth/login", "", body).body();
    return answer.replaceFirst(".*\"access_token\":\"([^\"]+)\".*", "$1");
  }

  /** SIGSTOP: its connections stay, and nobody is behind them. */
  void freeze() throws IOException {
    Process kill = new ProcessBuilder("kill", "-STOP", "" + process.pid()).start();
    await(() -> !kill.isAlive());
  }

  /** SIGTERM. */
  void terminate() {
    process.destroy();
  }

  /** The exit code; fails when it doesn't come within the time. */
  int awaitExit(long seconds) {
    try {
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        throw new AssertionError("still runs after " + seconds + " s: " + log());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.delete(log);
  }
}
