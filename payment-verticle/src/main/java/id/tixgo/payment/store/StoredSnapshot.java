package id.tixgo.payment.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.payment.domain.Books.Balance;
import id.tixgo.payment.domain.Books.Snapshot;
import id.tixgo.payment.domain.Order;
import id.tixgo.payment.domain.Payment;
import id.tixgo.payment.domain.Posting;
import id.tixgo.payment.domain.Refund;
import id.tixgo.payment.domain.Suspense;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that is stored, to be walked through. */
record StoredSnapshot(PaymentBooks books) implements Snapshot {
  StoredSnapshot {
    requireNonNull(books);
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
  public Stream<Payment> payments() {
    return books.payments.all().stream();
  }

  @Override
  public Stream<Refund> refunds() {
    return books.refunds.all().stream();
  }

  @Override
  public Stream<Posting> postings() {
    return books.ledger.all();
  }

  @Override
  public List<Balance> balances() {
    return books.ledger.balances();
  }

  @Override
  public List<Suspense> suspense() {
    return books.suspense.all();
  }
}
