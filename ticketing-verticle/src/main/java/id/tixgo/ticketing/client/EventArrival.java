package id.tixgo.ticketing.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.ticketing.domain.Sales;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;

/**
 * Waits for an event that was made a moment ago: whoever has made it goes on at once, and Event's
 * feed may be a look behind.
 */
public final class EventArrival {
  private static final long LOOK_MS = 25;

  private final Vertx vertx;
  private final Sales sales;
  private final EventClient events;

  public EventArrival(Vertx vertx, Sales sales, EventClient events) {
    this.vertx = requireNonNull(vertx);
    this.sales = requireNonNull(sales);
    this.events = requireNonNull(events);
  }

  /** Completes when the event is known here, at once when Event doesn't know it either. */
  public Future<Void> await(String eventId, Caller caller, RequestScope scope) {
    return sales.event(eventId).isPresent()
        ? Future.succeededFuture()
        : events
            .exists(eventId, caller, scope)
            .compose(exists -> exists ? look(eventId, scope) : Future.succeededFuture());
  }

  private Future<Void> look(String eventId, RequestScope scope) {
    return sales.event(eventId).isPresent() || scope.deadline().isOver()
        ? Future.succeededFuture()
        : vertx.timer(LOOK_MS, TimeUnit.MILLISECONDS).compose(later -> look(eventId, scope));
  }
}
