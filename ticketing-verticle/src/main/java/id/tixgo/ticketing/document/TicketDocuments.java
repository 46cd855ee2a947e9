package id.tixgo.ticketing.document;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.qr.QrCode;
import id.tixgo.common.scope.Deadline;
import id.tixgo.ticketing.domain.IssuedTicket;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes what tickets are shown and printed with. Signing takes milliseconds: it has its threads.
 */
public final class TicketDocuments {
  private final TicketSignature signature;
  private final DocumentWorkers workers;

  public TicketDocuments(TicketSignature signature, DocumentWorkers workers) {
    this.signature = requireNonNull(signature);
    this.workers = requireNonNull(workers);
  }

  /** What the tickets' QR codes say, by the tickets' codes. */
  public Future<Map<String, String>> qrTexts(String eventId, List<IssuedTicket> tickets) {
    return tickets.isEmpty()
        ? Future.succeededFuture(Map.of())
        : workers.make(
            () ->
                tickets.stream()
                    .collect(Collectors.toMap(IssuedTicket::code, one -> qrText(eventId, one))));
  }

  /** The ticket's QR code as SVG. */
  public Future<String> svg(String eventId, IssuedTicket ticket) {
    return workers.make(() -> QrCode.forPaper(qrText(eventId, ticket)).svg());
  }

  /** A page for each ticket, as PDF. */
  public Future<byte[]> pdf(
      EventFacts event,
      List<IssuedTicket> tickets,
      PageLayout layout,
      Language language,
      Deadline deadline) {
    return workers.make(
        () -> new TicketPdf(printed(event, tickets), layout, language).bytes(deadline));
  }

  private List<PrintedTicket> printed(EventFacts event, List<IssuedTicket> tickets) {
    return tickets.stream()
        .map(ticket -> PrintedTicket.of(event, ticket, qrText(event.id(), ticket)))
        .toList();
  }

  private String qrText(String eventId, IssuedTicket ticket) {
    return signature.qrText(ticket.code(), eventId);
  }
}
