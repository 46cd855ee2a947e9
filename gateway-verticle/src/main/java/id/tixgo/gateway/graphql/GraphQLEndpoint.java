package id.tixgo.gateway.graphql;

import static java.util.Objects.requireNonNull;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.introspection.Introspection;
import graphql.parser.ParserOptions;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.ForwardedHeaders;
import id.tixgo.common.http.Reply;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.upstream.UpstreamClient;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.dataloader.DataLoaderRegistry;

/**
 * The GraphQL addresses: a façade over the services' REST, which knows no rule of theirs. Takes
 * POST with JSON alone, so that no page of another origin can send a mutation by a link or a form
 * (docs/adr/016). One per verticle instance.
 */
public final class GraphQLEndpoint {
  private static final int LONGEST_BODY = 65_536;
  private static final List<String> IN_THE_BODY =
      List.of("query", "operationName", "variables", "extensions", "initialValue");

  private static final ParserOptions PARSING =
      ParserOptions.newParserOptions().maxCharacters(LONGEST_BODY).maxTokens(2000).build();

  private final Context context;
  private final Map<String, UpstreamClient> services;
  private final ForwardedHeaders forwarded;
  private final QuerySpending spending;
  private final boolean explorer;

  /**
   * @param services the clients by the services' names
   * @param explorer whether the schema may be asked for
   */
  public GraphQLEndpoint(
      Context context,
      Map<String, UpstreamClient> services,
      ForwardedHeaders forwarded,
      QuerySpending spending,
      boolean explorer) {
    this.context = requireNonNull(context);
    this.services = Map.copyOf(services);
    this.forwarded = requireNonNull(forwarded);
    this.spending = requireNonNull(spending);
    this.explorer = explorer;
  }

  public void register(Api api, Map<String, GraphQL> idToSchema) {
    idToSchema.forEach(
        (id, schema) ->
            api.upload(id, LONGEST_BODY, (call, type, body) -> answer(call, schema, body)));
  }

  private Future<Reply> answer(Call call, GraphQL schema, Buffer body) {
    for (String name : IN_THE_BODY) {
      if (call.query(name).isPresent()) {
        throw Problem.of(
            ProblemKind.BAD_REQUEST, "The body has the " + name + ", not the address.");
      }
    }
    String requestId = call.scope().requestId();
    GraphQLRequest request = GraphQLRequest.of(body);
    return spending
        .purse(call)
        .map(purse -> input(call, request, purse))
        .compose(input -> Future.fromCompletionStage(schema.executeAsync(input), context))
        .map(result -> ErrorCodes.answer(result, requestId))
        .recover(failure -> refusal(failure, requestId))
        .map(answer -> Reply.json(200, answer));
  }

  /** graphql-java throws some of its refusals: an operation that isn't in the query. */
  private static Future<Map<String, Object>> refusal(Throwable failure, String requestId) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof GraphQLError refusal
        ? Future.succeededFuture(ErrorCodes.answer(refusal, requestId))
        : Future.failedFuture(cause);
  }

  private ExecutionInput input(Call call, GraphQLRequest request, QuerySpending.Purse purse) {
    Asker asker = asker(call);
    Map<Object, Object> known = new HashMap<>();
    known.put(Asker.class, asker);
    known.put(QuerySpending.Purse.class, purse);
    known.put(ParserOptions.class, PARSING);
    known.put(Introspection.INTROSPECTION_DISABLED, !explorer);
    return ExecutionInput.newExecutionInput(request.query())
        .operationName(request.operationName().orElse(null))
        .variables(request.variables())
        .extensions(request.extensions())
        .graphQLContext(known)
        .dataLoaderRegistry(
            DataLoaderRegistry.newRegistry()
                .register(EventVenues.LOADER, EventVenues.loader(Rest.of("event", asker)))
                .build())
        .build();
  }

  private Asker asker(Call call) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    call.header("Authorization").ifPresent(a -> headers.set(HttpHeaders.AUTHORIZATION, a));
    forwarded.tell(call.request(), headers);
    return new Asker(call.scope(), headers, services);
  }
}
