package id.tixgo.event.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.IfMatch;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.time.Timestamps;
import id.tixgo.event.client.EventUses;
import id.tixgo.event.domain.Event;
import id.tixgo.event.domain.EventDetails;
import id.tixgo.event.domain.EventQuery;
import id.tixgo.event.domain.EventStatus;
import id.tixgo.event.domain.Events;
import id.tixgo.event.domain.Venues;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** {@code /events} and {@code /events/{id}}. */
public final class EventsHandler {
  private final Events events;
  private final EventUses uses;
  private final KeyedRequests keyed;
  private final Venues venues;
  private final ShownEvents shown;

  private record Deleted(String status, String eventId) {}

  public EventsHandler(
      Events events, Venues venues, ShownEvents shown, EventUses uses, KeyedRequests keyed) {
    this.venues = requireNonNull(venues);
    this.shown = requireNonNull(shown);
    this.keyed = requireNonNull(keyed);
    this.events = requireNonNull(events);
    this.uses = requireNonNull(uses);
  }

  public void register(Api api) {
    api.on("listEvents", this::list);
    api.on("createEvent", this::create);
    api.on("getEvent", this::get);
    api.on("replaceEvent", this::replace);
    api.on("updateEvent", this::update);
    api.on("deleteEvent", this::delete);
  }

  private Future<Reply> list(Call call) {
    EventQuery query =
        new EventQuery(
            call.query("q").orElse(""),
            time(call, "from"),
            time(call, "to"),
            call.query("venue_id").map(Integer::valueOf));
    Page<Event> page = Page.of(ordered(call, query), Page.cursor(call), Page.limit(call));
    Reply reply =
        Reply.json(
            200, page.items().stream().map(event -> shown.of(event, call.caller())).toList());
    return Future.succeededFuture(page.describe(call, reply));
  }

  private List<Event> ordered(Call call, EventQuery query) {
    List<Event> found = new ArrayList<>(events.list(query, call.caller()));
    if (call.query("order").filter("latest"::equals).isPresent()) {
      Collections.reverse(found);
    }
    return found;
  }

  private Future<Reply> create(Call call) {
    EventBody body = call.body(EventBody.class);
    return events
        .create(
            body.toDetails(EventStatus.PUBLISHED, venues),
            body.wantedId(),
            call.caller().username(),
            keyed.once(call, this::created))
        .map(this::created);
  }

  private Reply created(Event event) {
    return Reply.json(201, shown.of(event))
        .withHeader("Location", "/events/" + event.id())
        .withHeader("ETag", shown.tag(event));
  }

  private Future<Reply> get(Call call) {
    Event event = events.find(call.path("id"), call.caller());
    return Future.succeededFuture(Reply.resource(shown.of(event, call.caller())));
  }

  private Future<Reply> replace(Call call) {
    EventBody body = call.body(EventBody.class);
    return change(call, current -> body.toDetails(current.status(), venues));
  }

  private Future<Reply> update(Call call) {
    JsonObject patch = call.body(JsonObject.class);
    return change(call, current -> EventBody.patched(current, patch, venues));
  }

  private Future<Reply> change(Call call, UnaryOperator<EventDetails> change) {
    return events
        .change(call.path("id"), change, event -> check(call, event))
        .map(event -> Reply.json(200, shown.of(event)).withHeader("ETag", shown.tag(event)));
  }

  /** An event that people come to is deleted only when that is what is meant. */
  private Future<Reply> delete(Call call) {
    Event event = events.find(call.path("id"));
    check(call, event);
    return mayBeDeleted(call, event)
        .compose(unused -> events.delete(event.id(), current -> check(call, current)))
        .map(deleted -> Reply.json(200, new Deleted("deleted", deleted.id())));
  }

  private Future<Void> mayBeDeleted(Call call, Event event) {
    if (call.query("force").filter("true"::equals).isPresent()) {
      return Future.succeededFuture();
    }
    return uses.of(event.id(), call.caller(), call.scope())
        .compose(
            found -> found.isAny() ? Future.failedFuture(inUse(found)) : Future.succeededFuture());
  }

  private static Problem inUse(EventUses.Uses uses) {
    return Problem.of(
            ProblemKind.CONFLICT,
            "IN_USE",
            String.format(
                Locale.ROOT,
                "The event has %d check-ins, %d tickets sold and %d places held;"
                    + " force=true deletes it all the same.",
                uses.checkIns(),
                uses.sold(),
                uses.held()))
        .with("checkins", uses.checkIns())
        .with("sold", uses.sold())
        .with("held", uses.held());
  }

  private void check(Call call, Event event) {
    IfMatch.check(call, "event", shown.of(event));
  }

  private static Optional<Instant> time(Call call, String name) {
    return call.query(name)
        .map(
            text ->
                Timestamps.parse(text)
                    .orElseThrow(
                        () -> Problem.invalid("query." + name, Timestamps.WANTED, "format")));
  }
}
