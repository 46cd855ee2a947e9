package id.tixgo.wallet.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** Money that comes into a user's account or goes out of it. */
public final class Movements {
  private Movements() {}

  /**
   * What is asked for.
   *
   * @param kind no transfer: that is between two
   * @param minor more than nothing
   * @param reference the same again is made once; empty to count each time
   * @param by Identity's number of who asks; empty for a service
   */
  public record Wanted(
      long userId, MovementKind kind, long minor, Optional<String> reference, Optional<Long> by) {
    public Wanted {
      requireNonNull(kind);
      requireNonNull(reference);
      requireNonNull(by);
    }

    private boolean isThatOf(WalletMovement movement) {
      return movement.userId() == userId && movement.kind() == kind && movement.minor() == minor;
    }
  }

  /**
   * What came of it.
   *
   * @param again whether it had been made before
   */
  public record Moved(WalletMovement movement, boolean again) {
    public Moved {
      requireNonNull(movement);
    }
  }

  /**
   * Makes it; fails with {@code NOT_FOUND}, {@code INSUFFICIENT_FUNDS}, {@code KEY_REUSED}, {@code
   * GIVEN_UP}.
   */
  public static WalletStep<Moved> make(Wanted wanted) {
    return (desk, now) ->
        wanted
            .reference()
            .flatMap(desk::movementOf)
            .map(before -> again(before, wanted))
            .orElseGet(() -> make(desk, wanted, now));
  }

  private static Moved again(WalletMovement before, Wanted wanted) {
    if (!wanted.isThatOf(before)) {
      throw WalletRefusals.referenceReused();
    }
    return new Moved(before, true);
  }

  /** The movement of that name; where there is none, none is made under it any more. */
  public static WalletStep<Optional<WalletMovement>> giveUp(String reference) {
    return (desk, now) -> {
      Optional<WalletMovement> made = desk.movementOf(reference);
      if (made.isEmpty() && !desk.isGivenUp(reference)) {
        desk.put(new GivenUpName(reference, now));
      }
      return made;
    };
  }

  private static Moved make(WalletDesk desk, Wanted wanted, Instant now) {
    if (wanted.reference().filter(desk::isGivenUp).isPresent()) {
      throw WalletRefusals.givenUp();
    }
    Account account = account(desk, wanted);
    BookAccount user = BookAccount.user(wanted.userId());
    BookAccount from = wanted.kind().from(user);
    BookAccount to = wanted.kind().to(user);
    expectFunds(desk, from, wanted.minor());
    expectRoom(desk, from, to, wanted.minor());
    long change = from.equals(user) ? -wanted.minor() : wanted.minor();
    WalletMovement movement =
        new WalletMovement(
            desk.nextMovement(),
            now,
            wanted.kind(),
            from,
            to,
            wanted.minor(),
            wanted.userId(),
            desk.holdings(user).available() + change,
            Optional.empty(),
            wanted.reference(),
            wanted.by());
    Openings.changed(desk, account.opened());
    desk.put(movement);
    Openings.closeIfLeft(desk, wanted.userId());
    return new Moved(movement, false);
  }

  private static Account account(WalletDesk desk, Wanted wanted) {
    return desk.account(wanted.userId())
        .filter(wanted.kind()::isFor)
        .orElseThrow(WalletRefusals::userNotFound);
  }

  /** An account where money may move; fails with {@code NOT_FOUND}. */
  static Account open(WalletDesk desk, long userId) {
    return desk.account(userId).filter(Account::open).orElseThrow(WalletRefusals::userNotFound);
  }

  /** An account that others may send money to; fails with {@code NOT_FOUND}. */
  static Account receiving(WalletDesk desk, long userId) {
    return desk.account(userId).filter(Account::receives).orElseThrow(WalletRefusals::userNotFound);
  }

  /** Fails with {@code INSUFFICIENT_FUNDS} where a user can't spend so much. */
  static void expectFunds(WalletDesk desk, BookAccount from, long minor) {
    long available = desk.holdings(from).available();
    if (from.isUsers() && available < minor) {
      throw WalletRefusals.insufficientFunds(available);
    }
  }

  /** Fails with {@code INVALID_AMOUNT} where a sum can't be counted any more. */
  static void expectRoom(WalletDesk desk, BookAccount from, BookAccount to, long minor) {
    try {
      desk.holdings(from).plus(-minor);
      desk.holdings(to).plus(minor);
    } catch (ArithmeticException e) {
      throw WalletRefusals.tooMuch();
    }
  }
}
