package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.Wire;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that connect and say nothing, or say it slowly, or say too much: the door stays open. */
class SlowClientsIT {
  private static final int MOST = 64;
  private static final int MANY = 300;

  private static RunningSystem system;
  private static String token;

  @BeforeAll
  static void start() {
    system =
        new RunningSystem(
            List.of("identity", "event", "attendance"),
            Map.of("MAX_CONNECTIONS", String.valueOf(MOST), "HEADER_TIMEOUT_MS", "1500"));
    token = system.tokenOf("committee");
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void whoConnectsAndSaysNothingShouldMakeRoom() {
    List<Wire> silent = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      silent.add(new Wire(system.attendance().port()));
    }
    for (int i = 0; i < 20; i++) {
      checkIn("silent-" + i);
    }
    assertEquals("", silent.get(0).rest());
    silent.forEach(Wire::close);
  }

  @Test
  void aHeadThatTricklesShouldEndItsConnection() {
    try (Wire slow = new Wire(system.attendance().port())) {
      slow.send("GET /health HTTP/1.1\r\n");
      Eventually.await("it is let go", () -> slow.send("X-Slow: x\r\n").isClosed());
    }
  }

  @Test
  void aHeadThatTricklesAfterARequestShouldEndItsConnection() {
    try (Wire slow = new Wire(system.attendance().port())) {
      slow.send(Wire.head("GET /health HTTP/1.1", "Host: x"));
      assertEquals(200, slow.read().status());
      Eventually.await("it is let go", () -> slow.send("G").isClosed());
    }
  }

  @Test
  void whoIsQuietBetweenRequestsShouldStay() {
    try (Wire quiet = new Wire(system.attendance().port())) {
      for (int i = 0; i < 2; i++) {
        quiet.send(Wire.head("GET /health HTTP/1.1", "Host: x"));
        assertEquals(200, quiet.read().status());
        try (Wire slow = new Wire(system.attendance().port())) {
          assertEquals("", slow.rest());
        }
      }
    }
  }

  @Test
  void aFloodOfHeadersShouldBeRefused() {
    String head = "GET /health HTTP/1.1\r\nHost: x\r\n" + "X-Flood: flood\r\n".repeat(100_000);
    int status = Wire.exchange(system.attendance().port(), head).status();
    assertTrue(status == 431 || status == 0, "status " + status);
    checkIn("flood");
  }

  @Test
  void aGigabyteShouldBeRefusedBeforeItIsSent() {
    try (Wire large = new Wire(system.attendance().port())) {
      large.send(
          Wire.head(
              "POST /checkins HTTP/1.1",
              "Host: x",
              "Authorization: Bearer " + token,
              "Content-Type: application/json",
              "Content-Length: 1073741824"));
      assertEquals(413, large.read().status());
    }
  }

  private static void checkIn(String ticket) {
    JsonObject scan = new JsonObject().put("event_id", "slow").put("ticket_id", ticket);
    system.attendance().as(token).post("/checkins", scan).expect(201);
  }
}
