package id.tixgo.event.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.IfMatch;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.http.Reply;
import id.tixgo.event.domain.Room;
import id.tixgo.event.domain.Venues;
import io.vertx.core.Future;

/** {@code /venues/{id}/rooms} and {@code /venues/{id}/rooms/{room}}. */
public final class RoomsHandler {
  private final Venues venues;
  private final KeyedRequests keyed;

  private record RoomBody(String name, int capacity) {}

  public RoomsHandler(Venues venues, KeyedRequests keyed) {
    this.venues = requireNonNull(venues);
    this.keyed = requireNonNull(keyed);
  }

  public void register(Api api) {
    api.on("createRoom", this::create);
    api.on("getRoom", this::get);
    api.on("replaceRoom", this::replace);
    api.on("deleteRoom", this::delete);
  }

  private Future<Reply> create(Call call) {
    RoomBody body = call.body(RoomBody.class);
    int venueId = VenuesHandler.id(call);
    return venues
        .createRoom(
            venueId, body.name(), body.capacity(), keyed.once(call, room -> created(venueId, room)))
        .map(room -> created(venueId, room));
  }

  private static Reply created(int venueId, Room room) {
    return Reply.json(201, room)
        .withHeader("Location", "/venues/" + venueId + "/rooms/" + room.id())
        .withHeader("ETag", IfMatch.tag(room));
  }

  private Future<Reply> get(Call call) {
    Room room = venues.find(VenuesHandler.id(call)).requireRoom(id(call));
    return Future.succeededFuture(Reply.resource(room));
  }

  private Future<Reply> replace(Call call) {
    RoomBody body = call.body(RoomBody.class);
    return venues
        .changeRoom(
            VenuesHandler.id(call),
            id(call),
            room -> {
              IfMatch.check(call, "room", room);
              return new Room(room.id(), body.name(), body.capacity());
            })
        .map(room -> Reply.json(200, room).withHeader("ETag", IfMatch.tag(room)));
  }

  private Future<Reply> delete(Call call) {
    return venues
        .deleteRoom(VenuesHandler.id(call), id(call), room -> IfMatch.check(call, "room", room))
        .map(gone -> Reply.noContent());
  }

  static int id(Call call) {
    return Integer.parseInt(call.path("room"));
  }
}
