package id.tixgo.gateway.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.gateway.ShownService;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * One OpenAPI document of all that Gateway answers: its own, and what it shows of each service.
 * Operations and components of a service are named after it, {@code event.Event}; what all services
 * share stays one.
 */
public final class MergedContract {
  private static final Map<String, String> STATUS_TO_FAILURE =
      Map.of("502", "UpstreamUnreachable", "504", "UpstreamTimeout");

  private final JsonObject document;

  /**
   * @param own Gateway's own document, with what all services share
   */
  public MergedContract(JsonObject own) {
    this.document = own.copy();
  }

  public JsonObject document() {
    return document;
  }

  /**
   * Adds a service's public operations.
   *
   * @param contract the service's own file, without what all services share
   */
  public void add(ShownService service, JsonObject contract) {
    MovedParts parts =
        new MovedParts(service.name(), contract, document.getJsonObject("components"));
    Set<Object> tags = new HashSet<>();
    contract.getJsonObject("paths").stream()
        .filter(path -> service.shows(service.below() + path.getKey()))
        .forEach(
            path -> {
              JsonObject moved = parts.move((JsonObject) path.getValue());
              moved.forEach(
                  operation -> complete(service, (JsonObject) operation.getValue(), tags));
              document.getJsonObject("paths").put(service.below() + path.getKey(), moved);
            });
    addTags(contract.getJsonArray("tags"), tags);
  }

  /** What Gateway may answer in the service's place. */
  private static void complete(ShownService service, JsonObject operation, Set<Object> tags) {
    operation.put("operationId", service.name() + "." + operation.getString("operationId"));
    operation.getJsonArray("tags").forEach(tags::add);
    JsonObject responses = operation.getJsonObject("responses");
    STATUS_TO_FAILURE.forEach(
        (status, failure) -> {
          if (!responses.containsKey(status)) {
            responses.put(
                status, new JsonObject().put("$ref", "#/components/responses/" + failure));
          }
        });
  }

  private void addTags(JsonArray described, Set<Object> used) {
    JsonArray all = document.getJsonArray("tags");
    Set<Object> known = new HashSet<>();
    all.forEach(tag -> known.add(name(tag)));
    described.stream()
        .filter(tag -> used.contains(name(tag)) && known.add(name(tag)))
        .forEach(all::add);
  }

  private static String name(Object tag) {
    return requireNonNull(((JsonObject) tag).getString("name"));
  }
}
