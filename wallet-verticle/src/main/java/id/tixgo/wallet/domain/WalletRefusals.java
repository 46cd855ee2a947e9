package id.tixgo.wallet.domain;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;

/** Why no money moves. */
public final class WalletRefusals {
  private WalletRefusals() {}

  public static Problem userNotFound() {
    return Problem.notFound("User not found");
  }

  public static Problem transferNotFound() {
    return Problem.notFound("Transaction not found");
  }

  public static Problem notYours() {
    return Problem.of(ProblemKind.FORBIDDEN, "That is another user's account.");
  }

  public static Problem invalidAmount() {
    return bad("INVALID_AMOUNT", "The amount must be a number of whole rupiah, 1 or more.");
  }

  public static Problem tooMuch() {
    return bad("INVALID_AMOUNT", "That is more than can be counted.");
  }

  public static Problem insufficientFunds(long available) {
    return bad("INSUFFICIENT_FUNDS", "There isn't enough money in the account.")
        .with("available", Rupiah.of(available).major());
  }

  public static Problem selfTransfer() {
    return bad("SELF_TRANSFER", "Sender and receiver are the same.");
  }

  public static Problem notPending(TransferStatus status) {
    return conflict("NOT_PENDING", "The transaction is " + status.json() + ", and stays so.")
        .with("transaction_status", status.json());
  }

  public static Problem tooManyPending() {
    return conflict(
        "TOO_MANY_PENDING", "Too many transactions of the sender are pending; take some back.");
  }

  public static Problem receiverClosed() {
    return conflict("ACCOUNT_CLOSED", "The receiver has no account any more: it can only fail.");
  }

  public static Problem notEmpty() {
    return conflict("NOT_EMPTY", "There is money in the account, or on its way out of it.");
  }

  public static Problem referenceReused() {
    return Problem.of(
        ProblemKind.VALIDATION_ERROR,
        "KEY_REUSED",
        "This reference was used for another movement.");
  }

  public static Problem movementNotFound() {
    return Problem.notFound("Movement not found");
  }

  public static Problem givenUp() {
    return conflict("GIVEN_UP", "Whoever asked for this movement has given it up meanwhile.");
  }

  private static Problem bad(String code, String detail) {
    return Problem.of(ProblemKind.BAD_REQUEST, code, detail);
  }

  private static Problem conflict(String code, String detail) {
    return Problem.of(ProblemKind.CONFLICT, code, detail);
  }
}
