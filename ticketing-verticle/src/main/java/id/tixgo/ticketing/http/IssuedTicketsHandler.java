package id.tixgo.ticketing.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.http.Reply;
import id.tixgo.ticketing.domain.Bookings;
import id.tixgo.ticketing.domain.Holder;
import id.tixgo.ticketing.domain.IssuedTickets;
import id.tixgo.ticketing.domain.IssuedTickets.InBooking;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** {@code /tickets/{id}} and its transfer. */
public final class IssuedTicketsHandler {
  private static final String NAME = "holder_name";
  private static final String EMAIL = "holder_email";

  private final IssuedTickets tickets;
  private final Bookings bookings;
  private final KeyedRequests keyed;

  public IssuedTicketsHandler(IssuedTickets tickets, Bookings bookings, KeyedRequests keyed) {
    this.tickets = requireNonNull(tickets);
    this.bookings = requireNonNull(bookings);
    this.keyed = requireNonNull(keyed);
  }

  public void register(Api api) {
    api.on("getTicket", this::get);
    api.on("renameTicket", this::rename);
    api.on("transferTicket", this::transfer);
  }

  private Future<Reply> get(Call call) {
    String code = call.path("id");
    return bookings
        .findByTicket(code, call.caller())
        .map(booking -> Reply.resource(json(new InBooking(booking, code))));
  }

  private Future<Reply> rename(Call call) {
    JsonObject patch = call.body(JsonObject.class);
    return tickets
        .rename(call.path("id"), call.caller(), holder -> patched(holder, patch))
        .map(ticket -> Reply.json(200, json(ticket)));
  }

  private Future<Reply> transfer(Call call) {
    JsonObject body = call.body(JsonObject.class);
    return tickets
        .transfer(
            call.path("id"),
            call.caller(),
            patched(Holder.UNNAMED, body),
            keyed.once(call, IssuedTicketsHandler::transferred))
        .map(IssuedTicketsHandler::transferred);
  }

  private static Reply transferred(InBooking ticket) {
    return Reply.json(200, json(ticket)).withHeader("Location", "/tickets/" + ticket.code());
  }

  /** What the patch names is replaced: null takes it away. */
  private static Holder patched(Holder holder, JsonObject patch) {
    return new Holder(patched(holder.name(), patch, NAME), patched(holder.email(), patch, EMAIL));
  }

  private static Optional<String> patched(
      Optional<String> before, JsonObject patch, String member) {
    return patch.containsKey(member) ? HolderBody.text(patch.getString(member)) : before;
  }

  private static IssuedTicketJson json(InBooking ticket) {
    return IssuedTicketJson.of(ticket.booking(), ticket.ticket());
  }
}
