package id.tixgo.payment.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.Appender;
import id.tixgo.common.store.Store;
import id.tixgo.common.time.Timestamps;
import id.tixgo.payment.domain.EventRefund;
import id.tixgo.payment.domain.Order;
import id.tixgo.payment.domain.Sold;
import id.tixgo.payment.store.CancelledEvents.EventOff;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Promises back what was paid for events that don't take place, some orders at a time, the oldest
 * first; goes on after a restart where it was.
 */
public final class EventRefunds {
  private static final Logger LOG = LoggerFactory.getLogger(EventRefunds.class);
  private static final int AT_ONCE = 100;

  private final PaymentBooks books;
  private final Store store;
  private final Context context;
  private final UnaryOperator<String> seal;
  private final Sold sold;
  private final Runnable bell;
  private final Clock clock;
  private boolean running;

  public EventRefunds(
      PaymentBooks books,
      Store store,
      Context context,
      UnaryOperator<String> seal,
      Sold sold,
      Runnable bell,
      Clock clock) {
    this.books = requireNonNull(books);
    this.store = requireNonNull(store);
    this.context = requireNonNull(context);
    this.seal = requireNonNull(seal);
    this.sold = requireNonNull(sold);
    this.bell = requireNonNull(bell);
    this.clock = requireNonNull(clock);
  }

  /** Whether there is a step to be taken. */
  public boolean isAnyOpen() {
    return books.cancelled.open().isPresent();
  }

  /** Takes all steps that there are; on its context. */
  public void look() {
    Optional<EventOff> open = books.cancelled.open();
    if (open.isPresent() && !running) {
      running = true;
      step(open.get())
          .onFailure(failure -> LOG.error("refunds of a cancelled event failed", failure))
          .onComplete(
              stepped -> {
                running = false;
                if (stepped.succeeded()) {
                  look();
                }
              });
    }
  }

  private Future<?> step(EventOff off) {
    return context
        .executeBlocking(() -> next(off), false)
        .compose(orders -> store.commit(context, entries -> promise(off, orders, entries)))
        .onSuccess(stepped -> bell.run());
  }

  private List<Order> next(EventOff off) {
    return books.orders.ofEvent(off.eventId(), off.after()).limit(AT_ONCE).toList();
  }

  /** Nothing when somebody has begun anew meanwhile, or the event takes place again. */
  private EventOff promise(EventOff off, List<Order> orders, Appender entries) {
    if (books.cancelled.staged(off.eventId()).filter(off::equals).isPresent()) {
      Instant now = Timestamps.now(clock);
      StagedBooks desk = new StagedBooks(books, entries, seal, now);
      orders.forEach(order -> promise(off, desk, order, now));
      entries.add(orders.isEmpty() ? off.over() : off.gone(orders.get(orders.size() - 1).id()));
    }
    return off;
  }

  private void promise(EventOff off, StagedBooks desk, Order order, Instant now) {
    sold.giveBack(
        desk, desk.order(order.id()).orElseThrow(), off.payoutsToo(), EventRefund.REASON, now);
  }
}
