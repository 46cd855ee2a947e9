package id.tixgo.common.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.http.Contract;
import io.vertx.core.json.Json;
import io.vertx.openapi.contract.MediaType;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Response;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds every answer that a test sees against its service's contract. */
public final class ContractCheck {
  private static final Map<String, String> TYPE_TO_KEY =
      Map.of(
          "application/problem+json", "application/vnd.problem+json",
          "text/csv", "application/vnd.csv+json",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
              "application/octet-stream",
          "text/html", "text/plain",
          "text/calendar", "text/plain",
          "image/svg+xml", "text/plain",
          "application/pdf", "application/vnd.pdf+json");

  private static final Set<Integer> ANSWERS_TO_ANYTHING = Set.of(400, 404, 405);
  private static final Set<Integer> WITHOUT_BODY = Set.of(204, 304);

  private static final Set<String> ON_EVERY_ANSWER =
      Set.of("x-request-id", "x-content-type-options");

  /** Files of pages are no operations. */
  private static final String FILE = ".*/[^/]+\\.[a-z0-9]+";

  private final Contract contract;
  private final Map<String, ContractCheck> mountToBehind;

  /**
   * @param mountToBehind the contracts of services that this one forwards to, by where it does
   */
  public ContractCheck(Contract contract, Map<String, ContractCheck> mountToBehind) {
    this.contract = contract;
    this.mountToBehind = mountToBehind;
  }

  public Contract contract() {
    return contract;
  }

  public void check(String method, String sent, Answer answer) {
    String path = sent.replaceFirst("^/api/v1(?=/)", "");
    String served = method.equals("HEAD") ? "GET" : method;
    Optional<Operation> operation = operation(served, sent);
    if (operation.isEmpty() && mountToBehind.keySet().stream().noneMatch(path::startsWith)) {
      boolean known = method.equals("OPTIONS") || path.matches(FILE);
      assertTrue(
          known || ANSWERS_TO_ANYTHING.contains(answer.status()),
          () -> method + " " + path + " is not documented: " + answer.status());
      return;
    }
    operation.ifPresent(known -> check(known, answer, method.equals("HEAD")));
    mountToBehind.forEach(
        (mount, behind) -> {
          if (path.startsWith(mount)) {
            behind.check(
                method, path.replaceFirst("^/(gateway/\\w+|wallet|report)(?=/)", ""), answer);
          }
        });
  }

  private Optional<Operation> operation(String method, String path) {
    return contract.operations().stream()
        .filter(operation -> operation.getHttpMethod().name().equals(method))
        .filter(operation -> path.matches(pattern(operation.getOpenAPIPath())))
        .findFirst();
  }

  private static String pattern(String template) {
    return template.replace("{path}", ".*").replaceAll("\\{\\w+}", "[^/]+") + "/?";
  }

  private void check(Operation operation, Answer answer, boolean headOnly) {
    String place = operation.getOperationId() + " " + answer.status();
    Response documented = operation.getResponse(answer.status());
    Response response = documented == null ? operation.getDefaultResponse() : documented;
    assertNotNull(response, () -> place + " is not documented: " + answer.body());
    checkHeaders(place, operation, response, answer);
    if (headOnly || response.getContent().isEmpty()) {
      return;
    }
    assertEquals(WITHOUT_BODY.contains(answer.status()), answer.body().isEmpty(), place);
    String type = answer.header("Content-Type").orElse("").split(";", -1)[0];
    MediaType media = response.getContent().get(TYPE_TO_KEY.getOrDefault(type, type));
    assertNotNull(media, () -> place + " documents no " + type);
    if (type.endsWith("json") && media.getSchema() != null) {
      var result = Contract.validator(media.getSchema());
      var unit = result.validate(Json.decodeValue(answer.body()));
      assertTrue(unit.getValid(), () -> place + ": " + unit.getErrors() + answer.body());
    }
  }

  /** CorsIT reads from the contracts which headers pages of other origins may see. */
  private static void checkHeaders(
      String place, Operation operation, Response response, Answer answer) {
    if (operation.getOpenAPIModel().containsKey("x-forwarded")) {
      return;
    }
    Set<String> documented =
        response.getHeaders().stream()
            .map(header -> header.getName().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    answer.response().headers().map().keySet().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(name -> name.startsWith("x-") && !ON_EVERY_ANSWER.contains(name))
        .forEach(name -> assertTrue(documented.contains(name), place + " documents no " + name));
  }
}
