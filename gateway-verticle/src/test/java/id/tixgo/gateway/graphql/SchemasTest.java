package id.tixgo.gateway.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.GraphQL;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SchemasTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static Map<String, GraphQL> schemas;

  @BeforeAll
  static void load() {
    schemas = Schemas.load(VERTX);
  }

  @AfterAll
  static void close() {
    VERTX.close().await();
  }

  /** What has none would look for itself in what a client sends. */
  @Test
  void everyFieldOfARootShouldAskAService() {
    schemas.forEach(
        (id, graphQL) -> {
          GraphQLSchema schema = graphQL.getGraphQLSchema();
          for (GraphQLObjectType root : roots(schema)) {
            assertFalse(root.getFieldDefinitions().isEmpty(), id);
            for (GraphQLFieldDefinition field : root.getFieldDefinitions()) {
              FieldCoordinates place = FieldCoordinates.coordinates(root, field);
              assertFalse(
                  schema.getCodeRegistry().getDataFetcher(place, field) instanceof JsonFields,
                  () -> id + ": " + place);
            }
          }
        });
  }

  private static List<GraphQLObjectType> roots(GraphQLSchema schema) {
    return List.of(schema.getQueryType(), schema.getMutationType());
  }

  @Test
  void allTogetherShouldHaveWhatEachHas() {
    Set<String> parts =
        schemas.entrySet().stream()
            .filter(schema -> !schema.getKey().equals("graphql"))
            .flatMap(schema -> names(schema.getValue()))
            .collect(Collectors.toSet());
    assertEquals(parts, names(schemas.get("graphql")).collect(Collectors.toSet()));
    assertTrue(parts.size() > 20);
  }

  private static Stream<String> names(GraphQL graphQL) {
    return Stream.of(
            graphQL.getGraphQLSchema().getQueryType(), graphQL.getGraphQLSchema().getMutationType())
        .flatMap(root -> root.getFieldDefinitions().stream())
        .map(GraphQLFieldDefinition::getName);
  }
}
