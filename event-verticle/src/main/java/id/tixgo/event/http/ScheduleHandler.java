package id.tixgo.event.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import id.tixgo.common.problem.Problem;
import id.tixgo.event.domain.EventPlace;
import id.tixgo.event.domain.RoomSchedule;
import id.tixgo.event.domain.Slot;
import id.tixgo.event.domain.Venue;
import id.tixgo.event.domain.Venues;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What stands in a room: {@code …/rooms/{room}/schedule} and {@code …/blocks}. */
public final class ScheduleHandler {
  private final Venues venues;
  private final RoomSchedule schedule;
  private final KeyedRequests keyed;

  private record BlockBody(String startTime, String endTime, String reason) {
    Slot toSlot(ZoneId zone) {
      Instant start = Times.body("start_time", startTime, zone);
      Instant end = Times.body("end_time", endTime, zone);
      if (!start.isBefore(end)) {
        throw Problem.invalid("body.end_time", "must be after start_time", "end_time");
      }
      String id = UUID.randomUUID().toString();
      return Slot.block(id, start, end, Optional.ofNullable(reason));
    }
  }

  public ScheduleHandler(Venues venues, RoomSchedule schedule, KeyedRequests keyed) {
    this.venues = requireNonNull(venues);
    this.schedule = requireNonNull(schedule);
    this.keyed = requireNonNull(keyed);
  }

  public void register(Api api) {
    api.on("roomSchedule", this::list);
    api.on("blockRoom", this::block);
    api.on("unblockRoom", this::unblock);
  }

  private Future<Reply> list(Call call) {
    Venue venue = venue(call);
    Optional<Instant> from = Times.query(call, "from", venue.zone());
    Optional<Instant> to = Times.query(call, "to", venue.zone());
    List<Slot> found = schedule.between(room(call), from, to);
    Page<Slot> page = Page.of(found, Page.cursor(call), Page.limit(call));
    return Future.succeededFuture(page.describe(call, Reply.json(200, page.items())));
  }

  private Future<Reply> block(Call call) {
    Slot block = call.body(BlockBody.class).toSlot(venue(call).zone());
    return schedule
        .block(room(call), block, keyed.once(call, made -> blocked(call, made)))
        .map(made -> blocked(call, made));
  }

  private static Reply blocked(Call call, Slot block) {
    String blocks =
        "/venues/" + VenuesHandler.id(call) + "/rooms/" + RoomsHandler.id(call) + "/blocks/";
    return Reply.json(201, block).withHeader("Location", blocks + block.id());
  }

  private Future<Reply> unblock(Call call) {
    venue(call);
    return schedule.unblock(room(call), call.path("block")).map(ScheduleHandler::unblocked);
  }

  private static Reply unblocked(boolean wasThere) {
    if (!wasThere) {
      throw Problem.notFound("Block not found");
    }
    return Reply.noContent();
  }

  /** The venue, if it has such a room. */
  private Venue venue(Call call) {
    Venue venue = venues.find(VenuesHandler.id(call));
    venue.requireRoom(RoomsHandler.id(call));
    return venue;
  }

  private static EventPlace room(Call call) {
    return EventPlace.room(VenuesHandler.id(call), RoomsHandler.id(call));
  }
}
