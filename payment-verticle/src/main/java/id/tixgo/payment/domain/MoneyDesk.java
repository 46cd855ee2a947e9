package id.tixgo.payment.domain;

import id.tixgo.common.scope.RequestKey;
import java.util.List;
import java.util.Optional;

/** What one movement of money sees, and how it changes it. */
public interface MoneyDesk {
  Optional<Order> order(long id);

  /** The newest order for what a service sells. */
  Optional<Order> orderOf(ServiceType type, String serviceId);

  Optional<Payment> payment(long id);

  /** The payment that a gateway knows by that reference of ours. */
  Optional<Payment> paymentOf(String reference);

  /** The payment that a gateway has given that id. */
  Optional<Payment> paymentOfGateway(String gateway, String gatewayId);

  /** An order's attempts, in the order in which they were made. */
  List<Payment> payments(Order order);

  Optional<Refund> refund(long id);

  /** Those of a payment, in the order in which they were asked for. */
  List<Refund> refunds(Payment payment);

  Optional<Suspense> suspense(long id);

  /** What is about a payment, in the order in which it came. */
  List<Suspense> suspense(Payment payment);

  /** Whether something of that reference is in suspense already. */
  boolean isSuspended(String gateway, String reference);

  long nextOrder();

  long nextPayment();

  long nextRefund();

  long nextSuspense();

  void put(Order order);

  void put(Payment payment);

  void put(Refund refund);

  void put(Suspense suspense);

  /** Moves money in the ledger; lines of nothing are left out. */
  void post(String kind, Payment payment, Optional<Long> refundId, List<Posting.Line> lines);

  /** Tells others of a transaction. */
  void tell(String type, Order order, Optional<Payment> payment, Optional<String> reason);

  /** Tells others of money that was given back. */
  void tell(Order order, Refund refund);

  /** The request under that key has begun the attempt. */
  void begun(RequestKey key, Payment payment);

  /** A text that only this service can read again. */
  String seal(String text);
}
