package id.tixgo.ticketing.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.http.Reply;
import id.tixgo.ticketing.document.TicketDocuments;
import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.Bookings;
import id.tixgo.ticketing.domain.Holder;
import id.tixgo.ticketing.domain.IssuedTicket;
import id.tixgo.ticketing.domain.IssuedTickets;
import id.tixgo.ticketing.domain.IssuedTickets.InBooking;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /bookings/{id}/tickets}, {@code /tickets/{id}} and its transfer. */
public final class IssuedTicketsHandler {
  private static final String NAME = "holder_name";
  private static final String EMAIL = "holder_email";
  private static final String PDF = ".pdf";
  private static final String SVG = ".svg";

  private final IssuedTickets tickets;
  private final Bookings bookings;
  private final TicketDocuments documents;
  private final TicketDocumentsHandler files;
  private final KeyedRequests keyed;

  public IssuedTicketsHandler(
      IssuedTickets tickets,
      Bookings bookings,
      TicketDocuments documents,
      TicketDocumentsHandler files,
      KeyedRequests keyed) {
    this.tickets = requireNonNull(tickets);
    this.bookings = requireNonNull(bookings);
    this.documents = requireNonNull(documents);
    this.files = requireNonNull(files);
    this.keyed = requireNonNull(keyed);
  }

  public void register(Api api) {
    api.on("bookingTickets", this::all);
    api.on("getTicket", this::get);
    api.on("renameTicket", this::rename);
    api.on("transferTicket", this::transfer);
  }

  private Future<Reply> all(Call call) {
    return bookings
        .find(call.path("id"), call.caller())
        .compose(
            booking ->
                signed(booking, booking.tickets())
                    .map(texts -> Reply.resource(IssuedTicketJson.all(booking, texts))));
  }

  /** As JSON; as a page or a picture where the code has such an ending. */
  private Future<Reply> get(Call call) {
    String id = call.path("id");
    if (id.endsWith(PDF)) {
      return files.ticketPdf(call, id.substring(0, id.length() - PDF.length()));
    }
    return id.endsWith(SVG)
        ? files.ticketSvg(call, id.substring(0, id.length() - SVG.length()))
        : get(call, id);
  }

  private Future<Reply> get(Call call, String code) {
    return bookings
        .findByTicket(code, call.caller())
        .map(booking -> new InBooking(booking, code))
        .compose(
            found ->
                signed(found.booking(), List.of(found.ticket()))
                    .map(texts -> Reply.resource(json(found, texts))));
  }

  /** What the QR codes say of those tickets that open a door. */
  private Future<Map<String, String>> signed(Booking booking, List<IssuedTicket> tickets) {
    List<IssuedTicket> good = tickets.stream().filter(ticket -> !ticket.revoked()).toList();
    return documents.qrTexts(booking.eventId(), good);
  }

  private Future<Reply> rename(Call call) {
    JsonObject patch = call.body(JsonObject.class);
    return tickets
        .rename(call.path("id"), call.caller(), holder -> patched(holder, patch))
        .map(ticket -> Reply.json(200, json(ticket, Map.of())));
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
    return Reply.json(200, json(ticket, Map.of()))
        .withHeader("Location", "/tickets/" + ticket.code());
  }

  /** What the patch names is replaced: null takes it away. */
  private static Holder patched(Holder holder, JsonObject patch) {
    return new Holder(patched(holder.name(), patch, NAME), patched(holder.email(), patch, EMAIL));
  }

  private static Optional<String> patched(
      Optional<String> before, JsonObject patch, String member) {
    return patch.containsKey(member) ? HolderBody.text(patch.getString(member)) : before;
  }

  private static IssuedTicketJson json(InBooking ticket, Map<String, String> texts) {
    return IssuedTicketJson.of(ticket.booking(), ticket.ticket(), texts);
  }
}
