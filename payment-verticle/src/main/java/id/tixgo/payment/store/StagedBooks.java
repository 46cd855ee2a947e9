package id.tixgo.payment.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.payment.PaymentFacts;
import id.tixgo.common.clients.payment.RefundFacts;
import id.tixgo.common.scope.RequestKey;
import id.tixgo.common.store.Appender;
import id.tixgo.payment.domain.MoneyDesk;
import id.tixgo.payment.domain.Offer;
import id.tixgo.payment.domain.Order;
import id.tixgo.payment.domain.Payment;
import id.tixgo.payment.domain.Posting;
import id.tixgo.payment.domain.Refund;
import id.tixgo.payment.domain.ServiceType;
import id.tixgo.payment.domain.Suspense;
import id.tixgo.payment.store.BegunCheckouts.CheckoutBegun;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The desk of one transaction. */
final class StagedBooks implements MoneyDesk {
  private final PaymentBooks books;
  private final Appender entries;
  private final UnaryOperator<String> seal;
  private final Instant now;

  StagedBooks(PaymentBooks books, Appender entries, UnaryOperator<String> seal, Instant now) {
    this.books = requireNonNull(books);
    this.entries = requireNonNull(entries);
    this.seal = requireNonNull(seal);
    this.now = requireNonNull(now);
  }

  @Override
  public Optional<Order> order(long id) {
    return books.orders.staged(id);
  }

  @Override
  public Optional<Order> orderOf(ServiceType type, String serviceId) {
    return books.orders.staged(type, serviceId);
  }

  @Override
  public Optional<Payment> payment(long id) {
    return books.payments.staged(id);
  }

  @Override
  public Optional<Payment> paymentOf(String reference) {
    return books.payments.stagedNamed(reference);
  }

  @Override
  public Optional<Payment> paymentOfGateway(String gateway, String gatewayId) {
    return books.payments.stagedNamed(gateway, gatewayId);
  }

  @Override
  public List<Payment> payments(Order order) {
    return books.payments.stagedOfOrder(order.id());
  }

  @Override
  public Optional<Refund> refund(long id) {
    return books.refunds.staged(id);
  }

  @Override
  public List<Refund> refunds(Payment payment) {
    return books.refunds.stagedOfPayment(payment.id());
  }

  @Override
  public Optional<Suspense> suspense(long id) {
    return books.suspense.staged(id);
  }

  @Override
  public List<Suspense> suspense(Payment payment) {
    return books.suspense.stagedOf(payment.id());
  }

  @Override
  public boolean isSuspended(String gateway, String reference) {
    return books.suspense.isNamed(gateway, reference);
  }

  @Override
  public long nextOrder() {
    return books.orders.next();
  }

  @Override
  public long nextPayment() {
    return books.payments.next();
  }

  @Override
  public long nextRefund() {
    return books.refunds.next();
  }

  @Override
  public long nextSuspense() {
    return books.suspense.next();
  }

  @Override
  public void put(Order order) {
    entries.add(order);
  }

  @Override
  public void put(Payment payment) {
    entries.add(StoredPayment.of(payment));
  }

  @Override
  public void put(Refund refund) {
    entries.add(refund);
  }

  @Override
  public void put(Suspense suspense) {
    entries.add(suspense);
  }

  @Override
  public void post(
      String kind, Payment payment, Optional<Long> refundId, List<Posting.Line> lines) {
    List<Posting.Line> moved = lines.stream().filter(line -> line.minor() != 0).toList();
    if (!moved.isEmpty()) {
      entries.add(
          new Posting(
              books.ledger.next(),
              now,
              kind,
              payment.amount().currency(),
              moved,
              Optional.of(payment.id()),
              refundId));
    }
  }

  @Override
  public void tell(String type, Order order, Optional<Payment> payment, Optional<String> reason) {
    Offer offer = order.offer();
    tell(
        type,
        new PaymentFacts(
            order.id(),
            order.number(),
            offer.serviceType().name(),
            offer.serviceId(),
            offer.payer().userId(),
            offer.payer().username(),
            order.transaction().map(Order.OrderTransaction::id).orElse(0L),
            payment.map(Payment::id).orElse(0L),
            payment.map(p -> p.method().word()),
            payment.map(Payment::gateway),
            order.total(),
            reason));
  }

  @Override
  public void tell(Order order, Refund refund) {
    Offer offer = order.offer();
    tell(
        RefundFacts.PROCESSED,
        new RefundFacts(
            refund.id(),
            order.id(),
            offer.serviceType().name(),
            offer.serviceId(),
            offer.payer().userId(),
            offer.payer().username(),
            refund.paymentId(),
            refund.amount(),
            order.isRefunded(),
            refund.tickets(),
            refund.reason()));
  }

  private void tell(String type, Record facts) {
    books.feed.begin(entries, () -> {});
    books.feed.tell(entries, type, now, facts);
  }

  @Override
  public void begun(RequestKey key, Payment payment) {
    entries.add(CheckoutBegun.of(key, payment.id()));
  }

  @Override
  public String seal(String text) {
    return seal.apply(text);
  }
}
