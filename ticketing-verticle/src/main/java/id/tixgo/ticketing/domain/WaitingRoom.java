package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.scope.Once;
import id.tixgo.common.time.Timestamps;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where buyers wait to be let in to an event's sale; each has a place of his own there. */
public final class WaitingRoom {
  /** Nobody is told to wait for ever. */
  private static final double SLOWEST_PER_SECOND = 1.0 / 60;

  private final Sales sales;
  private final SaleQueues queues;
  private final SaleGate gate;
  private final Clock clock;

  /**
   * How things stand for a buyer.
   *
   * @param position 1 for whoever is let in next; 0 for who was let in
   * @param left until he probably is; zero for who was
   */
  public record Standing(QueuePlace place, int position, Duration left) {
    public Standing {
      requireNonNull(place);
      requireNonNull(left);
    }
  }

  public WaitingRoom(Sales sales, SaleQueues queues, SaleGate gate, Clock clock) {
    this.sales = requireNonNull(sales);
    this.queues = requireNonNull(queues);
    this.gate = requireNonNull(gate);
    this.clock = requireNonNull(clock);
  }

  /**
   * Gives the caller a place, or the one that he has. Fails with {@code NOT_FOUND}, {@code
   * EVENT_CANCELLED}, {@code SALES_NOT_OPEN} or {@code SALES_ENDED}.
   */
  public Future<Standing> join(String eventId, Caller caller) {
    return sales
        .make(Once.eachTime(), (desk, now) -> gate.join(desk, eventId, caller.id(), now))
        .map(this::standing);
  }

  /** How things stand for a user, who is there; empty when he has no place. */
  public Optional<Standing> find(String eventId, long userId) {
    Optional<QueuePlace> place = queues.place(eventId, userId).filter(this::isGood);
    place.ifPresent(known -> gate.presence().see(eventId, userId));
    return place.map(this::standing);
  }

  private boolean isGood(QueuePlace place) {
    return place.isWaiting() || place.mayBook(clock.instant());
  }

  /** Gives the caller's place back, if he has one. */
  public Future<Boolean> leave(String eventId, Caller caller) {
    return sales.make(
        Once.eachTime(),
        (desk, now) -> {
          Optional<QueuePlace> place = desk.queuePlace(eventId, caller.id());
          place.ifPresent(left -> gate.end(desk, left));
          return place.isPresent();
        });
  }

  /** After a start: nobody has gone yet. */
  public void begin() {
    queues.waiting().forEach(place -> gate.presence().see(place.eventId(), place.userId()));
  }

  /** Lets in whose turn it is; to be called several times a second. */
  public Future<Void> look() {
    return queues.isEmpty()
        ? Future.succeededFuture()
        : sales
            .make(
                Once.eachTime(),
                (desk, now) -> {
                  gate.look(desk, now);
                  return now;
                })
            .mapEmpty();
  }

  private Standing standing(QueuePlace place) {
    if (!place.isWaiting()) {
      return new Standing(place, 0, Duration.ZERO);
    }
    int position = Math.max(1, queues.position(place));
    Instant now = Timestamps.now(clock);
    double seconds = position / perSecond(place.eventId(), now);
    return new Standing(
        place, position, untilStart(place.eventId(), now).plusMillis((long) (seconds * 1000)));
  }

  /** As fast as the rate allows, or as those who were let in are served. */
  private double perSecond(String eventId, Instant now) {
    return gate.rate().isFull(queues.queue(eventId))
        ? Math.max(SLOWEST_PER_SECOND, queues.letInLately(eventId, now))
        : gate.rate().perSecond();
  }

  private Duration untilStart(String eventId, Instant now) {
    List<TicketTypeDetails> types =
        sales.ticketTypes(eventId).stream().map(TicketType::details).toList();
    return types.stream().anyMatch(type -> type.isOnSale(now))
        ? Duration.ZERO
        : types.stream()
            .flatMap(type -> type.salesStart().stream())
            .filter(now::isBefore)
            .min(Comparator.naturalOrder())
            .map(start -> Duration.between(now, start))
            .orElse(Duration.ZERO);
  }
}
