package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.problem.Problem;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What anybody may see of what is on sale. */
public final class Showcase {
  private static final String PUBLISHED = "published";

  private final Sales sales;
  private final Clock clock;

  public Showcase(Sales sales, Clock clock) {
    this.sales = requireNonNull(sales);
    this.clock = requireNonNull(clock);
  }

  /** An event with its ticket types that aren't hidden. */
  public record Shown(EventFacts event, List<ShownType> types) {
    public Shown {
      requireNonNull(event);
      types = List.copyOf(types);
    }
  }

  /**
   * A ticket type.
   *
   * @param available how many can be had
   */
  public record ShownType(TicketType type, int available, SaleState state) {
    public ShownType {
      requireNonNull(type);
      requireNonNull(state);
    }
  }

  /** Published events in the order of their start. */
  public Future<List<EventFacts>> events(ShopQuery query) {
    return sales
        .settle()
        .map(
            settled ->
                sales.events().stream().filter(Showcase::isPublic).filter(query::matches).toList());
  }

  /** One of them; fails with {@code NOT_FOUND}. */
  public Future<Shown> event(String id) {
    return sales
        .settle()
        .map(settled -> shown(id).orElseThrow(() -> Problem.notFound("Event not found")));
  }

  /** The same as it is stored, with holds that may be over; empty when it isn't published. */
  public Optional<Shown> shown(String id) {
    return sales.event(id).filter(Showcase::isPublic).map(this::shown);
  }

  public Shown shown(EventFacts event) {
    Instant now = clock.instant();
    return new Shown(
        event,
        sales.ticketTypes(event.id()).stream()
            .filter(type -> !type.details().hidden())
            .map(type -> shown(event, type, now))
            .toList());
  }

  private ShownType shown(EventFacts event, TicketType type, Instant now) {
    int available =
        Availability.of(
            type, Optional.of(event), sales.ofType(type.id()), sales.ofEvent(event.id()));
    return new ShownType(type, available, state(event, type.details(), available, now));
  }

  private static SaleState state(
      EventFacts event, TicketTypeDetails details, int available, Instant now) {
    if (details.salesStart().filter(now::isBefore).isPresent()) {
      return SaleState.NOT_YET;
    }
    if (isOver(details.salesEnd(), now) || isOver(event.endTime(), now)) {
      return SaleState.ENDED;
    }
    return available > 0 ? SaleState.OPEN : SaleState.SOLD_OUT;
  }

  private static boolean isOver(Optional<Instant> end, Instant now) {
    return end.filter(time -> !now.isBefore(time)).isPresent();
  }

  private static boolean isPublic(EventFacts event) {
    return event.status().equals(PUBLISHED);
  }
}
