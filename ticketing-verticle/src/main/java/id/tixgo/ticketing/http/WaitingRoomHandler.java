package id.tixgo.ticketing.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.bus.Bus;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.stream.LiveStreams;
import id.tixgo.common.stream.StreamSource;
import id.tixgo.common.stream.StreamText;
import id.tixgo.ticketing.domain.QueuePlace.LetIn;
import id.tixgo.ticketing.domain.WaitingRoom;
import id.tixgo.ticketing.domain.WaitingRoom.Standing;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** {@code /waiting-rooms/{event_id}/place}: the caller's own, asked for or told as it changes. */
public final class WaitingRoomHandler {
  private final WaitingRoom room;
  private final ToLongFunction<String> eventToVersion;
  private final LiveStreams streams;

  private record PlaceJson(
      String eventId,
      String status,
      Integer position,
      Long estimatedSeconds,
      Instant joinedAt,
      Instant letInAt,
      Instant expiresAt) {}

  /** A buyer at an event, as the key of a stream. */
  private record QueueKey(long userId, String eventId) {
    static QueueKey of(String key) {
      int end = key.indexOf('/');
      return new QueueKey(Long.parseLong(key.substring(0, end)), key.substring(end + 1));
    }

    String text() {
      return userId + "/" + eventId;
    }
  }

  /**
   * @param eventToVersion how often an event's queue has changed, by a number that rises
   */
  public WaitingRoomHandler(
      Vertx vertx, Bus bus, WaitingRoom room, ToLongFunction<String> eventToVersion) {
    this.room = requireNonNull(room);
    this.eventToVersion = requireNonNull(eventToVersion);
    this.streams =
        new LiveStreams(
            vertx,
            key -> new OwnPlace(QueueKey.of(key)),
            (key, more) ->
                bus.listen(
                    QueueChange.address(QueueKey.of(key).eventId()),
                    QueueChange.class,
                    change -> more.run()));
  }

  public void register(Api api) {
    api.on("joinWaitingRoom", this::join);
    api.on("placeInWaitingRoom", this::get);
    api.on("leaveWaitingRoom", this::leave);
    api.stream("placeInWaitingRoomStream", this::stream);
  }

  private Future<Reply> join(Call call) {
    return room.join(call.path("event_id"), call.caller()).map(WaitingRoomHandler::reply);
  }

  private Future<Reply> get(Call call) {
    return Future.succeededFuture(reply(find(call)));
  }

  private Standing find(Call call) {
    return room.find(call.path("event_id"), call.caller().id())
        .orElseThrow(() -> Problem.notFound("You have no place in this waiting room"));
  }

  private static Reply reply(Standing standing) {
    return Reply.json(200, json(standing)).withHeader("Cache-Control", "no-store");
  }

  private Future<Reply> leave(Call call) {
    return room.leave(call.path("event_id"), call.caller()).map(left -> Reply.noContent());
  }

  /** Whoever listens is there; the stream ends with the place. */
  private Future<?> stream(Call call, HttpServerResponse response) {
    QueueKey key = new QueueKey(call.caller().id(), find(call).place().eventId());
    return streams.open(
        key.text(),
        call,
        response,
        () -> Future.succeededFuture(room.find(key.eventId(), key.userId()).isPresent()));
  }

  private static PlaceJson json(Standing standing) {
    boolean waits = standing.place().isWaiting();
    Optional<LetIn> in = standing.place().letIn();
    return new PlaceJson(
        standing.place().eventId(),
        waits ? "waiting" : "let_in",
        waits ? standing.position() : null,
        waits ? standing.left().plusMillis(999).toSeconds() : null,
        standing.place().joinedAt(),
        in.map(LetIn::at).orElse(null),
        in.map(LetIn::until).orElse(null));
  }

  /** Always the whole place as it is: a reader needs no other. */
  private final class OwnPlace implements StreamSource {
    private final QueueKey key;

    OwnPlace(QueueKey key) {
      this.key = requireNonNull(key);
    }

    @Override
    public Optional<Problem> expired(long after) {
      return Optional.empty();
    }

    @Override
    public StreamText now() {
      long version = eventToVersion.applyAsLong(key.eventId());
      return room.find(key.eventId(), key.userId())
          .map(standing -> JsonFormat.encode(json(standing)))
          .map(json -> StreamText.none(version).with("place", version, json))
          .orElseGet(() -> StreamText.none(version));
    }

    @Override
    public StreamText after(long seq) {
      return eventToVersion.applyAsLong(key.eventId()) > seq ? now() : StreamText.none(seq);
    }
  }
}
