package id.tixgo.ticketing.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.bus.Bus;
import id.tixgo.common.clients.ticketing.AvailabilityChange;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.stream.LiveStreams;
import id.tixgo.common.stream.StreamSource;
import id.tixgo.common.stream.StreamText;
import id.tixgo.ticketing.domain.Showcase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** {@code GET /shop/events/{id}/availability/stream}: what is left, as it changes. */
public final class AvailabilityStreamHandler {
  private final Showcase showcase;
  private final ToLongFunction<String> eventToVersion;
  private final LiveStreams streams;

  /**
   * @param eventToVersion how often an event has changed, by a number that rises
   */
  public AvailabilityStreamHandler(
      Vertx vertx, Bus bus, Showcase showcase, ToLongFunction<String> eventToVersion) {
    this.showcase = requireNonNull(showcase);
    this.eventToVersion = requireNonNull(eventToVersion);
    this.streams =
        new LiveStreams(
            vertx,
            Left::new,
            (eventId, more) ->
                bus.listen(
                    AvailabilityChange.address(eventId),
                    AvailabilityChange.class,
                    change -> more.run()));
  }

  public void register(Api api) {
    api.stream("shopAvailabilityStream", this::stream);
  }

  private Future<?> stream(Call call, HttpServerResponse response) {
    String eventId = call.path("id");
    return showcase
        .event(eventId)
        .compose(
            shown -> streams.open(eventId, call, response, () -> Future.succeededFuture(true)));
  }

  /** What is left of an event's ticket types: always the whole, a reader needs no other. */
  private final class Left implements StreamSource {
    private final String eventId;

    Left(String eventId) {
      this.eventId = requireNonNull(eventId);
    }

    @Override
    public Optional<Problem> expired(long after) {
      return Optional.empty();
    }

    @Override
    public StreamText now() {
      long version = eventToVersion.applyAsLong(eventId);
      return showcase
          .shown(eventId)
          .map(shown -> JsonFormat.encode(ShopJson.availability(shown)))
          .map(json -> StreamText.none(version).with("availability", version, json))
          .orElseGet(() -> StreamText.none(version));
    }

    @Override
    public StreamText after(long seq) {
      return eventToVersion.applyAsLong(eventId) > seq ? now() : StreamText.none(seq);
    }
  }
}
