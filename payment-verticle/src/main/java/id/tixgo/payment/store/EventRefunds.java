package id.tixgo.payment.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.Appender;
import id.tixgo.common.store.Store;
import id.tixgo.common.time.Timestamps;
import id.tixgo.payment.domain.Order;
import id.tixgo.payment.domain.Payment;
import id.tixgo.payment.domain.Refund;
import id.tixgo.payment.domain.Refunds;
import id.tixgo.payment.domain.Sold;
import id.tixgo.payment.store.CancelledEvents.EventOff;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Promises back what was paid for events that don't take place, some orders at a time; goes on
 * after a restart where it was.
 */
public final class EventRefunds {
  private static final Logger LOG = LoggerFactory.getLogger(EventRefunds.class);
  private static final int AT_ONCE = 100;
  private static final String REASON = "EVENT_CANCELLED";

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
    return !books.cancelled.open().isEmpty();
  }

  /** Takes the next step, if there is one; on its context. */
  public void look() {
    if (isAnyOpen() && !running) {
      running = true;
      step(books.cancelled.open().get(0))
          .onFailure(failure -> LOG.error("refunds of a cancelled event failed", failure))
          .onComplete(stepped -> running = false);
    }
  }

  private Future<?> step(String eventId) {
    return context
        .executeBlocking(() -> next(eventId), false)
        .compose(
            orders ->
                store.commit(
                    context,
                    entries -> {
                      promise(eventId, orders, entries);
                      return orders;
                    }))
        .onSuccess(stepped -> bell.run());
  }

  /** Some whose money nobody has promised back for this reason. */
  private List<Order> next(String eventId) {
    return books.orders.ofEvent(eventId).filter(this::isOwed).limit(AT_ONCE).toList();
  }

  private boolean isOwed(Order order) {
    return books.payments.ofOrder(order.id()).stream()
        .filter(payment -> payment.counted() && payment.isPaid())
        .anyMatch(payment -> isOwed(payment, books.refunds.ofPayment(payment.id())));
  }

  private static boolean isOwed(Payment payment, List<Refund> refunds) {
    return Refunds.left(payment, refunds).minor() > 0;
  }

  private void promise(String eventId, List<Order> orders, Appender entries) {
    Instant now = Timestamps.now(clock);
    StagedBooks desk = new StagedBooks(books, entries, seal, now);
    orders.forEach(order -> sold.giveBack(desk, desk.order(order.id()).orElseThrow(), REASON, now));
    if (orders.isEmpty()) {
      entries.add(new EventOff(eventId, true));
    }
  }
}
