package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.Ticket;
import id.tixgo.attendance.domain.TicketCode;
import id.tixgo.attendance.domain.TicketLists;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** An event's ticket list: uploaded, looked through, tickets revoked and restored. */
public final class TicketsHandler {
  private static final int LARGEST_BODY = 32 << 20;

  private final Vertx vertx;
  private final TicketLists lists;
  private final DoorVersions versions;

  private record Reason(String reason) {}

  private record Listed(String status, String eventId, int total) {}

  public TicketsHandler(Vertx vertx, TicketLists lists, DoorVersions versions) {
    this.vertx = requireNonNull(vertx);
    this.lists = requireNonNull(lists);
    this.versions = requireNonNull(versions);
  }

  public void register(Api api) {
    api.upload("replaceTickets", LARGEST_BODY, (c, t, b) -> put(c, t, b, lists::replace));
    api.upload("addTickets", LARGEST_BODY, (c, t, b) -> put(c, t, b, lists::add));
    api.on("tickets", this::list);
    api.on("revokeTicket", this::revoke);
    api.on("restoreTicket", call -> setRevoked(call, Optional.empty()));
  }

  /** A long list is read on a worker thread: 200,000 lines take a tenth of a second and more. */
  private Future<Reply> put(
      Call call,
      String contentType,
      Buffer body,
      BiFunction<String, List<Ticket>, Future<Integer>> change) {
    String eventId = call.path("event_id");
    return vertx
        .executeBlocking(() -> TicketListReader.read(contentType, body))
        .compose(tickets -> change.apply(eventId, tickets))
        .map(total -> Reply.json(200, new Listed("listed", eventId, total)));
  }

  private Future<Reply> list(Call call) {
    String eventId = DeviceLimits.event(call);
    String version = versions.of(eventId);
    boolean listed = lists.isListed(eventId);
    return vertx
        .executeBlocking(() -> find(call, eventId))
        .map(all -> Page.of(all, Page.cursor(call), Page.limit(call)))
        .map(
            page ->
                page.describe(
                    call, Reply.json(200, page.items().stream().map(TicketJson::of).toList())))
        .map(reply -> reply.withHeader(DoorVersions.HEADER, version))
        .map(reply -> reply.withHeader("X-Listed", String.valueOf(listed)));
  }

  private List<Ticket> find(Call call, String eventId) {
    return call.query("since")
        .map(version -> versions.changedSince(eventId, version))
        .orElseGet(() -> lists.search(eventId, call.query("q").orElse("")));
  }

  private Future<Reply> revoke(Call call) {
    return setRevoked(call, Optional.of(call.body(Reason.class).reason()));
  }

  private Future<Reply> setRevoked(Call call, Optional<String> reason) {
    String code = TicketCode.require("path.ticket_id", call.path("ticket_id"));
    return lists
        .setRevoked(call.path("event_id"), code, reason)
        .map(ticket -> Reply.json(200, TicketJson.of(ticket)));
  }
}
