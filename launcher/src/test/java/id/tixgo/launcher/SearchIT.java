package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.EventDoor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches find what is meant, whatever the case, the accents and how they were composed. */
class SearchIT extends EventDoor {
  @ParameterizedTest
  @CsvSource({
    "José,jose",
    "José,JOSÉ",
    "José,jose\u0301",
    "Jose\u0301,josé",
    "Jose\u0301,OSÉ",
    "jose,José",
    "Ñandú Ğül,nandu gul",
    "Straße,STRASSE",
    "ΟΔΟΣΤΡΩΜΑ,οδος",
    "\uff21\uff22\u2460,ab1",
    "二郎,二",
  })
  void aNameShouldBeFound(String name, String query) {
    JsonObject ticket = new JsonObject().put("ticket_id", "T1").put("holder_name", name);
    list(new JsonArray().add(ticket).add("T2").encode(), 2);
    JsonObject made = new JsonObject().put("title", name).put("start_time", "2026-12-31T12:00:00Z");
    String id = admin.post("/events", made).expect(201).text("id");
    for (String spelling : List.of(query, " " + query + "\u00a0")) {
      assertTrue(found(path("/tickets"), spelling).contains("\"T1\""));
      assertTrue(found("/events", spelling).contains(id));
    }
    assertEquals("[]", found(path("/tickets"), query + "x"));
  }

  private String found(String path, String query) {
    String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
    return staff.get(path + "?q=" + encoded).expect(200).body();
  }
}
