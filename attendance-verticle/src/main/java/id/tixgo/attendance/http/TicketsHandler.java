package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.Ticket;
import id.tixgo.attendance.domain.TicketCode;
import id.tixgo.attendance.domain.TicketLists;
import id.tixgo.attendance.http.list.ListReader;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.http.Reply;
import id.tixgo.common.scope.Once;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;

/** An event's ticket list: uploaded, taken away; tickets revoked and restored. */
public final class TicketsHandler {
  private static final int LARGEST_BODY = 32 << 20;

  private final Vertx vertx;
  private final TicketLists lists;
  private final KeyedRequests keyed;

  private record Reason(String reason) {}

  private record Listed(String status, String eventId, int total) {}

  /** A list as it came, and whether it is to be taken once. */
  private record Upload(List<Ticket> tickets, Once<Integer> once) {}

  public TicketsHandler(Vertx vertx, TicketLists lists, KeyedRequests keyed) {
    this.keyed = requireNonNull(keyed);
    this.vertx = requireNonNull(vertx);
    this.lists = requireNonNull(lists);
  }

  public void register(Api api) {
    api.upload("replaceTickets", LARGEST_BODY, this::replace);
    api.upload("addTickets", LARGEST_BODY, this::add);
    api.on("removeTickets", this::remove);
    api.on("revokeTicket", this::revoke);
    api.on("restoreTicket", call -> setRevoked(call, Optional.empty()));
  }

  /** A long list is read on a worker thread: 200,000 lines take a tenth of a second and more. */
  private Future<Reply> replace(Call call, String contentType, Buffer body) {
    String eventId = call.path("event_id");
    return vertx
        .executeBlocking(() -> ListReader.read(contentType, body))
        .compose(tickets -> lists.replace(eventId, tickets))
        .map(total -> listed(eventId, total));
  }

  private Future<Reply> add(Call call, String contentType, Buffer body) {
    String eventId = call.path("event_id");
    return vertx
        .executeBlocking(
            () ->
                new Upload(
                    ListReader.read(contentType, body),
                    keyed.once(call, total -> listed(eventId, total))))
        .compose(upload -> lists.add(eventId, upload.tickets(), upload.once()))
        .map(total -> listed(eventId, total));
  }

  private static Reply listed(String eventId, int total) {
    return Reply.json(200, new Listed("listed", eventId, total));
  }

  private Future<Reply> remove(Call call) {
    String eventId = call.path("event_id");
    return lists
        .remove(eventId)
        .map(total -> Reply.json(200, new Listed("removed", eventId, total)));
  }

  private Future<Reply> revoke(Call call) {
    return setRevoked(call, Optional.of(call.body(Reason.class).reason()));
  }

  private Future<Reply> setRevoked(Call call, Optional<String> reason) {
    String code = TicketCode.require("path.ticket_id", call.path("ticket_id"));
    return lists
        .setRevoked(call.path("event_id"), code, reason, keyed.once(call, TicketsHandler::changed))
        .map(TicketsHandler::changed);
  }

  private static Reply changed(Ticket ticket) {
    return Reply.json(200, TicketJson.of(ticket));
  }
}
