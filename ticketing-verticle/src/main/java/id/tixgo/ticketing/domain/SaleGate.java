package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who is let in to an event's sale, and when (docs/adr/021): in the order in which they came, those
 * before its start too, no more than the rate allows. What it does is part of a movement.
 */
public final class SaleGate {
  /** More of those whose sale is over are told the next time. */
  private static final int MANY = 1000;

  private final AdmissionRate rate;
  private final BuyerPresence presence;

  /** Whether anything of an event can be bought. */
  private enum Phase {
    NOT_YET,
    OPEN,
    OVER
  }

  public SaleGate(AdmissionRate rate, BuyerPresence presence) {
    this.rate = requireNonNull(rate);
    this.presence = requireNonNull(presence);
  }

  AdmissionRate rate() {
    return rate;
  }

  BuyerPresence presence() {
    return presence;
  }

  /**
   * Gives a buyer the last place, or the one that he has. Lets him in when nobody is before him.
   */
  QueuePlace join(Desk desk, String eventId, long userId, Instant now) {
    if (!rate.isLimited()) {
      throw Refusals.noWaitingRoom();
    }
    EventFacts event = new HoldRules(desk, now).eventOnSale(eventId);
    if (phase(desk, eventId, now) == Phase.OVER) {
      throw Refusals.ended(event.title());
    }
    presence.see(eventId, userId);
    Optional<QueuePlace> own = desk.queuePlace(eventId, userId);
    return own.filter(place -> place.isWaiting() || place.mayBook(now))
        .orElseGet(() -> joinAnew(desk, own, eventId, userId, now));
  }

  private QueuePlace joinAnew(
      Desk desk, Optional<QueuePlace> over, String eventId, long userId, Instant now) {
    over.ifPresent(place -> end(desk, place));
    SaleQueue before = desk.saleQueue(eventId);
    SaleQueue queue = before.joined();
    QueuePlace place = new QueuePlace(eventId, userId, queue.lastNumber(), now, Optional.empty());
    if (before.waiting() == 0 && mayLetIn(desk, before, now)) {
      return letIn(desk, place, queue, now);
    }
    desk.put(place, queue);
    return place;
  }

  private boolean mayLetIn(Desk desk, SaleQueue queue, Instant now) {
    return rate.allows(queue, now) && phase(desk, queue.eventId(), now) == Phase.OPEN;
  }

  private QueuePlace letIn(Desk desk, QueuePlace place, SaleQueue queue, Instant now) {
    QueuePlace in = place.letIn(now, now.plus(rate.right()));
    desk.put(in, queue.letIn(rate.after(queue, now)));
    return in;
  }

  /**
   * Lets a buyer book who was let in, or who comes when nobody waits and the rate allows one more;
   * fails with {@code WAITING_ROOM} else. Staff don't queue. What isn't on sale is refused for that
   * by whoever holds it.
   */
  void check(Desk desk, HoldRequest request, Instant now) {
    boolean open = request.wanted().stream().anyMatch(wanted -> isOpen(desk, wanted, now));
    if (rate.isLimited() && open && !request.byStaff()) {
      QueuePlace place =
          Optional.of(join(desk, request.eventId(), request.buyer().userId(), now))
              .filter(own -> own.mayBook(now))
              .orElseThrow(() -> Refusals.waitingRoom(request.eventId()));
      if (place.isUnserved()) {
        desk.put(place.served(), desk.saleQueue(place.eventId()).served());
      }
    }
  }

  private static boolean isOpen(Desk desk, WantedPlaces wanted, Instant now) {
    return desk.ticketType(wanted.ticketTypeId())
        .filter(type -> type.details().isOnSale(now))
        .isPresent();
  }

  /** Takes away a buyer's place. */
  void end(Desk desk, QueuePlace place) {
    desk.remove(place, desk.saleQueue(place.eventId()).without(place));
    presence.forget(place);
  }

  /** What time brings: those whose turn it is are let in, the time of others is over. */
  void look(Desk desk, Instant now) {
    presence.takeGone().stream()
        .flatMap(gone -> desk.queuePlace(gone.eventId(), gone.userId()).stream())
        .filter(QueuePlace::isWaiting)
        .forEach(place -> end(desk, place));
    desk.saleQueues().forEach(eventId -> look(desk, eventId, now));
  }

  private void look(Desk desk, String eventId, Instant now) {
    List<QueuePlace> over = desk.letIn(eventId).takeWhile(place -> !place.mayBook(now)).toList();
    over.forEach(place -> end(desk, place));
    switch (phase(desk, eventId, now)) {
      case NOT_YET -> {}
      case OPEN -> letIn(desk, eventId, now);
      case OVER -> desk.queued(eventId).limit(MANY).toList().forEach(place -> end(desk, place));
    }
  }

  private void letIn(Desk desk, String eventId, Instant now) {
    desk.queued(eventId)
        .takeWhile(place -> rate.allows(desk.saleQueue(eventId), now))
        .filter(Predicate.not(presence::isAway))
        .forEach(place -> letIn(desk, place, desk.saleQueue(eventId), now));
  }

  private static Phase phase(Desk desk, String eventId, Instant now) {
    List<TicketTypeDetails> types =
        desk.ticketTypes(eventId).stream().map(TicketType::details).toList();
    if (types.stream().allMatch(type -> type.isOver(now)) || !isHeld(desk, eventId, now)) {
      return Phase.OVER;
    }
    return types.stream().anyMatch(type -> type.isOnSale(now)) ? Phase.OPEN : Phase.NOT_YET;
  }

  private static boolean isHeld(Desk desk, String eventId, Instant now) {
    try {
      new HoldRules(desk, now).eventOnSale(eventId);
      return true;
    } catch (Problem off) {
      return false;
    }
  }
}
