package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.scope.Once;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The rules of what is on sale. */
public final class TicketTypes {
  private final Sales sales;

  public TicketTypes(Sales sales) {
    this.sales = requireNonNull(sales);
  }

  /** Fails with {@code NOT_FOUND}, {@code EVENT_CANCELLED} or {@code NAME_TAKEN}. */
  public Future<TicketType> create(
      String eventId, TicketTypeDetails details, Once<TicketType> once) {
    return sales.make(once, (desk, now) -> make(desk, eventId, details, now));
  }

  /** Fails with {@code NOT_FOUND}. */
  public TicketType find(String id) {
    return sales.ticketType(id).orElseThrow(Refusals::ticketTypeNotFound);
  }

  /**
   * Changes a ticket type as it is at that moment; {@code guard} and {@code change} may refuse by
   * throwing. Fails with {@code NOT_FOUND}, {@code NAME_TAKEN} or {@code QUOTA_BELOW_SOLD}.
   */
  public Future<TicketType> change(
      String id, Consumer<TicketType> guard, UnaryOperator<TicketTypeDetails> change) {
    return sales.make(
        Once.eachTime(),
        (desk, now) -> {
          TicketType current = desk.ticketType(id).orElseThrow(Refusals::ticketTypeNotFound);
          guard.accept(current);
          TicketType changed = current.withDetails(change.apply(current.details()), now);
          check(desk, changed);
          desk.change(changed);
          return changed;
        });
  }

  /** Fails with {@code NOT_FOUND} or {@code IN_USE}; {@code guard} may refuse by throwing. */
  public Future<TicketType> delete(String id, Consumer<TicketType> guard) {
    return sales.make(
        Once.eachTime(),
        (desk, now) -> {
          TicketType current = desk.ticketType(id).orElseThrow(Refusals::ticketTypeNotFound);
          guard.accept(current);
          Places places = desk.ofType(id);
          if (places.taken() > 0) {
            throw Refusals.inUse(places);
          }
          desk.waitingFor(id).forEach(desk::remove);
          desk.remove(current);
          return current;
        });
  }

  private static TicketType make(
      Desk desk, String eventId, TicketTypeDetails details, Instant now) {
    EventFacts event = desk.event(eventId).orElseThrow(Refusals::eventNotFound);
    if (event.isOff()) {
      throw Refusals.eventCancelled();
    }
    TicketType made = new TicketType(UUID.randomUUID().toString(), eventId, details, now, now);
    check(desk, made);
    desk.make(made);
    return made;
  }

  private static void check(Desk desk, TicketType wanted) {
    String name = wanted.details().name();
    if (desk.ticketTypeNamed(wanted.eventId(), name)
        .filter(other -> !other.id().equals(wanted.id()))
        .isPresent()) {
      throw Refusals.nameTaken(name);
    }
    Places places = desk.ofType(wanted.id());
    if (wanted.details().quota() < places.taken()) {
      throw Refusals.quotaBelowSold(places);
    }
  }
}
