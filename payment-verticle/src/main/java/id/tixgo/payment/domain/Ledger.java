package id.tixgo.payment.domain;

import id.tixgo.common.money.Money;
import id.tixgo.payment.domain.Posting.Line;
import java.util.List;
import java.util.Optional;

/** Which accounts money moves between when something happens. */
final class Ledger {
  private Ledger() {}

  /**
   * A gateway has taken money: what was asked for belongs to the buyer, what else there is is in
   * suspense, and so is all of it while it isn't enough.
   *
   * @param resolved what people have taken out of suspense before
   */
  static void receive(MoneyDesk desk, Payment before, Payment now, long resolved) {
    long received = now.received().minor() - before.received().minor();
    long fee = now.fee().minor() - before.fee().minor();
    long buyers = buyersPart(now, resolved) - buyersPart(before, resolved);
    desk.post(
        Posting.PAYMENT,
        now,
        Optional.empty(),
        List.of(
            new Line(LedgerAccount.clearing(now.gateway()), received + fee),
            new Line(LedgerAccount.FEES, -fee),
            new Line(LedgerAccount.BUYERS, -buyers),
            new Line(LedgerAccount.SUSPENSE, buyers - received)));
  }

  private static long buyersPart(Payment payment, long resolved) {
    long asked = payment.amount().minor();
    return payment.received().minor() - resolved >= asked ? asked : 0;
  }

  /** What a gateway had added went back with what it was added to. */
  static void returnFee(MoneyDesk desk, Payment payment) {
    move(
        desk,
        "fee_reversed",
        payment,
        Optional.empty(),
        LedgerAccount.FEES,
        LedgerAccount.clearing(payment.gateway()),
        payment.fee().minor());
  }

  /** What was paid for is handed over: the organiser has earned it, or the wallet has it. */
  static void fulfil(MoneyDesk desk, Order order, Payment payment) {
    long amount = payment.amount().minor() - payment.refunded().minor() - promised(desk, payment);
    move(
        desk, "fulfilment", payment, Optional.empty(), LedgerAccount.BUYERS, earner(order), amount);
  }

  private static long promised(MoneyDesk desk, Payment payment) {
    return desk.refunds(payment).stream()
        .filter(refund -> refund.state().isOpen())
        .mapToLong(refund -> refund.amount().minor())
        .sum();
  }

  /** Money is promised to be given back. */
  static void promise(MoneyDesk desk, Order order, Payment payment, Refund refund) {
    move(
        desk,
        "refund_requested",
        payment,
        refund,
        owner(order, payment),
        LedgerAccount.REFUNDS_PAYABLE);
  }

  /** A promise came to nothing. */
  static void withdraw(MoneyDesk desk, Order order, Payment payment, Refund refund) {
    move(
        desk,
        "refund_failed",
        payment,
        refund,
        LedgerAccount.REFUNDS_PAYABLE,
        owner(order, payment));
  }

  /** Money that was promised is given back. */
  static void giveBack(MoneyDesk desk, Payment payment, Refund refund) {
    LedgerAccount from =
        refund.channel() == RefundChannel.PAYOUT
            ? LedgerAccount.PAYOUTS
            : LedgerAccount.clearing(refund.gateway(payment));
    move(desk, "refund", payment, refund, LedgerAccount.REFUNDS_PAYABLE, from);
  }

  private static LedgerAccount owner(Order order, Payment payment) {
    return order.fulfilled() && payment.counted() ? earner(order) : LedgerAccount.BUYERS;
  }

  private static LedgerAccount earner(Order order) {
    return order.isTopUp() ? LedgerAccount.clearing(Gateways.WALLET) : LedgerAccount.ORGANISERS;
  }

  /** Somebody has resolved what was in suspense. */
  static void resolve(MoneyDesk desk, Payment payment, Suspense suspense, LedgerAccount to) {
    Money amount = suspense.amount();
    move(
        desk,
        "suspense_resolved",
        payment,
        Optional.empty(),
        LedgerAccount.SUSPENSE,
        to,
        amount.minor());
  }

  /** A bank took back what people had given to somebody: it is the organisers' loss. */
  static void lose(MoneyDesk desk, Payment payment, Money amount) {
    move(
        desk,
        "suspense_taken_back",
        payment,
        Optional.empty(),
        LedgerAccount.ORGANISERS,
        LedgerAccount.clearing(payment.gateway()),
        amount.minor());
  }

  private static void move(
      MoneyDesk desk,
      String kind,
      Payment payment,
      Refund refund,
      LedgerAccount from,
      LedgerAccount to) {
    move(desk, kind, payment, Optional.of(refund.id()), from, to, refund.amount().minor());
  }

  /** A debit of one account, a credit of the other. */
  private static void move(
      MoneyDesk desk,
      String kind,
      Payment payment,
      Optional<Long> refundId,
      LedgerAccount debit,
      LedgerAccount credit,
      long minor) {
    desk.post(kind, payment, refundId, List.of(new Line(debit, minor), new Line(credit, -minor)));
  }
}
