package id.tixgo.payment.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.scope.Once;
import id.tixgo.common.scope.RequestKey;
import id.tixgo.common.store.Store;
import id.tixgo.common.time.Timestamps;
import id.tixgo.payment.domain.Books;
import id.tixgo.payment.domain.EventRefund;
import id.tixgo.payment.domain.MoneyMovement;
import id.tixgo.payment.domain.MoneyRefusals;
import id.tixgo.payment.domain.Order;
import id.tixgo.payment.domain.Payment;
import id.tixgo.payment.domain.Refund;
import id.tixgo.payment.store.CancelledEvents.EventOff;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The books, changed through the store. */
public final class StoredBooks implements Books {
  /** A report is of one moment: while it is written all the time, writers wait for it then. */
  private static final int TRIES = 20;

  private final PaymentBooks books;
  private final Store store;
  private final Context context;
  private final UnaryOperator<String> seal;
  private final Runnable bell;
  private final Clock clock;

  /**
   * @param context where answers are wanted
   * @param seal encrypts what gateways answer
   * @param bell tells those who follow the feed that there may be more of it, and whoever asks
   *     gateways that something may be due
   */
  public StoredBooks(
      PaymentBooks books,
      Store store,
      Context context,
      UnaryOperator<String> seal,
      Runnable bell,
      Clock clock) {
    this.books = requireNonNull(books);
    this.store = requireNonNull(store);
    this.context = requireNonNull(context);
    this.seal = requireNonNull(seal);
    this.bell = requireNonNull(bell);
    this.clock = requireNonNull(clock);
  }

  @Override
  public <R> Future<R> make(Once<R> once, MoneyMovement<R> movement) {
    return store
        .commit(
            context,
            books.keys.once(
                once,
                entries -> {
                  Instant now = Timestamps.now(clock);
                  return movement.make(new StagedBooks(books, entries, seal, now), now);
                }))
        .onSuccess(made -> bell.run());
  }

  @Override
  public boolean isUsed(RequestKey key) {
    return books.keys.isStored(key);
  }

  @Override
  public Optional<Payment> begun(RequestKey key) {
    return books.begun.find(key).flatMap(this::payment);
  }

  /** Begins the feed, if it hasn't. */
  public Future<Void> beginFeed() {
    return store.commit(
        context,
        entries -> {
          books.feed.begin(entries, () -> {});
          return null;
        });
  }

  @Override
  public Optional<Order> order(long id) {
    return books.orders.get(id);
  }

  @Override
  public Optional<Payment> payment(long id) {
    return books.payments.get(id);
  }

  @Override
  public List<Payment> payments(Order order) {
    return books.payments.ofOrder(order.id());
  }

  @Override
  public Optional<Refund> refund(long id) {
    return books.refunds.get(id);
  }

  @Override
  public List<Refund> refunds(Payment payment) {
    return books.refunds.ofPayment(payment.id());
  }

  @Override
  public Future<List<Order>> orders(Optional<Long> userId, Predicate<Order> wanted) {
    return context.executeBlocking(() -> books.orders.list(userId).filter(wanted).toList(), false);
  }

  /** While an event's money goes back there is always something written. */
  @Override
  public Future<List<EventRefund>> eventRefunds(String eventId) {
    return look(1, all -> books.cancelled.get(eventId).map(this::refunds))
        .map(found -> found.orElseThrow(MoneyRefusals::eventNotOff));
  }

  private List<EventRefund> refunds(EventOff off) {
    return books.orders.ofEvent(off.eventId(), 0).map(order -> refund(off, order)).toList();
  }

  private EventRefund refund(EventOff off, Order order) {
    Optional<Payment> paid = payments(order).stream().filter(Payment::counted).findFirst();
    List<Refund> refunds = paid.map(this::refunds).orElse(List.of());
    return EventRefund.of(order, paid, refunds, off.isBefore(order.id()));
  }

  @Override
  public Future<?> refundEvent(String eventId, boolean payoutsToo) {
    return store
        .commit(
            context,
            entries -> {
              EventOff off =
                  books.cancelled.staged(eventId).orElseThrow(MoneyRefusals::eventNotOff);
              boolean goesOn = !off.done() && off.payoutsToo();
              entries.add(EventOff.begun(off.eventId(), payoutsToo || goesOn));
              return off;
            })
        .onSuccess(begun -> bell.run());
  }

  @Override
  public <R> Future<R> look(Function<Snapshot, R> look) {
    return look(TRIES, look);
  }

  private <R> Future<R> look(int tries, Function<Snapshot, R> look) {
    return context.executeBlocking(
        () -> books.moment.read(tries, () -> look.apply(new StoredSnapshot(books))), false);
  }

  @Override
  public List<Long> paymentsDue(Instant now) {
    return books.payments.due(now);
  }

  @Override
  public List<Long> refundsDue(Instant now) {
    return books.refunds.due(now);
  }

  @Override
  public List<Long> ordersOver(Instant now) {
    return books.orders.over(
        now, id -> books.payments.ofOrder(id).stream().noneMatch(p -> p.state().isOpen()));
  }

  @Override
  public List<Long> creditsDue() {
    return books.orders.creditsDue();
  }
}
