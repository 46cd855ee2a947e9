package id.tixgo.launcher.process;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.FreePort;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Each service in a JVM of its own, with a cluster and without. */
@Alone
class SeveralJvmsIT {
  @Test
  void aLogoutShouldBeRefusedEverywhereWithinASecondInACluster() throws IOException {
    String config = Tixgo.HOME.resolve("cluster.xml").toString();
    long elapsed =
        logOutEverywhere(
            Tixgo.settings("CLUSTER", "true", "CLUSTER_CONFIG", config, "LOG_FORMAT", "json"));
    assertTrue(elapsed < 1000, () -> elapsed + " ms");
  }

  @Test
  void aLogoutShouldBeRefusedEverywhereWithinTheCacheTimeWithoutACluster() throws IOException {
    long elapsed = logOutEverywhere(Tixgo.settings("TOKEN_CACHE_SECONDS", "2"));
    assertTrue(elapsed < 3000, () -> elapsed + " ms");
  }

  /** Each is a cluster of its own and never hears of another; a cache keeps a token for 30 s. */
  @Test
  void aLogoutShouldBeRefusedSoonByAClusterThatCameApart() throws IOException {
    String config = Tixgo.HOME.resolve("cluster.xml").toString();
    String nobody = "127.0.0.1:" + FreePort.next();
    Map<String, String> settings =
        Tixgo.settings("CLUSTER", "true", "CLUSTER_CONFIG", config, "CLUSTER_MEMBERS", nobody);
    long elapsed = logOutEverywhere(settings);
    assertTrue(elapsed < 15_000, () -> elapsed + " ms");
  }

  @Test
  void aListenerInAnotherJvmShouldFollowTheDoorsInOrder() throws Exception {
    String config = Tixgo.HOME.resolve("cluster.xml").toString();
    Map<String, String> settings = Tixgo.settings("CLUSTER", "true", "CLUSTER_CONFIG", config);
    String port = settings.get("ATTENDANCE_PORT");
    try (Tixgo doors = Tixgo.start("all", settings);
        Member here = Member.join(config, settings)) {
      doors.awaitAll(settings);
      doors.await(() -> here.members() == 2);
      expectStrangersOutside(config, here);
      String token = Tixgo.logIn(settings.get("IDENTITY_PORT"));
      Follower follower = Follower.of(here.vertx(), port, "evt1", token);
      for (int i = 0; i < 200; i++) {
        assertEquals(201, Tixgo.status("POST", port, "/checkins", token, Load.scan("T" + i)));
        assertEquals(409, Tixgo.status("POST", port, "/checkins", token, Load.scan("T" + i)));
      }
      doors.await(() -> follower.seqs().size() >= 400);
      assertEquals(LongStream.rangeClosed(1, 400).boxed().toList(), follower.seqs());
      assertEquals(
          LongStream.rangeClosed(1, 400).boxed().collect(toSet()), Set.copyOf(follower.told()));
      assertEquals(400, follower.told().size());
    }
  }

  /** One who reaches the port, and has not the secret, is alone. */
  private static void expectStrangersOutside(String config, Member here) throws IOException {
    Map<String, String> other = Map.of("CLUSTER_SECRET", "x".repeat(32));
    try (Member stranger = Member.join(config, other)) {
      assertEquals(1, stranger.members());
      assertEquals(2, here.members());
    }
  }

  /** Attendance would look by itself in ten minutes only. */
  @Test
  void attendanceShouldHearOfACancelledEventByTheBellOfAnotherJvm() throws IOException {
    String config = Tixgo.HOME.resolve("cluster.xml").toString();
    Map<String, String> settings =
        Tixgo.settings("CLUSTER", "true", "CLUSTER_CONFIG", config, "FEED_LOOK_MS", "600000");
    try (Tixgo identity = Tixgo.start("identity", settings);
        Tixgo event = Tixgo.start("event", settings);
        Tixgo attendance = Tixgo.start("attendance", settings)) {
      identity.awaitHealthy(settings.get("IDENTITY_PORT"));
      event.awaitHealthy(settings.get("EVENT_PORT"));
      String port = settings.get("ATTENDANCE_PORT");
      attendance.await(() -> Tixgo.status("GET", port, "/health/ready", "", "") == 200);
      String token = Tixgo.logIn(settings.get("IDENTITY_PORT"));
      String made =
          "{\"id\":\"evt1\",\"title\":\"x\",\"start_time\":\"2026-12-31T12:00:00Z\","
              + "\"status\":\"cancelled\"}";
      assertEquals(201, Tixgo.status("POST", port, "/events", token, made));
      attendance.await(
          () -> {
            String scan = Load.scan("T" + System.nanoTime());
            return Tixgo.status("POST", port, "/checkins", token, scan) == 409;
          });
    }
  }

  /** As one whose machine has just gone: no word of its end has come yet. */
  @Test
  void aMemberThatDoesNotAnswerShouldNotKeepAnotherFromStoppingCleanly() throws IOException {
    String config = Tixgo.HOME.resolve("cluster.xml").toString();
    Map<String, String> settings = Tixgo.settings("CLUSTER", "true", "CLUSTER_CONFIG", config);
    try (Tixgo identity = Tixgo.start("identity", settings);
        Tixgo attendance = Tixgo.start("attendance", settings)) {
      identity.awaitHealthy(settings.get("IDENTITY_PORT"));
      attendance.awaitHealthy(settings.get("ATTENDANCE_PORT"));
      identity.freeze();
      attendance.terminate();
      assertEquals(0, attendance.awaitExit(14), attendance::log);
      assertFalse(attendance.log().contains("ERROR"), attendance::log);
    }
  }

  /** How many milliseconds after the logout the last request was made that was let in. */
  private static long logOutEverywhere(Map<String, String> settings) throws IOException {
    String identityPort = settings.get("IDENTITY_PORT");
    String attendancePort = settings.get("ATTENDANCE_PORT");
    try (Tixgo identity = Tixgo.start("identity", settings);
        Tixgo event = Tixgo.start("event", settings);
        Tixgo attendance = Tixgo.start("attendance", settings)) {
      identity.awaitHealthy(identityPort);
      event.awaitHealthy(settings.get("EVENT_PORT"));
      attendance.await(() -> Tixgo.status("GET", attendancePort, "/health/ready", "", "") == 200);
      String token = Tixgo.logIn(identityPort);
      for (int i = 0; i < 10; i++) {
        assertEquals(200, events(attendancePort, token));
        assertEquals(200, attendance(attendancePort, token));
      }
      assertEquals(204, Tixgo.status("POST", identityPort, "/auth/logout", token, ""));
      long start = System.nanoTime();
      AtomicLong last = new AtomicLong(start);
      attendance.await(() -> isRefusedByAll(attendancePort, token, last));
      assertEquals(settings.getOrDefault("LOG_FORMAT", "text").equals("json"), isJson(identity));
      return TimeUnit.NANOSECONDS.toMillis(last.get() - start);
    }
  }

  private static boolean isJson(Tixgo tixgo) {
    return tixgo.log().lines().allMatch(line -> line.startsWith("{"));
  }

  /** Several times, since each service has several instances that remember on their own. */
  private static boolean isRefusedByAll(String port, String token, AtomicLong lastLetIn) {
    for (int i = 0; i < 5; i++) {
      long made = System.nanoTime();
      if (events(port, token) != 401 || attendance(port, token) != 401) {
        lastLetIn.set(made);
        return false;
      }
    }
    return true;
  }

  private static int events(String port, String token) {
    return Tixgo.status("GET", port, "/events", token, "");
  }

  private static int attendance(String port, String token) {
    return Tixgo.status("GET", port, "/attendance/x", token, "");
  }
}
