package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether places can be had now. */
final class HoldRules {
  private final Desk desk;
  private final Instant now;

  HoldRules(Desk desk, Instant now) {
    this.desk = requireNonNull(desk);
    this.now = requireNonNull(now);
  }

  /** An event whose tickets are on sale; fails with why they aren't. */
  EventFacts eventOnSale(String eventId) {
    EventFacts event = desk.event(eventId).orElseThrow(Refusals::eventNotFound);
    if (event.isOff()) {
      throw Refusals.eventCancelled();
    }
    if (event.isDraft()) {
      throw Refusals.notOpen(event.title());
    }
    if (event.endTime().filter(end -> !now.isBefore(end)).isPresent()) {
      throw Refusals.ended(event.title());
    }
    return event;
  }

  /** A ticket type of the event that can be had in that number; fails with why it can't. */
  TicketType typeOnSale(
      EventFacts event, WantedPlaces wanted, boolean byStaff, Optional<Voucher> voucher) {
    TicketType type = type(event, wanted.ticketTypeId());
    checkWindow(type.details());
    checkQuantity(type.details(), wanted.quantity());
    boolean unlocked = byStaff || voucher.filter(v -> v.covers(type)).isPresent();
    if (type.details().voucherOnly() && !unlocked) {
      throw Refusals.voucherRequired(type.details().title());
    }
    return type;
  }

  private TicketType type(EventFacts event, String id) {
    return desk.ticketType(id)
        .filter(known -> known.eventId().equals(event.id()))
        .orElseThrow(Refusals::ticketTypeNotFound);
  }

  /** A voucher of the event that is good now; fails with why it isn't. */
  Voucher voucher(String code, EventFacts event) {
    Voucher voucher =
        desk.voucher(code)
            .filter(known -> known.eventId().equals(event.id()))
            .orElseThrow(Refusals::voucherNotFound);
    if (!voucher.isGoodAt(now)) {
      throw Refusals.voucherNotValid();
    }
    return voucher;
  }

  /** Fails unless the voucher is good for so many places more. */
  void checkUses(Voucher voucher, int wanted) {
    int left = voucher.maxUses() - desk.usesOf(voucher.code());
    if (wanted == 0) {
      throw Refusals.voucherNotValid();
    }
    if (wanted > left) {
      throw Refusals.voucherUsedUp(Math.max(0, left));
    }
  }

  private void checkWindow(TicketTypeDetails details) {
    if (details.salesStart().filter(now::isBefore).isPresent()) {
      throw Refusals.notOpen(details.title());
    }
    if (details.salesEnd().filter(end -> !now.isBefore(end)).isPresent()) {
      throw Refusals.ended(details.title());
    }
  }

  private static void checkQuantity(TicketTypeDetails details, int quantity) {
    if (quantity < details.minPerBooking()) {
      throw outside("at least " + details.minPerBooking() + " of " + details.title(), "minimum");
    }
    if (quantity > details.maxPerBooking()) {
      throw outside("at most " + details.maxPerBooking() + " of " + details.title(), "maximum");
    }
  }

  private static Problem outside(String limit, String type) {
    return Problem.invalid("body.quantity", "must be " + limit, type);
  }

  /** Fails unless the places of a booking, and the uses of its voucher, can be had again. */
  void checkAgain(EventFacts event, Booking booking) {
    Map<TicketType, Integer> typeToQuantity = new LinkedHashMap<>();
    booking
        .items()
        .forEach(item -> typeToQuantity.put(type(event, item.ticketTypeId()), item.quantity()));
    checkPlaces(event, typeToQuantity);
    booking
        .voucher()
        .flatMap(desk::voucher)
        .ifPresent(voucher -> checkUses(voucher, booking.voucherUses()));
  }

  /** Fails with {@code SOLD_OUT} and what is left unless all can be had. */
  void checkPlaces(EventFacts event, Map<TicketType, Integer> typeToQuantity) {
    int left = eventLeft(event);
    int wanted = typeToQuantity.values().stream().reduce(0, Math::addExact);
    boolean fits =
        typeToQuantity.entrySet().stream().allMatch(e -> e.getValue() <= free(e.getKey()));
    if (wanted > left || !fits) {
      throw Refusals.soldOut(left(typeToQuantity.keySet(), left));
    }
  }

  private List<Refusals.Left> left(Iterable<TicketType> types, int eventLeft) {
    List<Refusals.Left> left = new ArrayList<>();
    types.forEach(type -> left.add(new Refusals.Left(type.id(), Math.min(eventLeft, free(type)))));
    return left;
  }

  /** How many of a ticket type can be had. */
  int left(TicketType type) {
    return Availability.of(
        type, desk.event(type.eventId()), desk.ofType(type.id()), desk.ofEvent(type.eventId()));
  }

  private int free(TicketType type) {
    return type.free(desk.ofType(type.id()));
  }

  private int eventLeft(EventFacts event) {
    return Availability.left(event, desk.ofEvent(event.id()));
  }
}
