package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ticket lists as spreadsheets and hostile clients send them. */
class TicketListIT {
  private static RunningSystem system;
  private static ServiceApi admin;

  private String tickets;

  @BeforeAll
  static void start() {
    system = RunningSystem.whole();
    admin = system.attendance().as(system.adminToken());
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @BeforeEach
  void newEvent() {
    tickets = "/attendance/evt-" + UUID.randomUUID() + "/tickets";
  }

  @Test
  void aReplacedListShouldBeTheListAfterAStartToo() {
    Map<String, String> folder = Map.of("DATA_DIR", RunningSystem.newFolder().toString());
    List<String> names = List.of("identity", "event", "attendance");
    try (RunningSystem before = new RunningSystem(names, folder)) {
      ServiceApi api = before.attendance().as(before.adminToken());
      put(api, "application/json", "[\"OLD1\",\"OLD2\"]").expect(200);
      put(api, "application/json", "[\"NEW\"]").expect(200);
    }
    try (RunningSystem after = new RunningSystem(names, folder)) {
      ServiceApi api = after.attendance().as(after.adminToken());
      assertEquals(List.of("NEW"), ids(api));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"ticket_id\":\"A\",\"gates\":[null]}]",
        "[{\"ticket_id\":\"A\",\"gates\":[\"\"]}]",
        "[null]",
        "[1]",
        "[[\"A\"]]",
        "[{\"ticket_id\":{}}]",
      })
  void aTicketThatIsNoneShouldBeNamed(String json) {
    Answer refused = put(admin, "application/json", json).expect(422, "VALIDATION_ERROR");
    assertTrue(refused.body().contains("body[0]"), refused::body);
    String second = "[{\"holder_name\":\"x\"}," + json.substring(1);
    Answer both = put(admin, "application/json", second).expect(422, "VALIDATION_ERROR");
    assertEquals(2, both.json().getJsonArray("errors").size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[\n\"A\"] and more", "[\n\"A\"", "[\n{\"ticket_id\":\"A\"", "[\n{\"ticket_id\":"})
  void whatIsNoJsonShouldBeRefused(String json) {
    Answer refused = put(admin, "application/json", json).expect(400, "MALFORMED_JSON");
    assertEquals("line 2: is not valid JSON", refused.text("detail"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ticket_id\n\"A\n", ""})
  void whatIsNoCsvShouldBeRefused(String csv) {
    put(admin, "text/csv", csv).expect(400, "MALFORMED_CSV");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ticket_id,holder_name\nA,Siti\nB,\n",
        "\ufeffticket_id;holder_name\r\nA;Siti\r\n\r\nB;\r\n",
        "ticket_id\tholder_name\n A \t\"Siti\"\nB\t",
      })
  void aSpreadsheetsCsvShouldBeRead(String csv) {
    put(admin, "text/csv", csv).expect(200);
    assertEquals(List.of("A", "B"), ids(admin));
    Answer first = admin.get(tickets + "?limit=1");
    assertEquals("Siti", first.array().getJsonObject(0).getString("holder_name"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ticket_id\nA\nA", "ticket_id\nA\nA\n", "ticket_id,holder_name\nA,x\n,y\nB,z"})
  void theLineShouldBeNamed(String csv) {
    Answer refused = put(admin, "text/csv", csv).expect(422, "VALIDATION_ERROR");
    assertEquals("line 3", refused.json().getJsonArray("errors").getJsonObject(0).getString("loc"));
  }

  @Test
  void aHeaderWithoutTicketIdShouldBeNamed() {
    Answer refused = put(admin, "text/csv", "A1,Siti\nA2,Budi\n").expect(422);
    assertTrue(refused.text("detail").contains("line 1"), refused::body);
  }

  private Answer put(ServiceApi api, String contentType, String list) {
    return api.with("Content-Type", contentType).send("PUT", tickets, list);
  }

  private List<String> ids(ServiceApi api) {
    return api.get(tickets).expect(200).array().stream()
        .map(ticket -> ((JsonObject) ticket).getString("ticket_id"))
        .toList();
  }
}
