package id.tixgo.gateway.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.RuntimeWiring;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** What is sold, and at which price. */
final class TicketFields {
  private static final String TYPES = "/ticket-types";

  private TicketFields() {}

  static void wire(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Query",
        query ->
            query
                .dataFetcher("ticketTypesByEvent", TicketFields::ofEvent)
                .dataFetcher("ticketType", TicketFields::type));
    wiring.type(
        "Mutation",
        mutation ->
            mutation
                .dataFetcher("createTicketType", TicketFields::create)
                .dataFetcher("updateTicketType", TicketFields::update)
                .dataFetcher("updateTicketSold", field -> countedElsewhere().toCompletionStage())
                .dataFetcher("deleteTicketType", TicketFields::delete));
    wiring.type(
        "TicketType",
        type ->
            type.dataFetcher("name", TicketFields::name).dataFetcher("code", TicketFields::code));
  }

  private static CompletionStage<?> ofEvent(DataFetchingEnvironment field) {
    String uri = TYPES + "?" + Rest.WHOLE + "&event_id=" + Arguments.segment(field, "eventId");
    return ticketing(field).list(uri).toCompletionStage();
  }

  private static CompletionStage<?> type(DataFetchingEnvironment field) {
    return ticketing(field).get(path(field)).toCompletionStage();
  }

  private static CompletionStage<?> create(DataFetchingEnvironment field) {
    JsonObject type = Arguments.input(field);
    if (type.remove("code") instanceof String code) {
      type.put("name", code);
    }
    return ticketing(field).send(HttpMethod.POST, TYPES, type).toCompletionStage();
  }

  private static CompletionStage<?> update(DataFetchingEnvironment field) {
    return ticketing(field)
        .send(HttpMethod.PATCH, path(field), Arguments.input(field))
        .toCompletionStage();
  }

  private static Future<Void> countedElsewhere() {
    return Future.failedFuture(
        Problem.of(ProblemKind.FORBIDDEN, "What is sold is counted by bookings alone."));
  }

  private static CompletionStage<?> delete(DataFetchingEnvironment field) {
    return Payload.said(field, "The ticket type is deleted.", ticketing(field).delete(path(field)));
  }

  private static String path(DataFetchingEnvironment field) {
    return TYPES + "/" + Arguments.segment(field, "id");
  }

  private static String code(DataFetchingEnvironment field) {
    return (String) field.<Map<String, Object>>getSource().get("name");
  }

  private static String name(DataFetchingEnvironment field) {
    GraphQLEnumType names = (GraphQLEnumType) GraphQLTypeUtil.unwrapNonNull(field.getFieldType());
    String code = code(field);
    return names.getValue(code) == null ? "OTHER" : code;
  }

  private static Rest ticketing(DataFetchingEnvironment field) {
    return Rest.of("ticketing", field);
  }
}
