package id.tixgo.ticketing.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.IfMatch;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import id.tixgo.ticketing.client.EventArrival;
import id.tixgo.ticketing.domain.Access;
import id.tixgo.ticketing.domain.Sales;
import id.tixgo.ticketing.domain.TicketType;
import id.tixgo.ticketing.domain.TicketTypeDetails;
import id.tixgo.ticketing.domain.TicketTypes;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.BiFunction;

/** {@code /ticket-types} and {@code /ticket-types/{id}}. */
public final class TicketTypesHandler {
  private final TicketTypes types;
  private final Sales sales;
  private final EventArrival arrival;
  private final KeyedRequests keyed;

  public TicketTypesHandler(
      TicketTypes types, Sales sales, EventArrival arrival, KeyedRequests keyed) {
    this.types = requireNonNull(types);
    this.sales = requireNonNull(sales);
    this.arrival = requireNonNull(arrival);
    this.keyed = requireNonNull(keyed);
  }

  public void register(Api api) {
    api.on("listTicketTypes", this::list);
    api.on("createTicketType", this::create);
    api.on("getTicketType", this::get);
    api.on("replaceTicketType", this::replace);
    api.on("updateTicketType", this::update);
    api.on("deleteTicketType", this::delete);
  }

  private Future<Reply> list(Call call) {
    return sales.settle().map(settled -> page(call));
  }

  private Reply page(Call call) {
    List<TicketType> all =
        call.query("event_id").map(sales::ticketTypes).orElseGet(sales::ticketTypes);
    boolean staff = Access.isStaff(call.caller());
    List<TicketType> shown = all.stream().filter(type -> staff || isShown(type)).toList();
    Page<TicketType> page = Page.of(shown, Page.cursor(call), Page.limit(call));
    return page.describe(
        call, Reply.json(200, page.items().stream().map(type -> json(type, staff)).toList()));
  }

  private boolean isShown(TicketType type) {
    boolean draft = sales.event(type.eventId()).filter(EventFacts::isDraft).isPresent();
    return !draft && !type.details().hidden();
  }

  private Future<Reply> create(Call call) {
    TicketTypeBody body = call.body(TicketTypeBody.class);
    String event = body.eventId();
    return arrival
        .await(event, call.caller(), call.scope())
        .map(known -> body.toDetails(times(event)))
        .compose(details -> types.create(event, details, keyed.once(call, this::created)))
        .map(this::created);
  }

  private Reply created(TicketType type) {
    return written(201, type).withHeader("Location", "/ticket-types/" + type.id());
  }

  private Future<Reply> get(Call call) {
    boolean staff = Access.isStaff(call.caller());
    return sales.settle().map(settled -> Reply.resource(json(types.find(call.path("id")), staff)));
  }

  private Future<Reply> replace(Call call) {
    TicketTypeBody body = call.body(TicketTypeBody.class);
    return change(call, (current, times) -> body.toDetails(times));
  }

  private Future<Reply> update(Call call) {
    JsonObject patch = call.body(JsonObject.class);
    return change(call, (current, times) -> TicketTypeBody.patched(current, patch, times));
  }

  private Future<Reply> change(
      Call call, BiFunction<TicketTypeDetails, EventTimes, TicketTypeDetails> change) {
    String id = call.path("id");
    EventTimes times = times(types.find(id).eventId());
    return types
        .change(id, current -> check(call, current), current -> change.apply(current, times))
        .map(type -> written(200, type));
  }

  private void check(Call call, TicketType current) {
    IfMatch.check(call, "ticket type", json(current, true));
  }

  private EventTimes times(String eventId) {
    return EventTimes.of(sales, eventId);
  }

  private Future<Reply> delete(Call call) {
    return types
        .delete(call.path("id"), current -> check(call, current))
        .map(deleted -> Reply.noContent());
  }

  /** For staff, who alone change it. */
  private Reply written(int status, TicketType type) {
    TicketTypeJson json = json(type, true);
    return Reply.json(status, json).withHeader("ETag", IfMatch.tag(json));
  }

  private TicketTypeJson json(TicketType type, boolean staff) {
    return TicketTypeJson.of(type, sales, staff);
  }
}
