package id.tixgo.wallet.domain;

import java.time.Instant;
import java.util.Optional;

/** How accounts open and close. What Identity's feed tells of a user is never older than it was. */
public final class Openings {
  private Openings() {}

  /** A user was made, or says something else of himself; what he has closed stays closed. */
  public static WalletStep<Account> told(long id, String name, Optional<String> email) {
    return (desk, now) -> changed(desk, known(desk, id, name, email, now).of(name, email));
  }

  /** A user was made here; what is known of him is newer, if he was made before. */
  public static WalletStep<Account> made(long id, String name, Optional<String> email) {
    return (desk, now) -> changed(desk, known(desk, id, name, email, now));
  }

  /** A user comes in here: his account is open from then on, unless he was deleted meanwhile. */
  public static WalletStep<Account> entered(long id, String name, Optional<String> email) {
    return (desk, now) -> {
      Account account = known(desk, id, name, email, now);
      return changed(desk, account.isLeft() ? account : account.opened());
    };
  }

  private static Account known(
      WalletDesk desk, long id, String name, Optional<String> email, Instant now) {
    return desk.account(id)
        .orElseGet(() -> new Account(id, name, email, true, now, Optional.empty()));
  }

  /**
   * Closes an account; fails with {@code NOT_FOUND}, and with {@code NOT_EMPTY} while there is
   * money in it.
   */
  public static WalletStep<Account> close(long id) {
    return (desk, now) -> {
      Account account = Movements.open(desk, id);
      if (!isEmpty(desk, id)) {
        throw WalletRefusals.notEmpty();
      }
      return changed(desk, account.closed());
    };
  }

  /**
   * A user is gone: nobody knows what he was called, nor sends him more. What he has left stays
   * open until it is paid out.
   *
   * @param name what is left of it
   */
  public static WalletStep<Account> gone(long id, String name) {
    return (desk, now) -> {
      Account left = known(desk, id, name, Optional.empty(), now).left(name, now);
      return changed(desk, isEmpty(desk, id) ? left.closed() : left);
    };
  }

  /** Closes an account that is empty now, if its user is gone. */
  static void closeIfLeft(WalletDesk desk, long id) {
    desk.account(id)
        .filter(account -> account.isLeft() && isEmpty(desk, id))
        .ifPresent(account -> changed(desk, account.closed()));
  }

  private static boolean isEmpty(WalletDesk desk, long id) {
    return desk.holdings(BookAccount.user(id)).isEmpty();
  }

  static Account changed(WalletDesk desk, Account now) {
    if (desk.account(now.id()).filter(now::equals).isEmpty()) {
      desk.put(now);
    }
    return now;
  }
}
