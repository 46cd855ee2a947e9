package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.payment.domain.WalletCredit.Outcome;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Top-ups that somebody wants back before they are in their wallets: their names are given up there
 * first, so that none goes both ways.
 */
final class GivenUpTopUps {
  private final Books books;
  private final WalletCredit wallets;

  GivenUpTopUps(Books books, WalletCredit wallets) {
    this.books = requireNonNull(books);
    this.wallets = requireNonNull(wallets);
  }

  /**
   * Whether what a payment has paid for is a top-up whose name is given up by this, which is to be
   * written down with its refund. Fails with {@code UPSTREAM_UNREACHABLE} when Wallet doesn't say.
   */
  Future<Boolean> giveUp(long paymentId) {
    return due(paymentId)
        .map(order -> wallets.giveUp(References.topUp(order)).compose(end -> ended(order, end)))
        .orElseGet(() -> Future.succeededFuture(false));
  }

  private Optional<Order> due(long paymentId) {
    return books
        .payment(paymentId)
        .filter(payment -> payment.counted() && payment.isPaid())
        .flatMap(payment -> books.order(payment.orderId()))
        .filter(Order::isCreditDue);
  }

  private Future<Boolean> ended(Order order, Outcome end) {
    if (end instanceof Outcome.Unknown) {
      return Future.failedFuture(MoneyRefusals.walletSilent());
    }
    return end instanceof Outcome.Refused
        ? Future.succeededFuture(true)
        : books.make((desk, now) -> TopUps.credited(desk, order.id(), now)).map(there -> false);
  }

  /** What came into a wallet, or may come there yet, doesn't go back from here. For movements. */
  static void expectNotThere(MoneyDesk desk, Payment payment) {
    Order order = desk.order(payment.orderId()).orElseThrow();
    boolean isThere = order.isTopUp() && (order.fulfilled() || order.isCreditDue());
    if (payment.counted() && isThere) {
      throw MoneyRefusals.inTheWallet();
    }
  }
}
