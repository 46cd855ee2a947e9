package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Gateway's GraphQL, as somebody. */
record GraphQLApi(ServiceApi gateway) {
  /** The whole answer to a query. */
  JsonObject ask(String path, String query) {
    return ask(path, new JsonObject().put("query", query));
  }

  JsonObject ask(String path, JsonObject request) {
    return gateway.post(path, request).expect(200).json();
  }

  /** What a field of an answer without errors has. */
  JsonObject get(String path, String query, String field) {
    JsonObject answer = ask(path, query);
    assertFalse(answer.containsKey("errors"), answer::encode);
    return answer.getJsonObject("data").getJsonObject(field);
  }

  /** Asks for what is refused with this code, and with nothing else. */
  JsonObject refused(String path, String query, String code) {
    JsonObject answer = ask(path, query);
    assertEquals(code, codes(answer), () -> query + ": " + answer.encode());
    return answer;
  }

  /** The codes of an answer's errors, each once, with commas between. */
  static String codes(JsonObject answer) {
    return String.join(
        ",",
        answer.getJsonArray("errors", new JsonArray()).stream()
            .map(error -> ((JsonObject) error).getJsonObject("extensions").getString("code"))
            .distinct()
            .toList());
  }
}
