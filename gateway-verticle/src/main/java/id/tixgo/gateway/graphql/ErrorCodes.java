package id.tixgo.gateway.graphql;

import static graphql.ErrorType.DataFetchingException;
import static graphql.ErrorType.ExecutionAborted;
import static graphql.ErrorType.InvalidSyntax;
import static graphql.ErrorType.NullValueInNonNullableField;

import graphql.ErrorClassification;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A result as it is answered: each error has a {@code code} for programs, and the request's id. */
final class ErrorCodes {
  static final String INTERNAL = "INTERNAL";
  static final String TOO_COMPLEX = "TOO_COMPLEX";
  private static final String BAD_USER_INPUT = "BAD_USER_INPUT";

  /** What graphql-java says when it has read as much of a query as it may. */
  private static final String TOO_LONG = "Denial Of Service";

  private ErrorCodes() {}

  static Map<String, Object> answer(ExecutionResult result, String requestId) {
    Map<String, Object> answer = new LinkedHashMap<>(result.toSpecification());
    if (!result.getErrors().isEmpty()) {
      answer.put("errors", errors(result.getErrors(), requestId));
    }
    return answer;
  }

  /** The same for a request that was refused as a whole. */
  static Map<String, Object> answer(GraphQLError refusal, String requestId) {
    return Map.of("errors", errors(List.of(refusal), requestId));
  }

  private static List<Map<String, Object>> errors(List<GraphQLError> errors, String requestId) {
    return errors.stream().map(error -> error(error, requestId)).toList();
  }

  private static Map<String, Object> error(GraphQLError error, String requestId) {
    Map<String, Object> members = new LinkedHashMap<>(error.toSpecification());
    Map<String, Object> known = error.getExtensions();
    String code = known != null && known.get("code") instanceof String own ? own : code(error);
    members.put("extensions", Map.of("code", code, "requestId", requestId));
    return members;
  }

  private static String code(GraphQLError error) {
    ErrorClassification type = error.getErrorType();
    if (type == DataFetchingException || type == NullValueInNonNullableField) {
      return INTERNAL;
    }
    boolean tooLong = type == InvalidSyntax && error.getMessage().contains(TOO_LONG);
    return tooLong || type == ExecutionAborted ? TOO_COMPLEX : BAD_USER_INPUT;
  }
}
