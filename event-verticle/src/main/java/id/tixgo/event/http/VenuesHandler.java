package id.tixgo.event.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.IfMatch;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import id.tixgo.event.domain.Venue;
import id.tixgo.event.domain.VenueDetails;
import id.tixgo.event.domain.Venues;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.function.UnaryOperator;

/** {@code /venues} and {@code /venues/{id}}. */
public final class VenuesHandler {
  private final Venues venues;
  private final KeyedRequests keyed;

  public VenuesHandler(Venues venues, KeyedRequests keyed) {
    this.venues = requireNonNull(venues);
    this.keyed = requireNonNull(keyed);
  }

  public void register(Api api) {
    api.on("listVenues", this::list);
    api.on("createVenue", this::create);
    api.on("getVenue", this::get);
    api.on("replaceVenue", this::replace);
    api.on("updateVenue", this::update);
    api.on("deleteVenue", this::delete);
  }

  private Future<Reply> list(Call call) {
    Page<Venue> page =
        Page.of(venues.list(call.query("q").orElse("")), Page.cursor(call), Page.limit(call));
    Reply reply = Reply.json(200, page.items().stream().map(VenueJson::of).toList());
    return Future.succeededFuture(page.describe(call, reply));
  }

  private Future<Reply> create(Call call) {
    return venues
        .create(call.body(VenueBody.class).toDetails(), keyed.once(call, VenuesHandler::created))
        .map(VenuesHandler::created);
  }

  private static Reply created(Venue venue) {
    VenueJson shown = VenueJson.of(venue);
    return Reply.json(201, shown)
        .withHeader("Location", "/venues/" + venue.id())
        .withHeader("ETag", IfMatch.tag(shown));
  }

  private Future<Reply> get(Call call) {
    return Future.succeededFuture(Reply.resource(VenueJson.of(venues.find(id(call)))));
  }

  private Future<Reply> replace(Call call) {
    VenueDetails wanted = call.body(VenueBody.class).toDetails();
    return change(call, current -> wanted);
  }

  private Future<Reply> update(Call call) {
    JsonObject patch = call.body(JsonObject.class);
    return change(call, current -> VenueBody.patched(current, patch));
  }

  private Future<Reply> change(Call call, UnaryOperator<VenueDetails> change) {
    return venues
        .change(
            id(call),
            venue -> {
              check(call, venue);
              return venue.withDetails(change.apply(venue.details()));
            })
        .map(VenuesHandler::changed);
  }

  private static Reply changed(Venue venue) {
    VenueJson shown = VenueJson.of(venue);
    return Reply.json(200, shown).withHeader("ETag", IfMatch.tag(shown));
  }

  private Future<Reply> delete(Call call) {
    return venues.delete(id(call), venue -> check(call, venue)).map(gone -> Reply.noContent());
  }

  private static void check(Call call, Venue venue) {
    IfMatch.check(call, "venue", VenueJson.of(venue));
  }

  static int id(Call call) {
    return Integer.parseInt(call.path("id"));
  }
}
