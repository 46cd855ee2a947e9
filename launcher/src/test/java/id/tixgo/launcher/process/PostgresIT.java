package id.tixgo.launcher.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.PostgresServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Two nodes of Event and Attendance over one PostgreSQL: a ticket enters once, whichever door it is
 * shown at, and what was answered outlives the node that did. Left out where no PostgreSQL is
 * installed, unless it is required.
 */
@Alone
@EnabledIf("id.tixgo.common.test.PostgresServer#isExpected")
class PostgresIT {
  private static final int EVENTS = 40;
  private static final int TICKETS = 40;
  private static final int DOORS = 6;
  private static PostgresServer server;
  private static Map<String, String> settings;
  private static Tixgo one;
  private static Tixgo other;
  private static List<String> eventPorts;
  private static String onePort;
  private static String otherPort;
  private static String token;

  @BeforeAll
  static void start() throws IOException {
    server = new PostgresServer();
    settings = Tixgo.settings("STORE", "postgres", "DATABASE_URL", server.url());
    settings.put("FEED_LOOK_MS", "50");
    settings.put("SERVICES", "identity,event,attendance");
    Map<String, String> others = new HashMap<>(settings);
    others.put("SERVICES", "event,attendance");
    others.put("EVENT_PORT", FreePort.next());
    others.put("ATTENDANCE_PORT", FreePort.next());
    eventPorts = List.of(settings.get("EVENT_PORT"), others.get("EVENT_PORT"));
    onePort = settings.get("ATTENDANCE_PORT");
    otherPort = others.get("ATTENDANCE_PORT");
    one = Tixgo.start("all", settings);
    other = Tixgo.start("all", others);
    one.await(() -> isReady(onePort));
    other.await(() -> isReady(otherPort));
    token = Tixgo.logIn(settings.get("IDENTITY_PORT"));
  }

  @AfterAll
  static void stop() throws IOException {
    for (Tixgo running : List.of(one, other)) {
      running.close();
    }
    server.close();
  }

  @Test
  void aTicketShouldEnterOnceWhicheverNodesAreAskedAndWhateverDies() throws IOException {
    expectEventsKnownAtBoth();
    expectOneEntryATicket();
    expectSeenAtTheOther();
    expectRefusalsWithoutTheDatabase();
    expectNothingLostByAKill();
  }

  /** Each asks the Event beside it, which may know less than the other one does. */
  private static void expectEventsKnownAtBoth() {
    for (int i = 0; i < EVENTS; i++) {
      String event = "{\"id\":\"e%d\",\"title\":\"x\",\"start_time\":\"2030-12-31T12:00:00Z\"}";
      String port = eventPorts.get(i % 2);
      assertEquals(201, Tixgo.status("POST", port, "/events", token, event.formatted(i)));
    }
    String last = "FROM entries WHERE store = 'event' AND type = 'message'";
    String told = "SELECT max((entry->>'seq')::bigint) " + last;
    String read =
        "SELECT max((entry->>'seq')::bigint) FROM entries"
            + " WHERE store = 'attendance' AND type = 'feed_position'";
    other.await(() -> server.sql(read).equals(server.sql(told)));
    assertFalse((one.log() + other.log()).contains("isn't followed any more"));
  }

  private static void expectOneEntryATicket() {
    for (int i = 0; i < TICKETS; i++) {
      String scan = Load.scan("T" + i);
      List<CompletableFuture<Integer>> scans = new ArrayList<>();
      for (int door = 0; door < DOORS; door++) {
        String port = door % 2 == 0 ? onePort : otherPort;
        scans.add(CompletableFuture.supplyAsync(() -> checkIn(port, scan)));
      }
      List<Integer> statuses = scans.stream().map(CompletableFuture::join).sorted().toList();
      assertEquals(201, statuses.get(0));
      assertEquals(List.of(409), statuses.stream().skip(1).distinct().toList());
    }
  }

  private static void expectSeenAtTheOther() throws IOException {
    String answer = Tixgo.send("POST", onePort, "/checkins", token, Load.scan("seen")).body();
    long seq = new JsonObject(answer).getJsonObject("record").getLong("seq");
    String path = "/attendance/evt1?limit=1000&min_seq=" + seq;
    assertTrue(read(otherPort, path).contains("\"seen\""));
    other.await(() -> attendance(onePort).equals(attendance(otherPort)));
  }

  /** Who reads goes on, and both come back by themselves. */
  private static void expectRefusalsWithoutTheDatabase() {
    server.stop();
    other.await(() -> Tixgo.status("GET", otherPort, "/health/ready", "", "") == 503);
    assertEquals(200, Tixgo.status("GET", otherPort, "/health", "", ""));
    assertTrue(attendance(otherPort).contains("\"seen\""));
    assertEquals(503, checkIn(otherPort, Load.scan("refused")));
    server.start();
    Stream.of(onePort, otherPort).forEach(port -> other.await(() -> isReady(port)));
    assertEquals(201, checkIn(otherPort, Load.scan("refused")));
  }

  private static void expectNothingLostByAKill() {
    Queue<String> entered = new ConcurrentLinkedQueue<>();
    List<CompletableFuture<Void>> doors =
        IntStream.range(0, DOORS)
            .mapToObj(door -> CompletableFuture.runAsync(() -> work(door, entered)))
            .toList();
    one.await(() -> entered.size() > 100);
    other.kill();
    doors.forEach(CompletableFuture::join);
    for (String ticket : entered) {
      assertEquals(409, checkIn(onePort, Load.scan(ticket)), ticket);
    }
    String store = "FROM entries WHERE store = 'attendance'";
    assertEquals(server.sql("SELECT count(*) " + store), server.sql("SELECT max(number) " + store));
  }

  /** Until its node is dead, or it has let in enough. */
  private static void work(int door, Queue<String> entered) {
    String port = door % 2 == 0 ? onePort : otherPort;
    for (int i = 0; i < 200; i++) {
      String ticket = "d" + door + "-" + i;
      int status = checkIn(port, Load.scan(ticket));
      if (status == -1) {
        return;
      }
      assertEquals(201, status);
      entered.add(ticket);
    }
  }

  private static boolean isReady(String port) {
    return Tixgo.status("GET", port, "/health/ready", "", "") == 200;
  }

  private static int checkIn(String port, String scan) {
    return Tixgo.status("POST", port, "/checkins", token, scan);
  }

  private static String attendance(String port) {
    return read(port, "/attendance/evt1?limit=1000");
  }

  private static String read(String port, String path) {
    try {
      return Tixgo.send("GET", port, path, token, "").body();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
