package id.tixgo.gateway.graphql;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.Violation;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * What a mutation answers. One that was refused says so twice: in its payload, and as an error with
 * the field's path.
 */
final class Payload {
  private Payload() {}

  /** With what was made or changed as a member. */
  static CompletionStage<Object> of(
      DataFetchingEnvironment field, String member, Future<Map<String, Object>> done) {
    return of(field, done.map(made -> Map.of(member, made, "user_errors", List.of())));
  }

  /** With nothing but that it was done. */
  static CompletionStage<Object> said(
      DataFetchingEnvironment field, String message, Future<?> done) {
    return of(field, done.map(nothing -> Map.of("success", true, "message", message)));
  }

  static CompletionStage<Object> of(
      DataFetchingEnvironment field, Future<Map<String, Object>> payload) {
    return payload
        .<Object>map(done -> done)
        .recover(
            failure ->
                failure instanceof Problem problem
                    ? Future.succeededFuture(refused(field, problem))
                    : Future.failedFuture(failure))
        .toCompletionStage();
  }

  private static DataFetcherResult<Map<String, Object>> refused(
      DataFetchingEnvironment field, Problem problem) {
    Map<String, Object> payload =
        Map.of(
            "success",
            false,
            "message",
            problem.getMessage(),
            "user_errors",
            List.of(userError(problem)));
    return DataFetcherResult.<Map<String, Object>>newResult()
        .data(payload)
        .error(Errors.of(field, problem))
        .build();
  }

  private static Map<String, Object> userError(Problem problem) {
    Map<String, Object> error = new HashMap<>();
    error.put("message", problem.getMessage());
    error.put("code", Errors.code(problem));
    if (problem.members().get("errors") instanceof List<?> errors) {
      error.put("field", errors.stream().map(Payload::place).toList());
    }
    return error;
  }

  /** {@code body.title}, in an answer of REST's or of our own. */
  private static String place(Object violation) {
    return violation instanceof Violation own
        ? own.loc()
        : String.valueOf(((Map<?, ?>) violation).get("loc"));
  }
}
