package id.tixgo.payment;

import id.tixgo.payment.domain.Books.Balance;
import id.tixgo.payment.domain.Books.Snapshot;
import id.tixgo.payment.domain.Order;
import id.tixgo.payment.domain.Payment;
import id.tixgo.payment.domain.Posting;
import id.tixgo.payment.domain.Refund;
import id.tixgo.payment.domain.Suspense;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The books as they were at one moment. */
record FrozenBooks(
    Map<Long, Order> idToOrder,
    Map<Long, Payment> idToPayment,
    List<Refund> allRefunds,
    List<Posting> allPostings,
    List<Balance> balances,
    List<Suspense> suspense)
    implements Snapshot {
  static FrozenBooks of(Snapshot books) {
    List<Payment> payments = books.payments().toList();
    return new FrozenBooks(
        payments.stream()
            .map(Payment::orderId)
            .distinct()
            .collect(Collectors.toMap(Function.identity(), id -> books.order(id).orElseThrow())),
        payments.stream().collect(Collectors.toMap(Payment::id, Function.identity())),
        books.refunds().toList(),
        books.postings().toList(),
        books.balances(),
        books.suspense());
  }

  @Override
  public Optional<Order> order(long id) {
    return Optional.ofNullable(idToOrder.get(id));
  }

  @Override
  public Optional<Payment> payment(long id) {
    return Optional.ofNullable(idToPayment.get(id));
  }

  @Override
  public Stream<Payment> payments() {
    return idToPayment.values().stream();
  }

  @Override
  public Stream<Refund> refunds() {
    return allRefunds.stream();
  }

  @Override
  public Stream<Posting> postings() {
    return allPostings.stream();
  }
}
