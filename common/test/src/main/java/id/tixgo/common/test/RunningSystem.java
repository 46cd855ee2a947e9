package id.tixgo.common.test;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.bus.Bus;
import id.tixgo.common.config.Env;
import id.tixgo.common.config.TlsConfig;
import id.tixgo.common.http.Contract;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.management.Management;
import id.tixgo.common.service.Service;
import id.tixgo.common.service.ServiceDescriptor;
import id.tixgo.common.service.ServiceDescriptors;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Services of the class path on free ports in this JVM, two instances of each, and a client for
 * each. A neighbour that doesn't run answers nothing. Ends with a failure when errors were logged.
 */
public final class RunningSystem implements AutoCloseable {
  public static final String SECRET = "0123456789abcdef0123456789abcdef";
  public static final String SERVICE_TOKEN = "fedcba9876543210fedcba9876543210";

  /** Those that others ask, whether or not their module is on the class path. */
  private static final Set<String> NEIGHBOURS =
      Set.of(
          "identity",
          "event",
          "attendance",
          "portal",
          "ticketing",
          "payment",
          "wallet",
          "notification",
          "report");

  private static final int CORES = 2;

  /** An event loop that is held up for longer is blocked, also in a new JVM on a busy machine. */
  private static final int LONGEST_WAIT_FOR_A_CORE_S = 5;

  private static final AtomicInteger NAMES = new AtomicInteger();

  static {
    JsonFormat.install();
  }

  private final Vertx vertx =
      Vertx.vertx(
          new VertxOptions()
              .setMaxEventLoopExecuteTimeUnit(TimeUnit.SECONDS)
              .setMaxEventLoopExecuteTime(LONGEST_WAIT_FOR_A_CORE_S));
  private final Clock clock;
  private final int instances;
  private final Map<String, String> settings = new HashMap<>();
  private final Map<String, ServiceApi> nameToApi = new HashMap<>();
  private final List<Service> services = new ArrayList<>();

  /** Starts the named services, in this order, with settings besides those of a test. */
  public RunningSystem(List<String> names, Map<String, String> more) {
    this(names, more, Clock.systemUTC(), CORES);
  }

  public RunningSystem(List<String> names, Map<String, String> more, Clock clock, int instances) {
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
            "DATA_DIR",
            newFolder().toString()));
    settings.put("SERVICE_TOKEN", SERVICE_TOKEN);
    settings.put("RATE_LIMITS", "off");
    Stream.concat(NEIGHBOURS.stream(), ServiceDescriptors.names().stream())
        .distinct()
        .forEach(name -> settings.put(name.toUpperCase(Locale.ROOT) + "_PORT", FreePort.next()));
    settings.put("WALLET_TRANSFERS_PORT", FreePort.next());
    settings.putAll(more);
    LoggedTrouble.take();
    Bus.registerCodecs(vertx, ServiceDescriptors.busRecords());
    manage(names);
    names.forEach(this::start);
  }

  /** All services of the class path. */
  public static RunningSystem whole() {
    return new RunningSystem(ServiceDescriptors.names(), Map.of());
  }

  public Vertx vertx() {
    return vertx;
  }

  /** A service of this system that runs. */
  public ServiceApi service(String name) {
    return requireNonNull(nameToApi.get(name), name);
  }

  public ServiceApi identity() {
    return service("identity");
  }

  public ServiceApi attendance() {
    return service("attendance");
  }

  public ServiceApi event() {
    return service("event");
  }

  public ServiceApi portal() {
    return service("portal");
  }

  public ServiceApi gateway() {
    return service("gateway");
  }

  /** A new user's token. */
  public String tokenOf(String role) {
    return logIn(newUser(role), "secret-1");
  }

  public String newUser(String role) {
    String name = role + NAMES.incrementAndGet();
    JsonObject body =
        new JsonObject().put("username", name).put("password", "secret-1").put("role", role);
    identity().as(adminToken()).post("/auth/register", body).expect(201);
    return name;
  }

  public String adminToken() {
    return logIn("admin", "admin-secret");
  }

  public String logIn(String username, String password) {
    JsonObject body = new JsonObject().put("username", username).put("password", password);
    return identity().post("/auth/login", body).expect(200).text("access_token");
  }

  /** Waits until Attendance knows of events what Event does. */
  public void catchUp() {
    ServiceApi house = event().with("X-Service-Token", SERVICE_TOKEN);
    long last = house.get("/internal/feed?limit=1").expect(200).json().getLong("last");
    Eventually.await("Attendance has read up to " + last, () -> feed().getLong("seq") >= last);
  }

  /** How Attendance is doing with Event's feed. */
  public JsonObject feed() {
    return feed("event");
  }

  /** How Attendance is doing with a feed that it follows. */
  public JsonObject feed(String name) {
    return attendance().get("/health/ready").json().getJsonArray("feeds").stream()
        .map(JsonObject.class::cast)
        .filter(report -> report.getString("feed").equals(name))
        .findFirst()
        .orElseThrow();
  }

  public static <T> T await(Future<T> future) {
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

  /** An empty one, for the data of a system. */
  public static Path newFolder() {
    try {
      return Files.createTempDirectory("tixgo");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Metrics are for tests that name a port for them. */
  private void manage(List<String> names) {
    if (settings.containsKey("MANAGEMENT_PORT")) {
      Management.of(new Env(settings), names).ifPresent(m -> await(m.deploy(vertx, instances)));
    }
  }

  private void start(String name) {
    Service service = descriptor(name).service(new Env(settings), clock);
    services.add(service);
    await(service.deploy(vertx, instances));
    ContractCheck contract = new ContractCheck(await(Contract.load(vertx, name)), behind(name));
    nameToApi.put(name, api(service.address(), contract));
  }

  private ServiceApi api(Service.Address address, ContractCheck contract) {
    return address.secured()
        ? new ServiceApi("https://127.0.0.1:" + address.port(), trusting(), contract, List.of())
        : ServiceApi.at(address.port(), contract);
  }

  /** Speaks HTTP/2 to whoever does, and believes the certificate that there was at the start. */
  private HttpClient trusting() {
    TlsConfig tls = TlsConfig.from(new Env(settings)).orElseThrow();
    List<X509Certificate> own = List.of(tls.atStart().own());
    return HttpClient.newBuilder().sslContext(OwnSigned.trusting(() -> own)).build();
  }

  private static ServiceDescriptor descriptor(String name) {
    return ServiceDescriptors.all().stream()
        .filter(service -> service.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not on the class path: " + name));
  }

  /** What a service forwards to, of those that run. */
  private Map<String, ContractCheck> behind(String name) {
    Map<String, String> mountToName =
        switch (name) {
          case "attendance" -> Map.of("/events", "event");
          case "portal" ->
              Map.of(
                  "/gateway/identity",
                  "identity",
                  "/gateway/attendance",
                  "attendance",
                  "/gateway/event/venues",
                  "event",
                  "/gateway/ticketing",
                  "ticketing",
                  "/gateway/payment",
                  "payment",
                  "/gateway/wallet",
                  "wallet",
                  "/gateway/notification",
                  "notification",
                  "/gateway/report",
                  "report");
          case "gateway" -> exposed();
          default -> Map.of();
        };
    Map<String, ContractCheck> running = new HashMap<>();
    mountToName.forEach(
        (mount, other) ->
            Optional.ofNullable(nameToApi.get(other))
                .ifPresent(api -> running.put(mount, api.contract())));
    return running;
  }

  private static Map<String, String> exposed() {
    Map<String, String> pathToName = new HashMap<>();
    ServiceDescriptors.all()
        .forEach(
            service ->
                service
                    .exposure()
                    .ifPresent(
                        shown ->
                            shown.paths().forEach(path -> pathToName.put(path, service.name()))));
    return pathToName;
  }
}
