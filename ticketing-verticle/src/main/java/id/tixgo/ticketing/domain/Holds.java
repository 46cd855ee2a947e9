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
 * @param offerTime how long they are when they are offered to somebody who waits
 * @param mostOpen how many bookings a buyer may hold at an event
 */
public record Holds(Duration time, Duration offerTime, int mostOpen) {
  public Holds {
    requireNonNull(time);
    requireNonNull(offerTime);
  }

  Booking make(Desk desk, HoldRequest request, Instant now) {
    checkOpen(desk, request);
    return hold(desk, request, Optional.empty(), now);
  }

  /** Holds what somebody waits for; fails as any hold does. */
  Booking offer(Desk desk, WaitingEntry entry, Instant now) {
    WantedPlaces wanted = new WantedPlaces(entry.ticketTypeId(), entry.quantity(), List.of());
    Buyer buyer = new Buyer(entry.userId(), entry.username(), Optional.empty());
    HoldRequest request =
        new HoldRequest(entry.eventId(), List.of(wanted), buyer, false, Optional.empty());
    return hold(desk, request, Optional.of(entry), now);
  }

  private Booking hold(Desk desk, HoldRequest request, Optional<WaitingEntry> offer, Instant now) {
    HoldRules rules = new HoldRules(desk, now);
    EventFacts event = rules.eventOnSale(request.eventId());
    Optional<Voucher> voucher = request.voucher().map(code -> rules.voucher(code, event));
    Map<TicketType, WantedPlaces> typeToWanted = types(rules, event, request, voucher);
    rules.checkPlaces(event, quantities(typeToWanted));
    Booking held = booking(desk.nextNumber(), request, items(typeToWanted, voucher), offer, now);
    voucher.ifPresent(used -> rules.checkUses(used, held.voucherUses()));
    desk.hold(held);
    return held;
  }

  private static Map<TicketType, WantedPlaces> types(
      HoldRules rules, EventFacts event, HoldRequest request, Optional<Voucher> voucher) {
    Map<TicketType, WantedPlaces> typeToWanted = new LinkedHashMap<>();
    for (WantedPlaces wanted : request.wanted()) {
      typeToWanted.put(rules.typeOnSale(event, wanted, request.byStaff(), voucher), wanted);
    }
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

  private static List<BookingItem> items(
      Map<TicketType, WantedPlaces> typeToWanted, Optional<Voucher> voucher) {
    return typeToWanted.entrySet().stream()
        .map(e -> item(e.getKey(), e.getValue(), voucher.filter(v -> v.covers(e.getKey()))))
        .toList();
  }

  private static BookingItem item(TicketType type, WantedPlaces wanted, Optional<Voucher> voucher) {
    TicketTypeDetails details = type.details();
    return new BookingItem(
        type.id(),
        details.name(),
        details.title(),
        wanted.quantity(),
        voucher.map(used -> used.price(details.price())).orElse(details.price()),
        wanted.holders(),
        voucher.map(Voucher::code));
  }

  private Booking booking(
      long number,
      HoldRequest request,
      List<BookingItem> items,
      Optional<WaitingEntry> offer,
      Instant now) {
    return new Booking(
        UUID.randomUUID().toString(),
        number,
        request.eventId(),
        request.buyer(),
        items,
        total(items),
        BookingStatus.PENDING,
        now,
        now.plus(offer.map(entry -> offerTime(entry, now)).orElse(time)),
        now,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        request.voucher(),
        offer.map(WaitingEntry::id),
        List.of());
  }

  /** Who has found places on joining the line hasn't waited. */
  private Duration offerTime(WaitingEntry entry, Instant now) {
    return entry.createdAt().equals(now) ? time : offerTime;
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
