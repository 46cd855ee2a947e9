package id.tixgo.gateway.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Events and the rooms that they take. */
final class EventFields {
  private EventFields() {}

  static void wire(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Query",
        query ->
            query
                .dataFetcher("events", field -> list(field, ""))
                .dataFetcher("event", EventFields::event)
                .dataFetcher("eventsByVenue", field -> list(field, venueFilter(field)))
                .dataFetcher("eventsConnection", EventFields::page));
    wiring.type(
        "Mutation",
        mutation ->
            mutation
                .dataFetcher("createEvent", EventFields::create)
                .dataFetcher("updateEvent", EventFields::update)
                .dataFetcher("blockSchedule", EventFields::block));
    wiring.type(
        "Event",
        event ->
            event
                .dataFetcher("startTime", field -> LocalTimes.of(field.getSource(), "start_time"))
                .dataFetcher("endTime", field -> LocalTimes.of(field.getSource(), "end_time"))
                .dataFetcher("startsAt", field -> member(field, "start_time"))
                .dataFetcher("endsAt", field -> member(field, "end_time"))
                .dataFetcher("venue", EventVenues::of)
                .dataFetcher("room", EventVenues::roomOf));
    wiring.type(
        "Schedule",
        schedule ->
            schedule
                .dataFetcher("startTime", field -> LocalTimes.of(field.getSource(), "start_time"))
                .dataFetcher("endTime", field -> LocalTimes.of(field.getSource(), "end_time")));
  }

  private static CompletionStage<?> list(DataFetchingEnvironment field, String filter) {
    return events(field).list("/events?" + Rest.WHOLE + filter).toCompletionStage();
  }

  private static String venueFilter(DataFetchingEnvironment field) {
    return field.getArgument("venueId") == null
        ? ""
        : "&venue_id=" + Arguments.segment(field, "venueId");
  }

  private static CompletionStage<?> event(DataFetchingEnvironment field) {
    return events(field).get("/events/" + Arguments.segment(field, "id")).toCompletionStage();
  }

  private static CompletionStage<?> page(DataFetchingEnvironment field) {
    String from =
        field.getArgument("from") == null ? "" : "&from=" + Arguments.segment(field, "from");
    String uri = "/events?" + Arguments.page(field) + venueFilter(field) + from;
    return events(field).page(uri).toCompletionStage();
  }

  private static CompletionStage<?> create(DataFetchingEnvironment field) {
    return Payload.of(
        field, "event", events(field).send(HttpMethod.POST, "/events", Arguments.body(field)));
  }

  private static CompletionStage<?> update(DataFetchingEnvironment field) {
    JsonObject changes = Arguments.body(field, "id");
    if (changes.getValue("status") instanceof String status) {
      changes.put("status", status.toLowerCase(Locale.ROOT));
    }
    String uri = "/events/" + Arguments.segment(field, "id");
    return Payload.of(field, "event", events(field).send(HttpMethod.PATCH, uri, changes));
  }

  private static CompletionStage<?> block(DataFetchingEnvironment field) {
    String venue = "/venues/" + Arguments.segment(field, "venueId");
    String uri = venue + "/rooms/" + Arguments.segment(field, "roomId") + "/blocks";
    JsonObject times = Arguments.body(field, "venueId", "roomId");
    return Payload.of(
        field,
        events(field)
            .get(venue)
            .compose(
                place ->
                    events(field)
                        .send(HttpMethod.POST, uri, times)
                        .map(slot -> blocked(field, slot, place))));
  }

  private static Map<String, Object> blocked(
      DataFetchingEnvironment field, Map<String, Object> slot, Map<String, Object> venue) {
    Map<String, Object> schedule = new HashMap<>(slot);
    schedule.put("venue_id", field.getArgument("venueId"));
    schedule.put("room_id", field.getArgument("roomId"));
    schedule.put("time_zone", venue.get("time_zone"));
    return Map.of("success", true, "message", "The room is blocked.", "schedule", schedule);
  }

  private static Object member(DataFetchingEnvironment field, String name) {
    return field.<Map<String, Object>>getSource().get(name);
  }

  private static Rest events(DataFetchingEnvironment field) {
    return Rest.of("event", field);
  }
}
