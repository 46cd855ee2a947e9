package id.tixgo.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.gateway.ShownService;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MergedContractTest {
  private static final JsonObject OWN =
      new JsonObject()
          .put("tags", new JsonArray())
          .put("paths", new JsonObject())
          .put("components", components("schemas", "Problem", new JsonObject()));

  private final MergedContract merged = new MergedContract(OWN);

  @Test
  void componentsOfOneNameShouldStayApart() {
    merged.add(shown("a"), contract("a", new JsonObject().put("type", "string")));
    merged.add(shown("b"), contract("b", new JsonObject().put("type", "integer")));
    assertEquals("string", itemOf("a").getString("type"));
    assertEquals("integer", itemOf("b").getString("type"));
  }

  @Test
  void whatAllServicesShareShouldStayOne() {
    merged.add(shown("a"), contract("a", reference("Problem")));
    assertEquals("#/components/schemas/Problem", itemOf("a").getString("$ref"));
    assertEquals(Set.of("Problem", "a.Item"), schemas().fieldNames());
  }

  @Test
  void aComponentMayReferToItself() {
    JsonObject tree = new JsonObject().put("anyOf", new JsonArray().add(reference("Item")));
    merged.add(shown("a"), contract("a", tree));
    JsonObject again = itemOf("a").getJsonArray("anyOf").getJsonObject(0);
    assertEquals("#/components/schemas/a.Item", again.getString("$ref"));
  }

  @Test
  void onlyWhatIsShownAndWhatItNeedsShouldBeTakenOver() {
    JsonObject contract = contract("a", new JsonObject());
    JsonObject inside = contract.getJsonObject("paths").getJsonObject("/a").copy();
    inside.getJsonObject("get").put("tags", new JsonArray().add("Inside"));
    contract.getJsonObject("paths").put("/internal/a", inside).put("/ab", inside);
    contract.getJsonArray("tags").add(new JsonObject().put("name", "Inside"));
    contract.getJsonObject("components").getJsonObject("schemas").put("Feed", new JsonObject());
    merged.add(shown("a"), contract);
    assertEquals(Set.of("/a"), merged.document().getJsonObject("paths").fieldNames());
    assertEquals(Set.of("Problem", "a.Item"), schemas().fieldNames());
    assertEquals(1, merged.document().getJsonArray("tags").size());
  }

  @Test
  void operationsShouldBeNamedAfterTheirServiceAndSayHowGatewayFails() {
    merged.add(shown("a"), contract("a", new JsonObject()));
    JsonObject get = operation("a");
    assertEquals("a.list", get.getString("operationId"));
    assertTrue(get.getJsonObject("responses").fieldNames().containsAll(Set.of("502", "504")));
  }

  @Test
  void pathsShouldBeToldAsGatewayShowsThem() {
    ShownService below =
        new ShownService("a", URI.create("http://x"), "/wallet", List.of("/wallet/a"));
    merged.add(below, contract("a", new JsonObject()));
    assertEquals(Set.of("/wallet/a"), merged.document().getJsonObject("paths").fieldNames());
  }

  private JsonObject itemOf(String service) {
    String name = operation(service).getJsonObject("x-item").getString("$ref");
    return schemas().getJsonObject(name.substring("#/components/schemas/".length()));
  }

  private JsonObject operation(String service) {
    return merged
        .document()
        .getJsonObject("paths")
        .getJsonObject("/" + service)
        .getJsonObject("get");
  }

  private JsonObject schemas() {
    return merged.document().getJsonObject("components").getJsonObject("schemas");
  }

  private static ShownService shown(String name) {
    return new ShownService(name, URI.create("http://x"), "", List.of("/" + name));
  }

  /** A service's own file with one operation, which refers to the schema {@code Item}. */
  private static JsonObject contract(String service, JsonObject item) {
    JsonObject get =
        new JsonObject()
            .put("operationId", "list")
            .put("tags", new JsonArray().add("Things"))
            .put("x-item", reference("Item"))
            .put("responses", new JsonObject());
    return new JsonObject()
        .put("tags", new JsonArray().add(new JsonObject().put("name", "Things")))
        .put("paths", new JsonObject().put("/" + service, new JsonObject().put("get", get)))
        .put("components", components("schemas", "Item", item));
  }

  private static JsonObject components(String kind, String name, JsonObject component) {
    return new JsonObject().put(kind, new JsonObject().put(name, component));
  }

  private static JsonObject reference(String schema) {
    return new JsonObject().put("$ref", "#/components/schemas/" + schema);
  }
}
