package id.tixgo.launcher;

import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * JSON in which a member comes twice has two meanings (RFC 8259, 4): it is refused, not guessed.
 */
class DuplicateMembersIT {
  private static RunningSystem system;
  private static ServiceApi admin;

  @BeforeAll
  static void start() {
    system = new RunningSystem(List.of("identity", "event", "attendance"), Map.of());
    admin = json(system.attendance().as(system.adminToken()));
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event_id\":\"e1\",\"ticket_id\":\"A\",\"ticket_id\":\"B\"}",
        "{\"event_id\":\"e1\",\"ticket_id\":\"A\",\"ticket_id\":\"A\"}",
        "{\"ticket_id\":null,\"ticket_id\":\"A\",\"event_id\":\"e1\"}",
        "{\"event_id\":\"e1\",\"event_id\":\"e2\",\"ticket_id\":\"é\"}",
        "{\"event_id\":\"e1\",\"ticket_id\":\"A\",\"gate\":\"A\",\"g\\u0061te\":\"B\"}"
      })
  void aCheckInShouldBeRefused(String body) {
    admin.send("POST", "/checkins", body).expect(400, "MALFORMED_JSON");
  }

  @Test
  void whatTheContractDoesNotNameShouldStillBeIgnored() {
    String more =
        "{\"event_id\":\"e1\",\"ticket_id\":\"C\",\"app\":{\"gate\":\"B\"},\"gate\":null}";
    admin.send("POST", "/checkins", more).expect(201);
  }

  @Test
  void otherBodiesShouldBeRefusedToo() {
    String scan =
        "{\"nonce\":\"n\",\"event_id\":\"e1\",\"ticket_id\":\"A\",\"ticket_id\":\"B\","
            + "\"scanned_at\":\"2026-01-01T10:00:00Z\"}";
    admin
        .send("POST", "/checkins/batch", "{\"device_id\":\"d\",\"scans\":[" + scan + "]}")
        .expect(400, "MALFORMED_JSON");
    admin
        .send("PUT", "/attendance/e2/tickets", "[{\"ticket_id\":\"A\",\"ticket_id\":\"B\"}]")
        .expect(400, "MALFORMED_JSON");
    json(system.identity())
        .send("POST", "/auth/login", "{\"username\":\"a\",\"username\":\"b\",\"password\":\"x\"}")
        .expect(400, "MALFORMED_JSON");
  }

  private static ServiceApi json(ServiceApi api) {
    return api.with("Content-Type", "application/json");
  }
}
