package id.tixgo.ticketing.http;

import id.tixgo.ticketing.domain.Availability;
import id.tixgo.ticketing.domain.Places;
import id.tixgo.ticketing.domain.Sales;
import id.tixgo.ticketing.domain.TicketType;
import id.tixgo.ticketing.domain.TicketTypeDetails;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** A ticket type as clients see it, with what is left of it. */
record TicketTypeJson(
    String id,
    String eventId,
    String name,
    String title,
    String description,
    BigDecimal price,
    String currency,
    int quota,
    int sold,
    int held,
    int available,
    Instant salesStart,
    Instant salesEnd,
    int minPerBooking,
    int maxPerBooking,
    List<String> gates,
    boolean hidden,
    boolean voucherOnly,
    boolean showAvailability) {
  static TicketTypeJson of(TicketType type, Sales sales) {
    TicketTypeDetails details = type.details();
    Places places = sales.ofType(type.id());
    return new TicketTypeJson(
        type.id(),
        type.eventId(),
        details.name(),
        details.title(),
        details.description().orElse(null),
        details.price().major(),
        details.price().currency(),
        details.quota(),
        places.sold(),
        places.held(),
        Availability.of(type, sales.event(type.eventId()), places, sales.ofEvent(type.eventId())),
        details.salesStart().orElse(null),
        details.salesEnd().orElse(null),
        details.minPerBooking(),
        details.maxPerBooking(),
        details.gates(),
        details.hidden(),
        details.voucherOnly(),
        details.showAvailability());
  }
}
