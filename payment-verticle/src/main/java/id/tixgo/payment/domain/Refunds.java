package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Money that is promised back: what is open counts against what was paid, what failed doesn't. For
 * movements.
 */
public final class Refunds {
  /** No user's name has a colon. */
  static final String SYSTEM = "system:payment";

  private final RefundChannels channels;

  /** Which way money of a payment goes back. */
  @FunctionalInterface
  public interface RefundChannels {
    RefundChannel of(Payment payment, boolean whole);
  }

  /**
   * What is wanted back.
   *
   * @param key asked twice under one key it is one refund
   * @param amount empty for all that is left
   * @param tickets the codes that it is for; may be empty
   */
  public record Wanted(
      String key, Optional<Money> amount, List<String> tickets, String reason, String by) {
    public Wanted {
      requireNonNull(key);
      requireNonNull(amount);
      tickets = List.copyOf(tickets);
      requireNonNull(reason);
      requireNonNull(by);
    }
  }

  public Refunds(RefundChannels channels) {
    this.channels = requireNonNull(channels);
  }

  /**
   * Promises money back. Fails with {@code NOT_PAID}, {@code REFUND_EXCEEDS_PAYMENT} or {@code
   * REFUND_KEY_REUSED}; a repeated request is the refund that it made.
   */
  public Refund request(MoneyDesk desk, Payment payment, Wanted wanted, Instant now) {
    return desk.refunds(payment).stream()
        .filter(known -> known.key().equals(wanted.key()) && known.state().counts())
        .findFirst()
        .map(known -> same(known, wanted))
        .orElseGet(() -> promise(desk, payment, wanted, now));
  }

  private static Refund same(Refund known, Wanted wanted) {
    if (wanted.amount().filter(amount -> !amount.equals(known.amount())).isPresent()) {
      throw MoneyRefusals.refundKeyReused();
    }
    return known;
  }

  private Refund promise(MoneyDesk desk, Payment payment, Wanted wanted, Instant now) {
    if (!payment.isPaid()) {
      throw MoneyRefusals.nothingPaid();
    }
    Money left = left(desk, payment);
    Money amount = wanted.amount().orElse(left);
    if (amount.minor() == 0 || amount.minor() > left.minor()) {
      throw MoneyRefusals.refundExceeds(left);
    }
    boolean whole = amount.equals(payment.amount());
    RefundChannel channel = channels.of(payment, whole);
    Ask ask = channel == RefundChannel.GATEWAY ? Ask.at(now) : Ask.NEVER;
    return put(desk, payment, make(desk, payment, wanted, amount, channel, ask, now));
  }

  /** Keeps a new one, and moves its money. */
  static Refund put(MoneyDesk desk, Payment payment, Refund refund) {
    desk.put(refund);
    Ledger.promise(desk, desk.order(payment.orderId()).orElseThrow(), payment, refund);
    return refund;
  }

  static Refund make(
      MoneyDesk desk,
      Payment payment,
      Wanted wanted,
      Money amount,
      RefundChannel channel,
      Ask ask,
      Instant now) {
    long id = desk.nextRefund();
    Order order = desk.order(payment.orderId()).orElseThrow();
    return new Refund(
        id,
        payment.id(),
        order.id(),
        wanted.key(),
        References.refund(order, id),
        amount,
        RefundState.REQUESTED,
        channel,
        wanted.tickets(),
        wanted.reason(),
        wanted.by(),
        Optional.empty(),
        ask,
        Optional.empty(),
        Optional.empty(),
        now,
        now);
  }

  static Money left(MoneyDesk desk, Payment payment) {
    return left(payment, desk.refunds(payment));
  }

  /** What can still be promised of a payment: what is more than was asked for is in suspense. */
  public static Money left(Payment payment, List<Refund> refunds) {
    Money counted = Money.zero(payment.amount().currency());
    for (Refund refund : refunds) {
      counted = refund.state().counts() ? counted.plus(refund.amount()) : counted;
    }
    return payment.amount().less(counted);
  }

  /** All that is left of a payment goes back by itself; nothing does when there is nothing. */
  void giveBack(MoneyDesk desk, Payment payment, String reason, Instant now) {
    if (payment.isPaid() && left(desk, payment).minor() > 0) {
      promise(desk, payment, new Wanted(reason, Optional.empty(), List.of(), reason, SYSTEM), now);
    }
  }

  /** Payouts that nobody has made yet, of what the gateway gives back when it is asked to. */
  void withdrawPayouts(MoneyDesk desk, Payment payment, Instant now) {
    for (Refund refund : desk.refunds(payment)) {
      if (refund.channel() == RefundChannel.PAYOUT
          && refund.state().isOpen()
          && channels.of(payment, refund.amount().equals(payment.amount()))
              == RefundChannel.GATEWAY) {
        RefundNews.fail(desk, payment, refund, "The gateway is asked again.", now);
      }
    }
  }
}
