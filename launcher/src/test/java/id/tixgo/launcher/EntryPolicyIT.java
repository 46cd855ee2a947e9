package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Chromium;
import id.tixgo.common.test.EventDoor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may pass: the same cases for the service and for a browser that is alone with what it knows,
 * for which {@code incomplete} is the answer when that isn't all.
 */
class EntryPolicyIT extends EventDoor {
  private static final JsonObject NONE = new JsonObject();
  private static final String JUDGE =
      """
      async (json) => {
        const { judge } = await import('/js/judge.js');
        return JSON.parse(json).flatMap(({ why, direction = 'in', gate, ticket, list, passages = [], rules, event_status, ...expected }) => {
          const known = {
            listed: Boolean(ticket || list),
            ticket: ticket && { gates: [], ...ticket },
            passage: passages.length ? { inside: passages.at(-1) === 'in' } : undefined,
            rules: { reentry: false, ...rules, event_status },
          };
          return [[true, expected.code], [false, expected.incomplete]]
            .filter(([whole, code]) => judge({ direction, gate }, { ...known, whole }) !== code)
            .map(([whole]) => `${why}, ${whole ? 'whole' : 'incomplete'}`);
        });
      }\
      """;

  static Stream<JsonObject> cases() throws IOException {
    return json().stream().map(JsonObject.class::cast);
  }

  private static JsonArray json() throws IOException {
    try (InputStream file = EntryPolicyIT.class.getResourceAsStream("/entry-policy-cases.json")) {
      assertNotNull(file);
      return new JsonArray(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theServiceShouldDecideSo(JsonObject one) {
    rules(new JsonObject().put("reentry", true));
    one.getJsonArray("passages", new JsonArray())
        .forEach(way -> scan("T-1", "", (String) way).expect(201));
    makeList(one);
    rules(one.getJsonObject("rules", NONE));
    if (one.containsKey("event_status")) {
      makeEvent(one.getString("event_status"));
    }
    JsonObject asked = body("T-1", one.getString("gate", ""), one.getString("direction", "in"));
    Answer answer = staff.post("/checkins?dry_run=true", asked).expect(200);
    assertEquals(one.getString("code"), answer.text("code"), one::encode);
  }

  @Test
  void theBrowserShouldDecideSo() throws IOException {
    try (Chromium chromium = new Chromium(List.of())) {
      String url = "http://localhost:" + system.portal().port();
      Page page = chromium.open(url, new NewContextOptions());
      page.navigate("/");
      assertEquals(List.of(), PageModules.evaluate(page, JUDGE, json().encode()));
    }
  }

  private void rules(JsonObject rules) {
    admin.put(path("/rules"), rules).expect(200);
  }

  private void makeList(JsonObject one) {
    JsonObject ticket = one.getJsonObject("ticket");
    if (ticket != null) {
      JsonArray gates = ticket.getJsonArray("gates", new JsonArray());
      list(
          new JsonArray()
              .add(new JsonObject().put("ticket_id", "T-1").put("gates", gates))
              .encode(),
          1);
    } else if (one.containsKey("list")) {
      list("[]", 0);
    }
    if (ticket != null && ticket.containsKey("revoked")) {
      JsonObject reason = new JsonObject().put("reason", ticket.getString("revoked"));
      admin.post(path("/tickets/T-1/revoke"), reason).expect(200);
    }
  }

  private void makeEvent(String status) {
    JsonObject made =
        new JsonObject()
            .put("id", event)
            .put("title", "Konser")
            .put("start_time", "2026-12-31T19:00:00+07:00")
            .put("status", status);
    admin.post("/events", made).expect(201);
    system.catchUp();
  }
}
