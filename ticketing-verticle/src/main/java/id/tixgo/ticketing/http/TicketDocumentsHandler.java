package id.tixgo.ticketing.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.common.problem.Problem;
import id.tixgo.ticketing.document.CalendarEntry;
import id.tixgo.ticketing.document.Language;
import id.tixgo.ticketing.document.PageLayout;
import id.tixgo.ticketing.document.TicketDocuments;
import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.Bookings;
import id.tixgo.ticketing.domain.IssuedTicket;
import id.tixgo.ticketing.domain.IssuedTickets;
import id.tixgo.ticketing.domain.Sales;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** Tickets as pages, as pictures and as calendar entries. */
public final class TicketDocumentsHandler {
  private static final String PDF = "application/pdf";
  private static final String CALENDAR = "text/calendar; charset=utf-8";
  private static final String SVG = "image/svg+xml";

  private final Bookings bookings;
  private final Sales sales;
  private final TicketDocuments documents;

  public TicketDocumentsHandler(Bookings bookings, Sales sales, TicketDocuments documents) {
    this.bookings = requireNonNull(bookings);
    this.sales = requireNonNull(sales);
    this.documents = requireNonNull(documents);
  }

  public void register(Api api) {
    api.on("bookingTicketsPdf", this::bookingPdf);
    api.on("bookingCalendar", this::bookingCalendar);
  }

  private Future<Reply> bookingPdf(Call call) {
    String id = call.path("id");
    return bookings
        .find(id, call.optionalCaller())
        .compose(booking -> pdf(call, booking, IssuedTickets.good(booking), "tickets-" + id));
  }

  Future<Reply> ticketPdf(Call call, String code) {
    return bookings
        .findByTicket(code, call.caller())
        .compose(
            booking ->
                pdf(call, booking, List.of(IssuedTickets.good(booking, code)), "ticket-" + code));
  }

  private Future<Reply> pdf(Call call, Booking booking, List<IssuedTicket> tickets, String name) {
    PageLayout layout = call.query("layout").map(PageLayout::named).orElse(PageLayout.A4);
    return documents
        .pdf(event(booking), tickets, layout, language(call), call.scope().deadline())
        .map(bytes -> file(PDF, Buffer.buffer(bytes), "inline", name + ".pdf"))
        .map(reply -> reply.withHeader("Vary", "Accept-Language"));
  }

  private static Language language(Call call) {
    return call.query("lang")
        .flatMap(Language::named)
        .orElseGet(() -> Language.preferred(call.header("Accept-Language").orElse("")));
  }

  Future<Reply> ticketSvg(Call call, String code) {
    return bookings
        .findByTicket(code, call.caller())
        .compose(booking -> documents.svg(booking.eventId(), IssuedTickets.good(booking, code)))
        .map(svg -> file(SVG, Buffer.buffer(svg), "inline", "ticket-" + code + ".svg"));
  }

  private Future<Reply> bookingCalendar(Call call) {
    String id = call.path("id");
    return bookings
        .find(id, call.optionalCaller())
        .map(IssuedTickets::issued)
        .map(
            booking -> CalendarEntry.of(booking, event(booking), sales.eventSeq(booking.eventId())))
        .map(entry -> file(CALENDAR, Buffer.buffer(entry.file()), "attachment", id + ".ics"));
  }

  private EventFacts event(Booking booking) {
    return sales.event(booking.eventId()).orElseThrow(() -> Problem.notFound("Event not found"));
  }

  /** Read again from here each time: a ticket may be somebody else's by then. */
  private static Reply file(String type, Buffer body, String disposition, String name) {
    return Reply.resource(type, body)
        .withHeader("Content-Disposition", disposition + "; filename=\"" + name + '"')
        .withHeader("Cache-Control", "private, no-cache");
  }
}
