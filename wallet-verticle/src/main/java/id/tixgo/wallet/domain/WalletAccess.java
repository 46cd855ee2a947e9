package id.tixgo.wallet.domain;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.Role;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import java.util.Optional;

/** Who may see and do what. Who is no caller is a service of the house. */
public final class WalletAccess {
  private WalletAccess() {}

  /** Whether all accounts and transfers may be seen. */
  public static boolean seesAll(Optional<Caller> who) {
    return who.map(caller -> caller.role() == Role.ADMIN).orElse(true);
  }

  /** Fails with {@code FORBIDDEN} unless the account may be seen. */
  public static void expectSees(Optional<Caller> who, long userId) {
    if (!seesAll(who) && !isOwn(who, userId)) {
      throw WalletRefusals.notYours();
    }
  }

  /** Fails with {@code FORBIDDEN} unless the account's money may be spent. */
  public static void expectSpends(Optional<Caller> who, long userId) {
    if (who.isPresent() && !isOwn(who, userId)) {
      throw WalletRefusals.notYours();
    }
  }

  /**
   * The same of a debit, by which admins pay out what a user who is gone has left.
   *
   * @param isLeft whether he is gone
   */
  public static void expectDebits(Optional<Caller> who, long userId, boolean isLeft) {
    if (!isLeft || !seesAll(who)) {
      expectSpends(who, userId);
    }
  }

  /** Fails with {@code FORBIDDEN} for who may not decide about others' transfers. */
  public static void expectDecides(Optional<Caller> who) {
    if (!seesAll(who)) {
      throw Problem.of(ProblemKind.FORBIDDEN, "Services and admins decide about transactions.");
    }
  }

  /**
   * Fails with {@code FORBIDDEN} for the receiver, and with {@code NOT_FOUND} for who has no part
   * in the transfer.
   */
  public static void expectTakesBack(Optional<Caller> who, Optional<Transfer> transfer) {
    if (!seesAll(who) && !isOwn(who, transfer(transfer, who).senderId())) {
      throw Problem.of(ProblemKind.FORBIDDEN, "Whoever sends the money can take it back.");
    }
  }

  /** A transfer that the caller has a part in; fails with {@code NOT_FOUND}. */
  public static Transfer transfer(Optional<Transfer> transfer, Optional<Caller> who) {
    return transfer
        .filter(known -> !known.hidden())
        .filter(known -> seesAll(who) || known.concerns(who.orElseThrow().id()))
        .orElseThrow(WalletRefusals::transferNotFound);
  }

  private static boolean isOwn(Optional<Caller> who, long userId) {
    return who.filter(caller -> caller.id() == userId).isPresent();
  }
}
