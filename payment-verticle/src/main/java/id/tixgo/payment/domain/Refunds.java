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

  /** Ends the key of a payout that came of a refused refund. */
  static final String PAID_OUT = "-payout";

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
   * @param way {@code WALLET} or {@code PAYOUT}; empty for the way that its gateway allows
   */
  public record Wanted(
      String key,
      Optional<Money> amount,
      List<String> tickets,
      String reason,
      String by,
      Optional<RefundChannel> way) {
    public Wanted {
      requireNonNull(way);
      requireNonNull(key);
      requireNonNull(amount);
      tickets = List.copyOf(tickets);
      requireNonNull(reason);
      requireNonNull(by);
    }

    public Wanted(
        String key, Optional<Money> amount, List<String> tickets, String reason, String by) {
      this(key, amount, tickets, reason, by, Optional.empty());
    }

    boolean isToWallet() {
      return way.equals(Optional.of(RefundChannel.WALLET));
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
        .filter(known -> isOf(known, wanted.key()) && known.state().counts())
        .findFirst()
        .map(known -> same(known, wanted))
        .orElseGet(() -> promise(desk, payment, wanted, now));
  }

  /** Whether it was asked for under that key, or came of what was. */
  private static boolean isOf(Refund refund, String key) {
    return refund.key().equals(key) || refund.key().equals(key + PAID_OUT);
  }

  /** The payout that came of a refund which a wallet refused; else itself. */
  static Refund successor(MoneyDesk desk, Payment payment, Refund refused) {
    return desk.refunds(payment).stream()
        .filter(r -> refused.channel() == RefundChannel.WALLET && r.state().isOpen())
        .filter(r -> r.key().equals(refused.key() + PAID_OUT))
        .findFirst()
        .orElseGet(() -> desk.refund(refused.id()).orElseThrow());
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
    RefundChannel channel = channel(desk, payment, wanted, whole);
    Ask ask = channel.isCalled() ? Ask.at(now) : Ask.NEVER;
    return put(desk, payment, make(desk, payment, wanted, amount, channel, ask, now));
  }

  /** What a wallet paid goes back to it by the gateway that wallets are. */
  private RefundChannel channel(MoneyDesk desk, Payment payment, Wanted wanted, boolean whole) {
    boolean isOwn = wanted.isToWallet() && payment.gateway().equals(Gateways.WALLET);
    return wanted
        .way()
        .filter(way -> !isOwn)
        .orElseGet(() -> elsewhere(desk, payment, channels.of(payment, whole)));
  }

  /** What a wallet hasn't taken doesn't go there by itself. */
  private static RefundChannel elsewhere(MoneyDesk desk, Payment payment, RefundChannel way) {
    boolean isTopUp = desk.order(payment.orderId()).filter(Order::isTopUp).isPresent();
    return isTopUp && way == RefundChannel.WALLET ? RefundChannel.PAYOUT : way;
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
          && channels.of(payment, refund.amount().equals(payment.amount())).isCalled()) {
        FailedRefunds.fail(desk, payment, refund, "The gateway is asked again.", now);
      }
    }
  }
}
