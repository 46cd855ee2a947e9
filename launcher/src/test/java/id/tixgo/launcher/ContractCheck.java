package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.http.Contract;
import io.vertx.core.json.Json;
import io.vertx.openapi.contract.MediaType;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Response;
import java.util.Map;
import java.util.Optional;

/** Holds every answer that a test sees against its service's contract. */
final class ContractCheck {
  private static final Map<String, String> TYPE_TO_KEY =
      Map.of(
          "application/problem+json", "application/vnd.problem+json",
          "text/html", "text/plain");

  private final Contract contract;

  ContractCheck(Contract contract) {
    this.contract = contract;
  }

  Contract contract() {
    return contract;
  }

  void check(String method, String path, Answer answer) {
    operation(method, path).ifPresent(operation -> check(operation, answer));
  }

  private Optional<Operation> operation(String method, String path) {
    return contract.operations().stream()
        .filter(operation -> operation.getHttpMethod().name().equals(method))
        .filter(operation -> path.matches(pattern(operation.getOpenAPIPath())))
        .findFirst();
  }

  private static String pattern(String template) {
    return template.replace("{path}", ".+").replaceAll("\\{\\w+}", "[^/]+");
  }

  private void check(Operation operation, Answer answer) {
    String place = operation.getOperationId() + " " + answer.status();
    Response documented = operation.getResponse(answer.status());
    Response response = documented == null ? operation.getDefaultResponse() : documented;
    assertNotNull(response, () -> place + " is not documented: " + answer.body());
    if (answer.body().isEmpty() || response.getContent().isEmpty()) {
      return;
    }
    String type = answer.header("Content-Type").orElse("").split(";", -1)[0];
    MediaType media = response.getContent().get(TYPE_TO_KEY.getOrDefault(type, type));
    assertNotNull(media, () -> place + " documents no " + type);
    if (type.endsWith("json") && media.getSchema() != null) {
      var result = contract.schemas().validator(media.getSchema());
      var unit = result.validate(Json.decodeValue(answer.body()));
      assertTrue(unit.getValid(), () -> place + ": " + unit.getErrors() + answer.body());
    }
  }
}
