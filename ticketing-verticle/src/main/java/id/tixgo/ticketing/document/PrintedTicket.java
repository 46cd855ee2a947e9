package id.tixgo.ticketing.document;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.ticketing.domain.IssuedTicket;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a ticket's page says.
 *
 * @param place where, in lines
 * @param zone the venue's, in which the times are printed
 * @param type the ticket type's title
 * @param code what is typed where a scanner fails
 * @param qrText what the QR code holds
 */
public record PrintedTicket(
    String eventTitle,
    Optional<String> place,
    Instant start,
    Optional<Instant> end,
    ZoneId zone,
    Optional<String> holder,
    String type,
    String code,
    String qrText) {
  public PrintedTicket {
    requireNonNull(eventTitle);
    requireNonNull(place);
    requireNonNull(start);
    requireNonNull(end);
    requireNonNull(zone);
    requireNonNull(holder);
    requireNonNull(type);
    requireNonNull(code);
    requireNonNull(qrText);
  }

  static PrintedTicket of(EventFacts event, IssuedTicket ticket, String qrText) {
    return new PrintedTicket(
        event.title(),
        PlaceText.of(event),
        event.startTime(),
        event.endTime(),
        ZoneId.of(event.timeZone()),
        ticket.holder().name(),
        ticket.title(),
        ticket.code(),
        qrText);
  }
}
