package id.tixgo.wallet.domain;

import id.tixgo.common.scope.Once;
import id.tixgo.common.scope.RequestKey;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Keeps accounts, transfers and the ledger. What readers see is stored. */
public interface Wallets {
  /** Takes a step; fails with the problem that it refuses with. */
  <R> Future<R> take(Once<R> once, WalletStep<R> step);

  default <R> Future<R> take(WalletStep<R> step) {
    return take(Once.eachTime(), step);
  }

  /** Whether the key stands for a request already. */
  boolean isUsed(RequestKey key);

  /** An open account. */
  Optional<Account> account(long id);

  /** Whether it is the account, open or closed, of a user who is gone. */
  boolean isLeft(long id);

  /** What a user has. */
  Holdings holdings(long userId);

  /** The movement that a service has named so. */
  Optional<WalletMovement> movementOf(String reference);

  /** All that are open, by number; walked through away from the event loop. */
  Future<List<Account>> accounts();

  /** A transfer, hidden or not. */
  Optional<Transfer> transfer(long id);

  /**
   * The newest first, without what is hidden; walked through away from the event loop.
   *
   * @param userId whose; empty for all
   */
  Future<List<Transfer>> transfers(Optional<Long> userId);

  /** What all accounts of the ledger have together, at one moment. */
  Future<Totals> totals();

  /**
   * The ledger in numbers.
   *
   * @param accounts how many users have one
   * @param posted what users have
   * @param held what pending transfers hold of it
   * @param movements how many there were
   * @param sum of all accounts, users' or not: zero
   */
  record Totals(long accounts, long posted, long held, long movements, long sum) {}
}
