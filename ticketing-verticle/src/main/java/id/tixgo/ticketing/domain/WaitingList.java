package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.scope.Once;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who waits for what is sold out. */
public final class WaitingList {
  private final Sales sales;
  private final WaitingLine line;

  public WaitingList(Sales sales, WaitingLine line) {
    this.sales = requireNonNull(sales);
    this.line = requireNonNull(line);
  }

  /**
   * Puts somebody at the end of the line; what is there is offered at once, for no longer than
   * anybody holds it. Fails with {@code NOT_FOUND}, {@code EVENT_CANCELLED}, {@code SALES_ENDED},
   * {@code VOUCHER_REQUIRED}, {@code ALREADY_WAITING}, {@code OFFERED} or {@code VALIDATION_ERROR}.
   */
  public Future<WaitingEntry> join(
      String ticketTypeId, int quantity, Caller caller, Once<WaitingEntry> once) {
    return sales.make(once, (desk, now) -> join(desk, ticketTypeId, quantity, caller, now));
  }

  private WaitingEntry join(
      Desk desk, String ticketTypeId, int quantity, Caller caller, Instant now) {
    HoldRules rules = new HoldRules(desk, now);
    TicketType type = desk.ticketType(ticketTypeId).orElseThrow(Refusals::ticketTypeNotFound);
    WantedPlaces wanted = new WantedPlaces(ticketTypeId, quantity, List.of());
    rules.typeOnSale(rules.eventOnSale(type.eventId()), wanted, false, Optional.empty());
    if (desk.waitingFor(ticketTypeId).stream().anyMatch(e -> e.userId() == caller.id())) {
      throw Refusals.alreadyWaiting();
    }
    if (desk.openOffers(ticketTypeId, caller.id()) > 0) {
      throw Refusals.offered();
    }
    WaitingEntry entry =
        new WaitingEntry(
            UUID.randomUUID().toString(),
            desk.nextInLine(),
            type.eventId(),
            ticketTypeId,
            quantity,
            caller.id(),
            caller.username(),
            now,
            Optional.empty());
    desk.put(entry);
    line.serve(desk, now);
    return desk.waitingEntry(entry.id()).orElseThrow();
  }

  /** Staff see all entries, others their own; as they are now. */
  public Future<List<WaitingEntry>> list(Caller caller) {
    return sales
        .settle()
        .map(settled -> sales.waitingEntries().stream().filter(e -> isVisible(e, caller)).toList());
  }

  /** Fails with {@code NOT_FOUND} or {@code OFFERED}. */
  public Future<WaitingEntry> leave(String id, Caller caller) {
    return sales.make(
        Once.eachTime(),
        (desk, now) -> {
          WaitingEntry entry =
              desk.waitingEntry(id)
                  .filter(known -> isVisible(known, caller))
                  .orElseThrow(() -> Problem.notFound("Nobody waits under this id"));
          if (isOffered(desk, entry)) {
            throw Refusals.offered();
          }
          desk.remove(entry);
          return entry;
        });
  }

  private static boolean isOffered(Desk desk, WaitingEntry entry) {
    return entry
        .bookingId()
        .flatMap(desk::booking)
        .filter(booking -> booking.status() == BookingStatus.PENDING)
        .isPresent();
  }

  private static boolean isVisible(WaitingEntry entry, Caller caller) {
    return Access.isStaff(caller) || entry.userId() == caller.id();
  }
}
