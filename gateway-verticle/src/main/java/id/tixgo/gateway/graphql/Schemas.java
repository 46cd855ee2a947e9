package id.tixgo.gateway.graphql;

import graphql.GraphQL;
import graphql.execution.preparsed.persisted.ApolloPersistedQuerySupport;
import graphql.schema.DataFetcherFactories;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The schemas, from the parts in {@code graphql/}: one a service of EventHUB's, or all together.
 */
public final class Schemas {
  private static final Map<String, Consumer<RuntimeWiring.Builder>> PART_TO_FIELDS =
      Map.of(
          "user", UserFields::wire,
          "event", EventFields::wire,
          "ticket", TicketFields::wire,
          "booking", BookingFields::wire);

  private Schemas() {}

  /** All of them by the ids of the operations at which they are asked; reads files. */
  public static Map<String, GraphQL> load(Vertx vertx) {
    return Map.of(
        "userGraphql", of(vertx, List.of("user")),
        "eventGraphql", of(vertx, List.of("event")),
        "ticketGraphql", of(vertx, List.of("ticket")),
        "bookingGraphql", of(vertx, List.of("booking")),
        "graphql", of(vertx, List.of("user", "event", "ticket", "booking")));
  }

  private static GraphQL of(Vertx vertx, List<String> parts) {
    TypeDefinitionRegistry types = types(vertx, "common");
    RuntimeWiring.Builder wiring =
        RuntimeWiring.newRuntimeWiring()
            .codeRegistry(
                GraphQLCodeRegistry.newCodeRegistry()
                    .defaultDataFetcher(DataFetcherFactories.useDataFetcher(new JsonFields())))
            .scalar(TextScalar.named("LocalDateTime"))
            .scalar(TextScalar.named("DateTime"))
            .scalar(MoneyScalar.named("Rupiah"));
    for (String part : parts) {
      types.merge(types(vertx, part));
      PART_TO_FIELDS.get(part).accept(wiring);
    }
    return GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(types, wiring.build()))
        .instrumentation(new QueryLimits())
        .defaultDataFetcherExceptionHandler(new Errors())
        .preparsedDocumentProvider(new ApolloPersistedQuerySupport(new PersistedQueries()))
        .build();
  }

  private static TypeDefinitionRegistry types(Vertx vertx, String part) {
    String file = "graphql/" + part + ".graphqls";
    return new SchemaParser().parse(vertx.fileSystem().readFileBlocking(file).toString());
  }
}
