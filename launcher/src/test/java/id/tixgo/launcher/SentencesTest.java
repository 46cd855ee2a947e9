package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.http.Contract;
import id.tixgo.common.service.ServiceDescriptors;
import id.tixgo.common.test.RunningSystem;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever a request's text must look like, the contract has a sentence that says so. */
class SentencesTest {
  private static final Set<String> FORMATS_WITH_A_SENTENCE = Set.of("date-time");

  @Test
  void everyPatternAndFormatOfARequestShouldHaveASentence() {
    int looked = 0;
    for (String service : ServiceDescriptors.names()) {
      Requests requests = new Requests(contract(service));
      looked += requests.texts.size();
      List<String> without =
          requests.texts.stream().filter(text -> !hasSentence(text)).map(Object::toString).toList();
      assertEquals(List.of(), without, service);
    }
    assertTrue(looked > 20, "few texts were looked at");
  }

  private static boolean hasSentence(JsonObject schema) {
    String own = schema.getString("x-message", "");
    String format = schema.getString("format", "");
    return own.startsWith("must ") || FORMATS_WITH_A_SENTENCE.contains(format);
  }

  /** All schemas of requests that say how a text must look. */
  private static final class Requests {
    private final JsonObject contract;
    private final List<JsonObject> texts = new ArrayList<>();

    Requests(JsonObject contract) {
      this.contract = contract;
      contract.getJsonObject("paths").forEach(path -> path((JsonObject) path.getValue()));
    }

    private void path(JsonObject operations) {
      for (Map.Entry<String, Object> entry : operations) {
        JsonObject operation = (JsonObject) entry.getValue();
        operation.getJsonArray("parameters", new JsonArray()).forEach(this::look);
        look(operation.getJsonObject("requestBody", new JsonObject()));
      }
    }

    private void look(Object value) {
      if (value instanceof JsonArray array) {
        array.forEach(this::look);
      } else if (value instanceof JsonObject object) {
        look(resolved(object));
      }
    }

    private void look(JsonObject object) {
      boolean looks =
          object.getValue("format") instanceof String format && !format.equals("binary");
      if (looks || object.getValue("pattern") instanceof String) {
        texts.add(object);
      }
      object.forEach(member -> look(member.getValue()));
    }

    private JsonObject resolved(JsonObject object) {
      JsonObject at = object;
      while (at.getValue("$ref") instanceof String reference) {
        at = contract;
        for (String name : reference.substring(2).split("/", -1)) {
          at = at.getJsonObject(name);
        }
      }
      return at;
    }
  }

  private static JsonObject contract(String service) {
    Vertx vertx = Vertx.vertx();
    try {
      return RunningSystem.await(Contract.load(vertx, service)).document();
    } finally {
      RunningSystem.await(vertx.close());
    }
  }
}
