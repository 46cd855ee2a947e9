package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.attendance.AttendanceConfig;
import id.tixgo.attendance.AttendanceVerticle;
import id.tixgo.attendance.store.AttendanceState;
import id.tixgo.common.bus.Bus;
import id.tixgo.common.config.Env;
import id.tixgo.common.http.Contract;
import id.tixgo.common.service.ServiceDescriptors;
import id.tixgo.common.store.feed.FollowedFeeds;
import id.tixgo.common.test.Answer;
import id.tixgo.common.test.ContractCheck;
import id.tixgo.common.test.FaultyStore;
import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.event.EventConfig;
import id.tixgo.event.EventVerticle;
import id.tixgo.event.store.EventState;
import id.tixgo.identity.IdentityConfig;
import id.tixgo.identity.IdentityVerticle;
import id.tixgo.identity.domain.Passwords;
import id.tixgo.identity.http.AccessLimits;
import id.tixgo.identity.store.BcryptPasswords;
import id.tixgo.identity.store.IdentityState;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stores that can't be written, or aren't filled yet: each change is refused, none half done. */
class FaultyStoreIT {
  private static RunningSystem identity;
  private static String token;
  private static Env env;

  private final Vertx vertx = Vertx.vertx();
  private FaultyStore store;

  @BeforeAll
  static void start() {
    identity = new RunningSystem(List.of("identity"), Map.of());
    token = identity.adminToken();
    env =
        new Env(
            Map.of(
                "JWT_SECRET",
                RunningSystem.SECRET,
                "BCRYPT_COST",
                "4",
                "BIND_HOST",
                "127.0.0.1",
                "IDENTITY_BASE_URL",
                "http://127.0.0.1:" + identity.identity().port(),
                "IDENTITY_PORT",
                FreePort.next(),
                "ATTENDANCE_PORT",
                FreePort.next(),
                "EVENT_PORT",
                FreePort.next()));
  }

  @AfterAll
  static void stop() {
    identity.close();
  }

  @BeforeEach
  void registerCodecs() {
    Bus.registerCodecs(vertx, ServiceDescriptors.busRecords());
  }

  @AfterEach
  void close() {
    RunningSystem.await(vertx.close());
  }

  @Test
  void checkInsShouldBeRefusedWhileTheStoreIsBroken() {
    ServiceApi attendance = attendance();
    JsonObject scan = new JsonObject().put("event_id", "evt1").put("ticket_id", "T1");
    store.broken = true;
    attendance.post("/checkins", scan).expect(503, "STORE_UNAVAILABLE");
    attendance.get("/health/ready").expect(503);
    assertEquals(0, attendance.get("/attendance/evt1").json().getInteger("total_checked_in"));
    store.broken = false;
    attendance.post("/checkins", scan).expect(201);
  }

  @Test
  void nothingShouldBeReadBeforeTheStoreIsFilled() {
    ServiceApi attendance = attendance();
    store.filled = false;
    attendance.get("/attendance/evt1").expect(503, "STORE_UNAVAILABLE");
    attendance.get("/health/ready").expect(503);
    attendance.get("/health").expect(200);
    attendance.get("/openapi.json").expect(200);
    store.filled = true;
    attendance.get("/attendance/evt1").expect(200);
  }

  @Test
  void eventsShouldStayAsTheyAreWhileTheStoreIsBroken() {
    ServiceApi events = events();
    JsonObject body =
        new JsonObject().put("title", "Malam").put("start_time", "2026-12-31T12:00:00Z");
    String path = "/events/" + events.post("/events", body).expect(201).text("id");
    store.broken = true;
    events.post("/events", body).expect(503, "STORE_UNAVAILABLE");
    events.patch(path, new JsonObject().put("title", "x")).expect(503, "STORE_UNAVAILABLE");
    events.delete(path + "?force=true").expect(503, "STORE_UNAVAILABLE");
    ServiceApi retrying = events.with("Idempotency-Key", "k1");
    retrying.post("/events", body).expect(503, "STORE_UNAVAILABLE");
    store.broken = false;
    Answer made = retrying.post("/events", body).expect(201);
    assertTrue(made.header("Idempotency-Replayed").isEmpty());
    events.delete("/events/" + made.text("id") + "?force=true").expect(200);
    assertEquals("Malam", events.get(path).expect(200).text("title"));
    assertEquals(1, events.get("/events").expect(200).array().size());
  }

  @Test
  void usersAndTokensShouldStayAsTheyAreWhileTheStoreIsBroken() {
    ServiceApi users = users();
    JsonObject siti = new JsonObject().put("username", "siti").put("password", "secret-1");
    users.post("/auth/register", siti).expect(201);
    ServiceApi sitis = users.as(users.post("/auth/login", siti).expect(200).text("access_token"));
    store.broken = true;
    JsonObject budi = new JsonObject().put("username", "budi").put("password", "secret-1");
    users.post("/auth/register", budi).expect(503, "STORE_UNAVAILABLE");
    sitis.post("/auth/logout", new JsonObject()).expect(503, "STORE_UNAVAILABLE");
    sitis
        .post(
            "/auth/password",
            new JsonObject().put("old_password", "secret-1").put("new_password", "secret-2"))
        .expect(503, "STORE_UNAVAILABLE");
    store.broken = false;
    sitis.get("/auth/me").expect(200);
    users.post("/auth/login", budi).expect(401);
  }

  private ServiceApi attendance() {
    AttendanceState state = new AttendanceState(vertx);
    store = new FaultyStore(vertx, state);
    AttendanceConfig config = AttendanceConfig.from(env);
    return deploy(
            "attendance",
            config.address().port(),
            c ->
                new AttendanceVerticle(
                    config, c, state, store, new FollowedFeeds(List.of()), "x", Clock.systemUTC()))
        .as(token);
  }

  private ServiceApi events() {
    EventState state = new EventState(vertx);
    store = new FaultyStore(vertx, state);
    EventConfig config = EventConfig.from(env);
    return deploy(
            "event",
            config.address().port(),
            c -> new EventVerticle(config, c, state, store, Clock.systemUTC()))
        .as(token);
  }

  private ServiceApi users() {
    IdentityState state = new IdentityState(vertx);
    store = new FaultyStore(vertx, state);
    IdentityConfig config = IdentityConfig.from(env);
    Passwords passwords = new BcryptPasswords(vertx, config.bcryptCost(), 2);
    AccessLimits limits = new AccessLimits(vertx, config.http());
    return deploy(
        "identity",
        config.address().port(),
        c ->
            new IdentityVerticle(
                config,
                c,
                state,
                store,
                passwords,
                limits,
                new FollowedFeeds(List.of()),
                Clock.systemUTC(),
                () -> true));
  }

  private ServiceApi deploy(String name, int port, Function<Contract, VerticleBase> verticle) {
    Contract contract = RunningSystem.await(Contract.load(vertx, name));
    Supplier<VerticleBase> one = () -> verticle.apply(contract);
    RunningSystem.await(vertx.deployVerticle(one.get()));
    return ServiceApi.at(port, new ContractCheck(contract, Map.of()));
  }
}
