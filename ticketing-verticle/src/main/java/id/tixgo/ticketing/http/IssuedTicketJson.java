package id.tixgo.ticketing.http;

import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.IssuedTicket;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A ticket as its owner sees it.
 *
 * @param qr what its QR code says; null where it isn't asked for, and of a revoked one
 */
record IssuedTicketJson(
    String ticketId,
    String bookingId,
    String eventId,
    String ticketTypeId,
    String ticketType,
    String title,
    String holderName,
    String holderEmail,
    String status,
    Instant issuedAt,
    String qr) {
  static IssuedTicketJson of(Booking booking, IssuedTicket ticket, Map<String, String> codeToQr) {
    return new IssuedTicketJson(
        ticket.code(),
        booking.id(),
        booking.eventId(),
        ticket.ticketTypeId(),
        ticket.ticketType(),
        ticket.title(),
        ticket.holder().name().orElse(null),
        ticket.holder().email().orElse(null),
        ticket.revoked() ? "revoked" : "valid",
        ticket.issuedAt(),
        codeToQr.get(ticket.code()));
  }

  static IssuedTicketJson of(Booking booking, IssuedTicket ticket) {
    return of(booking, ticket, Map.of());
  }

  static List<IssuedTicketJson> all(Booking booking, Map<String, String> codeToQr) {
    return booking.tickets().stream().map(ticket -> of(booking, ticket, codeToQr)).toList();
  }
}
