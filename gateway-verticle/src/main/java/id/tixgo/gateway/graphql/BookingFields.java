package id.tixgo.gateway.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** What somebody has booked. */
final class BookingFields {
  private static final String BOOKINGS = "/bookings";

  private BookingFields() {}

  static void wire(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Query",
        query ->
            query
                .dataFetcher("booking", BookingFields::booking)
                .dataFetcher("bookingsByUser", BookingFields::ofUser));
    wiring.type(
        "Mutation",
        mutation ->
            mutation
                .dataFetcher("createBooking", BookingFields::create)
                .dataFetcher("confirmPayment", BookingFields::confirm)
                .dataFetcher("cancelBooking", BookingFields::cancel));
    wiring.type(
        "Booking", booking -> booking.dataFetcher("ticketTypeId", BookingFields::firstType));
  }

  private static CompletionStage<?> booking(DataFetchingEnvironment field) {
    return ticketing(field).get(path(field)).toCompletionStage();
  }

  private static CompletionStage<?> ofUser(DataFetchingEnvironment field) {
    String uri = BOOKINGS + "?" + Rest.WHOLE + "&user_id=" + Arguments.segment(field, "userId");
    return ticketing(field).list(uri).toCompletionStage();
  }

  private static CompletionStage<?> create(DataFetchingEnvironment field) {
    JsonObject booking = Arguments.input(field);
    Object key = booking.remove("idempotency_key");
    Asker asker = key == null ? Asker.of(field) : Asker.of(field).keyed((String) key);
    return Rest.of("ticketing", asker).send(HttpMethod.POST, BOOKINGS, booking).toCompletionStage();
  }

  private static CompletionStage<?> confirm(DataFetchingEnvironment field) {
    return step(field, "/confirm-payment").toCompletionStage();
  }

  private static CompletionStage<?> cancel(DataFetchingEnvironment field) {
    return Payload.of(field, step(field, "/cancel"));
  }

  private static Future<Map<String, Object>> step(DataFetchingEnvironment field, String step) {
    return ticketing(field).send(HttpMethod.POST, path(field) + step, new JsonObject());
  }

  private static String path(DataFetchingEnvironment field) {
    return BOOKINGS + "/" + Arguments.segment(field, "id");
  }

  private static Object firstType(DataFetchingEnvironment field) {
    List<?> items = (List<?>) field.<Map<String, Object>>getSource().get("items");
    return ((Map<?, ?>) items.get(0)).get("ticket_type_id");
  }

  private static Rest ticketing(DataFetchingEnvironment field) {
    return Rest.of("ticketing", field);
  }
}
