package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.bus.Bus;
import id.tixgo.common.config.Env;
import id.tixgo.common.http.Contract;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.service.Service;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** The services on free ports in this JVM, two instances of each. */
final class RunningSystem implements AutoCloseable {
  static final String SECRET = "0123456789abcdef0123456789abcdef";
  static final String SERVICE_TOKEN = "fedcba9876543210fedcba9876543210";
  private static final int CORES = 2;
  private static final AtomicInteger NAMES = new AtomicInteger();

  static {
    JsonFormat.install();
  }

  private final Vertx vertx = Vertx.vertx();
  private final Clock clock;
  private final int instances;
  private final Map<String, String> settings = new HashMap<>();
  private final Map<String, ServiceApi> nameToApi = new HashMap<>();
  private final List<Service> services = new ArrayList<>();

  /** Starts the named services with settings besides those of a test. */
  RunningSystem(List<String> names, Map<String, String> more) {
    this(names, more, Clock.systemUTC(), CORES);
  }

  RunningSystem(List<String> names, Map<String, String> more, Clock clock, int instances) {
    this.clock = clock;
    this.instances = instances;
    settings.putAll(
        Map.of(
            "JWT_SECRET",
            SECRET,
            "BCRYPT_COST",
            "4",
            "ADMIN_USERNAME",
            "admin",
            "ADMIN_PASSWORD",
            "admin-secret",
            "BIND_HOST",
            "127.0.0.1",
            "IDENTITY_PORT",
            FreePort.next(),
            "ATTENDANCE_PORT",
            FreePort.next(),
            "EVENT_PORT",
            FreePort.next(),
            "PORTAL_PORT",
            FreePort.next(),
            "DATA_DIR",
            newFolder()));
    settings.put("SERVICE_TOKEN", SERVICE_TOKEN);
    settings.putAll(more);
    LoggedTrouble.take();
    Bus.registerCodecs(vertx, ServiceRegistry.busRecords());
    names.forEach(this::start);
  }

  static RunningSystem whole() {
    return new RunningSystem(List.of("identity", "event", "attendance", "portal"), Map.of());
  }

  Vertx vertx() {
    return vertx;
  }

  ServiceApi identity() {
    return nameToApi.get("identity");
  }

  ServiceApi attendance() {
    return nameToApi.get("attendance");
  }

  ServiceApi event() {
    return nameToApi.get("event");
  }

  ServiceApi portal() {
    return nameToApi.get("portal");
  }

  /** A new user's token. */
  String tokenOf(String role) {
    return logIn(newUser(role), "secret-1");
  }

  String newUser(String role) {
    String name = role + NAMES.incrementAndGet();
    JsonObject body =
        new JsonObject().put("username", name).put("password", "secret-1").put("role", role);
    identity().as(adminToken()).post("/auth/register", body).expect(201);
    return name;
  }

  String adminToken() {
    return logIn("admin", "admin-secret");
  }

  String logIn(String username, String password) {
    JsonObject body = new JsonObject().put("username", username).put("password", password);
    return identity().post("/auth/login", body).expect(200).text("access_token");
  }

  /** Waits until Attendance knows of events what Event does. */
  void catchUp() {
    ServiceApi house = event().with("X-Service-Token", SERVICE_TOKEN);
    long last = house.get("/internal/feed?limit=1").expect(200).json().getLong("last");
    Eventually.await("Attendance has read up to " + last, () -> feed().getLong("seq") >= last);
  }

  /** How Attendance is doing with Event's feed. */
  JsonObject feed() {
    return attendance().get("/health/ready").json().getJsonArray("feeds").getJsonObject(0);
  }

  static <T> T await(Future<T> future) {
    try {
      return future.await(30, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    await(undeployAll().eventually(this::closeAll).eventually(vertx::close));
    assertEquals(List.of(), LoggedTrouble.take());
  }

  private Future<?> undeployAll() {
    return Future.join(vertx.deploymentIDs().stream().map(vertx::undeploy).toList());
  }

  private Future<?> closeAll() {
    return Future.join(services.stream().map(Service::close).toList());
  }

  private static String newFolder() {
    try {
      return Files.createTempDirectory("tixgo").toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void start(String name) {
    Service service = ServiceRegistry.of(List.of(name), new Env(settings), clock).get(0);
    services.add(service);
    await(service.deploy(vertx, instances));
    ContractCheck contract = new ContractCheck(await(Contract.load(vertx, name)), behind(name));
    nameToApi.put(name, new ServiceApi(service.address().port(), contract, List.of()));
  }

  /** What a service forwards to, of those that run. */
  private Map<String, ContractCheck> behind(String name) {
    Map<String, String> mountToName =
        switch (name) {
          case "attendance" -> Map.of("/events", "event");
          case "portal" ->
              Map.of("/gateway/identity", "identity", "/gateway/attendance", "attendance");
          default -> Map.of();
        };
    Map<String, ContractCheck> running = new HashMap<>();
    mountToName.forEach(
        (mount, other) ->
            Optional.ofNullable(nameToApi.get(other))
                .ifPresent(api -> running.put(mount, api.contract())));
    return running;
  }
}
