package id.tixgo.ticketing.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.time.Timestamps;
import id.tixgo.ticketing.domain.ShopQuery;
import id.tixgo.ticketing.domain.Showcase;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code /shop/events}: what is on sale, for anybody. */
public final class ShopHandler {
  private static final String FOR_SECONDS = "public, max-age=5";
  private static final String NOW = "no-cache";

  private final Showcase showcase;
  private final boolean hasWaitingRoom;

  /**
   * @param hasWaitingRoom whether buyers may have to queue
   */
  public ShopHandler(Showcase showcase, boolean hasWaitingRoom) {
    this.showcase = requireNonNull(showcase);
    this.hasWaitingRoom = hasWaitingRoom;
  }

  public void register(Api api) {
    api.on("shopEvents", this::events);
    api.on("shopEvent", this::event);
    api.on("shopAvailability", this::availability);
  }

  private Future<Reply> events(Call call) {
    ShopQuery query =
        new ShopQuery(
            call.query("q").orElse(""),
            time(call, "from"),
            time(call, "to"),
            call.query("venue_id").map(Integer::valueOf));
    return showcase.events(query).map(found -> page(call, found));
  }

  private Reply page(Call call, List<EventFacts> found) {
    Page<EventFacts> page = Page.of(found, Page.cursor(call), Page.limit(call));
    Reply reply =
        Reply.resource(page.items().stream().map(showcase::shown).map(this::json).toList());
    return page.describe(call, reply.withHeader("Cache-Control", FOR_SECONDS));
  }

  private Future<Reply> event(Call call) {
    return showcase
        .event(call.path("id"))
        .map(shown -> Reply.resource(json(shown)))
        .map(reply -> reply.withHeader("Cache-Control", FOR_SECONDS));
  }

  private ShopJson.EventOnSale json(Showcase.Shown shown) {
    return ShopJson.event(shown, hasWaitingRoom);
  }

  private Future<Reply> availability(Call call) {
    return showcase
        .event(call.path("id"))
        .map(shown -> Reply.resource(ShopJson.availability(shown)))
        .map(reply -> reply.withHeader("Cache-Control", NOW));
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
