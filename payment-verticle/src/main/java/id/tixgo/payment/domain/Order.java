package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody pays for, and how much of it is paid. Its status follows from that.
 *
 * @param number what people call it: {@code TIX-8F2K4M7Q3D}
 * @param offer as it was when the order was made; the price stays
 * @param transaction there is one once somebody is about to pay
 * @param paid by the attempts that count
 * @param refunded of that
 * @param fulfilled whether the service has handed over what was paid for
 * @param end why nobody is to pay any more
 */
public record Order(
    long id,
    String number,
    Offer offer,
    Optional<OrderTransaction> transaction,
    Money paid,
    Money refunded,
    boolean fulfilled,
    Optional<End> end,
    Instant createdAt,
    Instant updatedAt)
    implements Shareable {
  public Order {
    requireNonNull(number);
    requireNonNull(offer);
    requireNonNull(transaction);
    requireNonNull(paid);
    requireNonNull(refunded);
    requireNonNull(end);
    requireNonNull(createdAt);
    requireNonNull(updatedAt);
  }

  /**
   * The face of an order's money.
   *
   * @param id the order's: there is one of each
   * @param metadata what whoever pays wants to be kept with it
   */
  public record OrderTransaction(
      long id, Map<String, String> metadata, Instant createdAt, Instant updatedAt) {
    public OrderTransaction {
      metadata = Map.copyOf(metadata);
      requireNonNull(createdAt);
      requireNonNull(updatedAt);
    }
  }

  /**
   * That nobody is to pay any more.
   *
   * @param reason a code: {@code BOOKING_EXPIRED}; or somebody's words
   * @param failed whether it came to nothing by itself
   */
  public record End(String reason, boolean failed) {
    public End {
      requireNonNull(reason);
    }
  }

  static Order of(long id, String number, Offer offer, Instant now) {
    Money nothing = Money.zero(offer.total().currency());
    return new Order(
        id, number, offer, Optional.empty(), nothing, nothing, false, Optional.empty(), now, now);
  }

  public Money total() {
    return offer.total();
  }

  public boolean isPaid() {
    return paid.minor() >= total().minor();
  }

  /** Whether all that was paid is given back. */
  public boolean isRefunded() {
    return paid.minor() > 0 && refunded.minor() >= paid.minor();
  }

  public boolean isTopUp() {
    return offer.serviceType() == ServiceType.TOPUP;
  }

  /** Whether Wallet is still to be asked for it: it is paid, not credited, and isn't refused. */
  public boolean isCreditDue() {
    return isTopUp()
        && isPaid()
        && !fulfilled
        && end.filter(why -> why.reason().equals(TopUps.REFUSED)).isEmpty();
  }

  /** Whether some of its money has gone back: a wallet gets nothing that isn't there. */
  boolean isTouched() {
    return refunded.minor() > 0;
  }

  /** When nobody is to pay any more; empty where a service says so, and of what is over. */
  public Optional<Instant> endsAt() {
    return Optional.of(offer.expiresAt()).filter(end -> isTopUp() && isOpen());
  }

  /** Whether somebody may still pay. */
  public boolean isOpen() {
    return status() == OrderStatus.DRAFT || status() == OrderStatus.CONFIRMED;
  }

  public OrderStatus status() {
    if (isRefunded()) {
      return OrderStatus.CANCELLED;
    }
    if (isPaid()) {
      return fulfilled ? OrderStatus.COMPLETED : OrderStatus.PAID;
    }
    if (end.isPresent()) {
      return OrderStatus.CANCELLED;
    }
    return transaction.isPresent() ? OrderStatus.CONFIRMED : OrderStatus.DRAFT;
  }

  /**
   * How far its money is.
   *
   * @param beingPaid whether an attempt is open
   */
  public TransactionStatus transactionStatus(boolean beingPaid) {
    if (isRefunded()) {
      return TransactionStatus.REFUNDED;
    }
    if (isPaid()) {
      return TransactionStatus.COMPLETED;
    }
    return end.map(e -> e.failed() ? TransactionStatus.FAILED : TransactionStatus.CANCELLED)
        .orElse(beingPaid ? TransactionStatus.PROCESSING : TransactionStatus.PENDING);
  }

  Order withTransaction(OrderTransaction changed, Instant now) {
    return with(Optional.of(changed), paid, refunded, fulfilled, end, now);
  }

  Order withPaid(Money all, Instant now) {
    return with(transaction, all, refunded, fulfilled, end, now);
  }

  Order withRefunded(Money all, Instant now) {
    return with(transaction, paid, all, fulfilled, end, now);
  }

  Order asFulfilled(Instant now) {
    return with(transaction, paid, refunded, true, end, now);
  }

  Order ended(String reason, boolean failed, Instant now) {
    return with(transaction, paid, refunded, fulfilled, Optional.of(new End(reason, failed)), now);
  }

  private Order with(
      Optional<OrderTransaction> nextTransaction,
      Money nextPaid,
      Money nextRefunded,
      boolean nextFulfilled,
      Optional<End> nextEnd,
      Instant now) {
    return new Order(
        id,
        number,
        offer,
        nextTransaction,
        nextPaid,
        nextRefunded,
        nextFulfilled,
        nextEnd,
        createdAt,
        now);
  }
}
