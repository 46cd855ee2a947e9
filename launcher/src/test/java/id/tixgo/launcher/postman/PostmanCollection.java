package id.tixgo.launcher.postman;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.Env;
import id.tixgo.common.service.Exposure;
import id.tixgo.common.service.ServiceDescriptor;
import id.tixgo.common.service.ServiceDescriptors;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A Postman collection, format 2.1.0, of every operation of every service on the class path: a
 * folder a service, a folder a tag in it. What Gateway shows is asked there, all else of the
 * service itself.
 */
final class PostmanCollection {
  private static final String FORMAT =
      "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
  private static final String DESCRIPTION =
      """
      Every operation of TixGo, made from the contracts at `/openapi.json`: `make postman` writes it.

      Set `username` and `password`, or send *Log in*: its token is kept in `token` and goes with every request. \
      What services ask each other needs `service_token`, the house's `SERVICE_TOKEN`. Requests without a token \
      show none. Bodies and ids are the contracts' examples; what deletes, deletes.""";
  private static final Env NOTHING_SET = new Env(Map.of("JWT_SECRET", "x".repeat(32)));
  private static final String GATEWAY = "gateway_url";

  private final Function<String, JsonObject> contracts;

  /**
   * @param contracts a service's whole contract by its name
   */
  PostmanCollection(Function<String, JsonObject> contracts) {
    this.contracts = requireNonNull(contracts);
  }

  JsonObject json() {
    return new JsonObject()
        .put("info", info())
        .put("auth", bearer())
        .put("event", PostmanScript.ofCollection())
        .put("variable", variables())
        .put("item", new JsonArray(ServiceDescriptors.all().stream().map(this::folder).toList()));
  }

  private static JsonObject info() {
    return new JsonObject()
        .put("name", "TixGo")
        .put("description", DESCRIPTION)
        .put("schema", FORMAT);
  }

  private static JsonObject bearer() {
    return new JsonObject()
        .put("type", "bearer")
        .put("bearer", new JsonArray().add(variable("token", "{{token}}").put("type", "string")));
  }

  private static JsonArray variables() {
    JsonArray variables = new JsonArray();
    ServiceDescriptors.all().stream()
        .map(service -> service.service(NOTHING_SET, Clock.systemUTC()).address())
        .map(a -> variable(baseOf(a.service()), "http://localhost:" + a.port()))
        .forEach(variables::add);
    return variables
        .add(variable("username", "admin"))
        .add(variable("password", ""))
        .add(variable("token", ""))
        .add(variable("service_token", ""));
  }

  private static JsonObject variable(String key, String value) {
    return new JsonObject().put("key", key).put("value", value);
  }

  private static String baseOf(String service) {
    return service + "_url";
  }

  private JsonObject folder(ServiceDescriptor service) {
    JsonObject contract = contracts.apply(service.name());
    Map<String, JsonArray> tagToItems = new LinkedHashMap<>();
    contract
        .getJsonObject("paths")
        .forEach(
            path ->
                ((JsonObject) path.getValue())
                    .forEach(
                        operation -> {
                          PostmanRequest request =
                              request(service, contract, path.getKey(), operation);
                          tagToItems
                              .computeIfAbsent(request.tag(), first -> new JsonArray())
                              .add(request.item());
                        }));
    JsonArray folders = new JsonArray();
    tagToItems.forEach((tag, items) -> folders.add(named(tag, items)));
    return named(contract.getJsonObject("info").getString("title"), folders);
  }

  private static JsonObject named(String name, JsonArray items) {
    return new JsonObject().put("name", name).put("item", items);
  }

  private static PostmanRequest request(
      ServiceDescriptor service,
      JsonObject contract,
      String path,
      Map.Entry<String, Object> operation) {
    ContractExamples examples = new ContractExamples(contract);
    return shown(service, path)
        .map(below -> new PostmanRequest(examples, GATEWAY, below + path, operation))
        .orElseGet(() -> new PostmanRequest(examples, baseOf(service.name()), path, operation));
  }

  /** Below what Gateway shows a path of a service; empty when it doesn't. */
  private static Optional<String> shown(ServiceDescriptor service, String path) {
    return service
        .exposure()
        .filter(
            exposure ->
                exposure.paths().stream()
                    .anyMatch(begin -> (exposure.below() + path + "/").startsWith(begin + "/")))
        .map(Exposure::below);
  }
}
