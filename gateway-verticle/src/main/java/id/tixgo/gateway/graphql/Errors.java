package id.tixgo.gateway.graphql;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.schema.DataFetchingEnvironment;
import id.tixgo.common.problem.Problem;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a client is told of a field that couldn't be had: REST's problem, or that we failed. */
final class Errors implements DataFetcherExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  /** REST's codes that have another name here. */
  private static final Map<String, String> REST_TO_CODE =
      Map.of(
          "UNAUTHORIZED", "UNAUTHENTICATED",
          "VALIDATION_ERROR", "BAD_USER_INPUT",
          "BAD_REQUEST", "BAD_USER_INPUT");

  @Override
  public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
      DataFetcherExceptionHandlerParameters failed) {
    Throwable failure = failed.getException();
    Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
    DataFetchingEnvironment field = failed.getDataFetchingEnvironment();
    GraphQLError error =
        cause instanceof Problem problem ? of(field, problem) : internal(field, cause);
    return CompletableFuture.completedFuture(
        DataFetcherExceptionHandlerResult.newResult(error).build());
  }

  static GraphQLError of(DataFetchingEnvironment field, Problem problem) {
    return error(field, problem.getMessage(), code(problem));
  }

  static String code(Problem problem) {
    return REST_TO_CODE.getOrDefault(problem.code(), problem.code());
  }

  private static GraphQLError internal(DataFetchingEnvironment field, Throwable failure) {
    String id = Asker.of(field).scope().requestId();
    LOG.error("{} failed, request_id={}", field.getField().getName(), id, failure);
    return error(
        field, "Something went wrong here; the log knows it by requestId.", ErrorCodes.INTERNAL);
  }

  private static GraphQLError error(DataFetchingEnvironment field, String message, String code) {
    return GraphqlErrorBuilder.newError(field)
        .message("%s", message)
        .errorType(ErrorClassification.errorClassification(code))
        .extensions(Map.of("code", code))
        .build();
  }
}
