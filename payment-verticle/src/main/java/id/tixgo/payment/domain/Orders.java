package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.clients.payment.PaymentFacts;
import id.tixgo.payment.domain.Order.OrderTransaction;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Orders, from what is sold to their end. For movements, all of it. */
public final class Orders {
  private final References references;

  public Orders(References references) {
    this.references = requireNonNull(references);
  }

  /** The open order for an offer, made if there is none. */
  Order open(MoneyDesk desk, Offer offer, Instant now) {
    Optional<Order> known = desk.orderOf(offer.serviceType(), offer.serviceId());
    return known.filter(Order::isOpen).orElseGet(() -> make(desk, offer, known, now));
  }

  private Order make(MoneyDesk desk, Offer offer, Optional<Order> before, Instant now) {
    before
        .filter(order -> order.isPaid() && !order.isRefunded())
        .ifPresent(
            paid -> {
              throw MoneyRefusals.notPayable(paid);
            });
    Order made = Order.of(desk.nextOrder(), references.order(), offer, now);
    desk.put(made);
    return made;
  }

  /** The order with its transaction, made if there is none. */
  Order withTransaction(MoneyDesk desk, Order order, Instant now) {
    if (order.transaction().isPresent()) {
      return order;
    }
    Order confirmed =
        order.withTransaction(new OrderTransaction(order.id(), Map.of(), now, now), now);
    desk.put(confirmed);
    desk.tell(PaymentFacts.CREATED, confirmed, Optional.empty(), Optional.empty());
    return confirmed;
  }

  /** Nobody is to pay any more: gateways are told so. What was paid stays paid. */
  static Order end(MoneyDesk desk, Order order, String reason, boolean failed, Instant now) {
    if (!order.isOpen()) {
      return order;
    }
    Order ended = order.ended(reason, failed, now);
    desk.put(ended);
    for (Payment payment : desk.payments(order)) {
      if (payment.state().isOpen()) {
        desk.put(payment.withCancelWanted(now));
      }
    }
    order
        .transaction()
        .ifPresent(
            t -> desk.tell(PaymentFacts.FAILED, ended, Optional.empty(), Optional.of(reason)));
    return ended;
  }

  /** The service has handed over what was paid for. */
  static void fulfil(MoneyDesk desk, Order order, Instant now) {
    if (order.fulfilled()) {
      return;
    }
    Order fulfilled = order.asFulfilled(now);
    desk.put(fulfilled);
    desk.payments(order).stream()
        .filter(Payment::counted)
        .findFirst()
        .ifPresent(payment -> Ledger.fulfil(desk, fulfilled, payment));
  }

  /**
   * Ends an order by hand. Fails with {@code NOT_FOUND}, or {@code NOT_CANCELLABLE} when it is
   * paid.
   */
  static MoneyMovement<Order> cancel(long id, Caller caller, String reason) {
    return (desk, now) -> {
      Order order = OrderAccess.order(desk.order(id), caller);
      if (order.isPaid() && !order.isRefunded()) {
        throw MoneyRefusals.notCancellable(order);
      }
      return end(desk, order, reason, false, now);
    };
  }

  /** The same for the order of a transaction. */
  public static MoneyMovement<Order> cancelTransaction(long id, Caller caller, String reason) {
    return (desk, now) -> {
      OrderAccess.ofTransaction(desk.order(id), caller);
      return cancel(id, caller, reason).make(desk, now);
    };
  }

  /** Keeps metadata with a transaction that nobody has paid yet; fails with {@code NOT_PENDING}. */
  public static MoneyMovement<Order> describe(
      long id, Caller caller, Map<String, String> metadata) {
    return (desk, now) -> {
      Order order = OrderAccess.ofTransaction(desk.order(id), caller);
      TransactionStatus status =
          order.transactionStatus(desk.payments(order).stream().anyMatch(p -> p.state().isOpen()));
      if (status != TransactionStatus.PENDING && status != TransactionStatus.PROCESSING) {
        throw MoneyRefusals.notPending(status);
      }
      OrderTransaction before = order.transaction().orElseThrow();
      Order described =
          order.withTransaction(
              new OrderTransaction(before.id(), metadata, before.createdAt(), now), now);
      desk.put(described);
      return described;
    };
  }

  /**
   * Sets an order's status by hand, as far as it doesn't follow from money. Fails with {@code
   * NOT_FOUND}, {@code NOT_CANCELLABLE} or {@code STATUS_FOLLOWS}.
   */
  public MoneyMovement<Order> set(long id, OrderStatus wanted, Caller caller, String reason) {
    return (desk, now) -> {
      Order order = OrderAccess.order(desk.order(id), caller);
      if (order.status() == wanted) {
        return order;
      }
      if (wanted == OrderStatus.CANCELLED) {
        return cancel(id, caller, reason).make(desk, now);
      }
      if (wanted == OrderStatus.CONFIRMED && order.status() == OrderStatus.DRAFT) {
        return withTransaction(desk, order, now);
      }
      throw MoneyRefusals.statusFollows(wanted);
    };
  }
}
