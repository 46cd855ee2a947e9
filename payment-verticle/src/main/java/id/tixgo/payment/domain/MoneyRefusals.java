package id.tixgo.payment.domain;

import id.tixgo.common.money.Money;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;

/** Why no money moves. */
public final class MoneyRefusals {
  /** Why a wallet paid nothing. */
  public static final String INSUFFICIENT_FUNDS = "INSUFFICIENT_FUNDS";

  private MoneyRefusals() {}

  public static Problem paymentNotFound() {
    return Problem.notFound("Payment not found");
  }

  public static Problem refundNotFound() {
    return Problem.notFound("Refund not found");
  }

  public static Problem suspenseNotFound() {
    return Problem.notFound("Nothing of that number is in suspense");
  }

  public static Problem eventNotOff() {
    return Problem.notFound("No event of that id is cancelled");
  }

  public static Problem notPayable(Order order) {
    return conflict("NOT_PAYABLE", "The order is " + order.status() + ": it can't be paid.")
        .with("order_status", order.status());
  }

  public static Problem insufficientFunds() {
    return conflict(INSUFFICIENT_FUNDS, "There isn't enough money in the wallet: nothing is paid.");
  }

  public static Problem notYourWallet() {
    return Problem.of(ProblemKind.FORBIDDEN, "A wallet is spent by its own user alone.");
  }

  public static Problem noWallets() {
    return conflict("NO_WALLETS", "Nothing is given back to wallets here.");
  }

  public static Problem inTheWallet() {
    return conflict("IN_THE_WALLET", "A top-up is in the payer's wallet: it can't be refunded.");
  }

  public static Problem walletSilent() {
    return Problem.of(
        ProblemKind.UPSTREAM_UNREACHABLE,
        "Wallet doesn't say whether the top-up is there: nothing is given back.");
  }

  public static Problem tooManyTopUps() {
    return conflict(
        "TOO_MANY_PENDING", "Too many top-ups of this wallet wait to be paid; pay or cancel some.");
  }

  public static Problem noTopUps() {
    return conflict("NOT_CONFIGURED", "Nobody tops up a wallet by a payment here.");
  }

  public static Problem topUpReused() {
    return Problem.of(
        ProblemKind.VALIDATION_ERROR, "KEY_REUSED", "This reference is another top-up's.");
  }

  public static Problem notFromWallets() {
    return Problem.of(
        ProblemKind.VALIDATION_ERROR,
        "METHOD_NOT_OFFERED",
        "A wallet is topped up by money from elsewhere.");
  }

  public static Problem notCancellable(Order order) {
    return conflict("NOT_CANCELLABLE", "What is paid ends by a refund alone.")
        .with("order_status", order.status());
  }

  public static Problem statusFollows(OrderStatus wanted) {
    return conflict(
        "STATUS_FOLLOWS", "An order becomes " + wanted + " by its money alone, not by hand.");
  }

  public static Problem notPending(TransactionStatus status) {
    return conflict("NOT_PENDING", "The transaction is " + status + ": it can't be changed.")
        .with("transaction_status", status);
  }

  public static Problem notConfirmable(Payment payment) {
    return conflict("NOT_CONFIRMABLE", "Only money that was taken by hand is confirmed by hand.")
        .with("payment_gateway", payment.gateway())
        .with("payment_status", payment.status());
  }

  public static Problem refundNotConfirmable(Refund refund) {
    return conflict("NOT_CONFIRMABLE", "Only a payout by hand is confirmed by hand.")
        .with("refund_status", refund.state());
  }

  public static Problem nothingPaid() {
    return conflict("NOT_PAID", "Nothing was paid that could be given back.");
  }

  public static Problem refundExceeds(Money left) {
    return conflict("REFUND_EXCEEDS_PAYMENT", "That is more than is left of what was paid.")
        .with("left", left.major())
        .with("currency", left.currency());
  }

  public static Problem refundKeyReused() {
    return conflict("REFUND_KEY_REUSED", "This refund_key stands for a refund of another amount.");
  }

  /** Who is inside already has had what was paid for. */
  public static Problem checkedIn() {
    return conflict(
        "CHECKED_IN",
        "A ticket of this order has entered; force gives the money back all the same.");
  }

  public static Problem resolved() {
    return conflict("RESOLVED", "Somebody has resolved this already.");
  }

  private static Problem conflict(String code, String detail) {
    return Problem.of(ProblemKind.CONFLICT, code, detail);
  }
}
