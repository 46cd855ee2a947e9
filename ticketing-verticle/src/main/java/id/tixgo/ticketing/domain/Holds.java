package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.money.Money;
import id.tixgo.common.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Holds places: all that are wanted, or none.
 *
 * @param time how long they are held
 * @param mostOpen how many bookings a buyer may hold at an event
 */
public record Holds(Duration time, int mostOpen) {
  public Holds {
    requireNonNull(time);
  }

  Booking make(Desk desk, HoldRequest request, Instant now) {
    HoldRules rules = new HoldRules(desk, now);
    EventFacts event = rules.eventOnSale(request.eventId());
    Map<TicketType, WantedPlaces> typeToWanted = types(rules, event, request);
    checkOpen(desk, request);
    rules.checkPlaces(event, quantities(typeToWanted));
    Booking held = booking(desk.nextNumber(), request, items(typeToWanted), now);
    desk.hold(held);
    return held;
  }

  private static Map<TicketType, WantedPlaces> types(
      HoldRules rules, EventFacts event, HoldRequest request) {
    Map<TicketType, WantedPlaces> typeToWanted = new LinkedHashMap<>();
    request
        .wanted()
        .forEach(w -> typeToWanted.put(rules.typeOnSale(event, w, request.byStaff()), w));
    return typeToWanted;
  }

  /** Staff who book for others have no such limit. */
  private void checkOpen(Desk desk, HoldRequest request) {
    boolean own = request.buyer().guest().isEmpty();
    if (own && desk.openBookings(request.eventId(), request.buyer().userId()) >= mostOpen) {
      throw Refusals.tooManyOpen(mostOpen);
    }
  }

  private static Map<TicketType, Integer> quantities(Map<TicketType, WantedPlaces> typeToWanted) {
    Map<TicketType, Integer> typeToQuantity = new LinkedHashMap<>();
    typeToWanted.forEach((type, wanted) -> typeToQuantity.put(type, wanted.quantity()));
    return typeToQuantity;
  }

  private static List<BookingItem> items(Map<TicketType, WantedPlaces> typeToWanted) {
    return typeToWanted.entrySet().stream().map(e -> item(e.getKey(), e.getValue())).toList();
  }

  private static BookingItem item(TicketType type, WantedPlaces wanted) {
    TicketTypeDetails details = type.details();
    return new BookingItem(
        type.id(),
        details.name(),
        details.title(),
        wanted.quantity(),
        details.price(),
        wanted.holders());
  }

  private Booking booking(long number, HoldRequest request, List<BookingItem> items, Instant now) {
    return new Booking(
        UUID.randomUUID().toString(),
        number,
        request.eventId(),
        request.buyer(),
        items,
        total(items),
        BookingStatus.PENDING,
        now,
        now.plus(time),
        now,
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private static Money total(List<BookingItem> items) {
    String currency = items.get(0).price().currency();
    if (!items.stream().allMatch(item -> item.price().currency().equals(currency))) {
      throw Problem.invalid("body.items", "are sold in different currencies", "currency");
    }
    try {
      return items.stream().map(BookingItem::total).reduce(Money.zero(currency), Money::plus);
    } catch (ArithmeticException e) {
      throw Problem.invalid("body.items", "cost more than can be counted", "maximum");
    }
  }
}
