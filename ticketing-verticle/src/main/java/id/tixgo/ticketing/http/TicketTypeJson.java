package id.tixgo.ticketing.http;

import id.tixgo.ticketing.domain.Availability;
import id.tixgo.ticketing.domain.Places;
import id.tixgo.ticketing.domain.Sales;
import id.tixgo.ticketing.domain.TicketType;
import id.tixgo.ticketing.domain.TicketTypeDetails;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A ticket type as clients see it, with what is left of it.
 *
 * @param sold null, as {@code held} and {@code available}, for whom they aren't shown
 */
record TicketTypeJson(
    String id,
    String eventId,
    String name,
    String title,
    String description,
    BigDecimal price,
    String currency,
    int quota,
    Integer sold,
    Integer held,
    Integer available,
    Instant salesStart,
    Instant salesEnd,
    int minPerBooking,
    int maxPerBooking,
    List<String> gates,
    boolean hidden,
    boolean voucherOnly,
    boolean showAvailability) {
  /**
   * For somebody.
   *
   * @param staff whether he sees numbers that aren't for everybody
   */
  static TicketTypeJson of(TicketType type, Sales sales, boolean staff) {
    TicketTypeDetails details = type.details();
    Places places = sales.ofType(type.id());
    boolean shown = staff || details.showAvailability();
    return new TicketTypeJson(
        type.id(),
        type.eventId(),
        details.name(),
        details.title(),
        details.description().orElse(null),
        details.price().major(),
        details.price().currency(),
        details.quota(),
        shown ? places.sold() : null,
        shown ? places.held() : null,
        shown ? available(type, places, sales) : null,
        details.salesStart().orElse(null),
        details.salesEnd().orElse(null),
        details.minPerBooking(),
        details.maxPerBooking(),
        details.gates(),
        details.hidden(),
        details.voucherOnly(),
        details.showAvailability());
  }

  private static int available(TicketType type, Places places, Sales sales) {
    return Availability.of(
        type, sales.event(type.eventId()), places, sales.ofEvent(type.eventId()));
  }
}
