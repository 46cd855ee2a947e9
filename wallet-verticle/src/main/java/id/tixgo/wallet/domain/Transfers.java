package id.tixgo.wallet.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** Money from one user to another, in two steps. */
public final class Transfers {
  /** A user begins no more while so many wait; a service knows what it does. */
  private static final int MOST_PENDING = 100;

  private Transfers() {}

  /**
   * A transfer that somebody asks for.
   *
   * @param minor more than nothing
   * @param by Identity's number of who asks; empty for a service
   */
  public record Draft(
      long senderId, long receiverId, long minor, Optional<String> description, Optional<Long> by) {
    public Draft {
      requireNonNull(description);
      requireNonNull(by);
    }
  }

  /**
   * Holds the sender's money; fails with {@code SELF_TRANSFER}, {@code NOT_FOUND}, {@code
   * TOO_MANY_PENDING}, {@code INSUFFICIENT_FUNDS}.
   */
  public static WalletStep<Transfer> begin(Draft draft) {
    return (desk, now) -> {
      if (draft.senderId() == draft.receiverId()) {
        throw WalletRefusals.selfTransfer();
      }
      Movements.open(desk, draft.senderId());
      Movements.receiving(desk, draft.receiverId());
      expectFew(desk, draft);
      Movements.expectFunds(desk, BookAccount.user(draft.senderId()), draft.minor());
      return put(desk, pending(desk.nextTransfer(), draft, now));
    };
  }

  private static void expectFew(WalletDesk desk, Draft draft) {
    int pending = desk.holdings(BookAccount.user(draft.senderId())).pending();
    if (draft.by().isPresent() && pending >= MOST_PENDING) {
      throw WalletRefusals.tooManyPending();
    }
  }

  private static Transfer pending(long id, Draft draft, Instant now) {
    return new Transfer(
        id,
        draft.senderId(),
        draft.receiverId(),
        draft.minor(),
        TransferStatus.PENDING,
        draft.description(),
        draft.by(),
        false,
        now,
        now);
  }

  /**
   * Gives a pending transfer's money to the receiver or back to the sender; the same again is no
   * news. Fails with {@code NOT_FOUND}, {@code NOT_PENDING}, {@code ACCOUNT_CLOSED}.
   *
   * @param by Identity's number of who decides; empty for a service
   */
  public static WalletStep<Transfer> decide(long id, TransferStatus status, Optional<Long> by) {
    return (desk, now) -> {
      Transfer transfer = shown(desk, id);
      if (transfer.status() == status) {
        return transfer;
      }
      expectPending(transfer);
      return status == TransferStatus.COMPLETED
          ? complete(desk, transfer, by, now)
          : end(desk, transfer.with(status, now));
    };
  }

  private static Transfer complete(
      WalletDesk desk, Transfer transfer, Optional<Long> by, Instant now) {
    BookAccount from = BookAccount.user(transfer.senderId());
    BookAccount to = BookAccount.user(transfer.receiverId());
    if (desk.account(transfer.receiverId()).filter(Account::receives).isEmpty()) {
      throw WalletRefusals.receiverClosed();
    }
    Movements.expectRoom(desk, from, to, transfer.minor());
    Transfer completed = put(desk, transfer.with(TransferStatus.COMPLETED, now));
    desk.put(
        new WalletMovement(
            desk.nextMovement(),
            now,
            MovementKind.TRANSFER,
            from,
            to,
            transfer.minor(),
            transfer.senderId(),
            desk.holdings(from).available() - transfer.minor(),
            Optional.of(transfer.id()),
            Optional.empty(),
            by));
    Openings.closeIfLeft(desk, transfer.senderId());
    desk.tell(completed);
    return completed;
  }

  /** Takes a pending transfer back, as if it had never been shown; fails as a decision does. */
  public static WalletStep<Transfer> takeBack(long id) {
    return (desk, now) -> {
      Transfer transfer = shown(desk, id);
      expectPending(transfer);
      return end(desk, transfer.takenBack(now));
    };
  }

  private static Transfer end(WalletDesk desk, Transfer failed) {
    put(desk, failed);
    desk.tell(failed);
    return failed;
  }

  private static Transfer put(WalletDesk desk, Transfer transfer) {
    desk.put(transfer);
    return transfer;
  }

  private static Transfer shown(WalletDesk desk, long id) {
    return desk.transfer(id)
        .filter(transfer -> !transfer.hidden())
        .orElseThrow(WalletRefusals::transferNotFound);
  }

  private static void expectPending(Transfer transfer) {
    if (!transfer.isPending()) {
      throw WalletRefusals.notPending(transfer.status());
    }
  }
}
