package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.scope.Once;
import id.tixgo.common.scope.RequestKey;
import io.vertx.core.Future;
import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Keeps orders, payments, refunds and the ledger. What readers see is stored. */
public interface Books {
  /** Makes a movement; fails with the problem that it refuses with. */
  <R> Future<R> make(Once<R> once, MoneyMovement<R> movement);

  default <R> Future<R> make(MoneyMovement<R> movement) {
    return make(Once.eachTime(), movement);
  }

  /** Whether the key stands for a request already. */
  boolean isUsed(RequestKey key);

  /** The attempt that the key has begun; fails with {@code KEY_REUSED} when it was another one. */
  Optional<Payment> begun(RequestKey key);

  Optional<Order> order(long id);

  Optional<Payment> payment(long id);

  List<Payment> payments(Order order);

  List<Refund> refunds(Payment payment);

  Optional<Refund> refund(long id);

  /**
   * The newest first, walked through away from the event loop.
   *
   * @param userId whose; empty for all
   * @param wanted which of them
   */
  Future<List<Order>> orders(Optional<Long> userId, Predicate<Order> wanted);

  /**
   * What has become of the money of a cancelled event's orders, the oldest first. Fails with {@code
   * NOT_FOUND} where no event of that id is off.
   */
  Future<List<EventRefund>> eventRefunds(String eventId);

  /**
   * Has what is left of an event's money promised back, from its first order on. Fails with {@code
   * NOT_FOUND} where no event of that id is off.
   *
   * @param payoutsToo whether gateways are asked again for what is to be paid out by hand since
   *     they refused it
   */
  Future<?> refundEvent(String eventId, boolean payoutsToo);

  /** Walks through all that is stored, away from the event loop. */
  <R> Future<R> look(Function<Snapshot, R> look);

  /** The ids of payments that their gateway is to be asked about now. */
  List<Long> paymentsDue(Instant now);

  /** The same of refunds. */
  List<Long> refundsDue(Instant now);

  /** The ids of orders that nobody has paid in time and nobody is about to pay. */
  List<Long> ordersOver(Instant now);

  /** The ids of orders whose money is to come into wallets. */
  List<Long> creditsDue();

  /** All that is stored. */
  interface Snapshot {
    Optional<Order> order(long id);

    Optional<Payment> payment(long id);

    /** In no order. */
    Stream<Payment> payments();

    /** In no order. */
    Stream<Refund> refunds();

    /** In the order in which they were made. */
    Stream<Posting> postings();

    List<Balance> balances();

    /** In the order in which it came. */
    List<Suspense> suspense();
  }

  /**
   * What an account of the ledger has.
   *
   * @param minor debits less credits
   */
  record Balance(String account, String currency, long minor) implements Shareable {
    public Balance {
      requireNonNull(account);
      requireNonNull(currency);
    }

    /** The same with more; throws {@link ArithmeticException} when that is too much. */
    public Balance plus(long more) {
      return new Balance(account, currency, Math.addExact(minor, more));
    }
  }
}
