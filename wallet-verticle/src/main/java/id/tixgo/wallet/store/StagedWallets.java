package id.tixgo.wallet.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.wallet.TransferFacts;
import id.tixgo.common.clients.wallet.WalletFacts;
import id.tixgo.common.store.Appender;
import id.tixgo.wallet.domain.Account;
import id.tixgo.wallet.domain.BookAccount;
import id.tixgo.wallet.domain.GivenUpName;
import id.tixgo.wallet.domain.Holdings;
import id.tixgo.wallet.domain.MovementKind;
import id.tixgo.wallet.domain.Rupiah;
import id.tixgo.wallet.domain.Transfer;
import id.tixgo.wallet.domain.TransferStatus;
import id.tixgo.wallet.domain.WalletDesk;
import id.tixgo.wallet.domain.WalletMovement;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The desk of one transaction. */
final class StagedWallets implements WalletDesk {
  private static final Map<MovementKind, String> KIND_TO_MESSAGE =
      Map.of(
          MovementKind.TOPUP, WalletFacts.TOPPED_UP,
          MovementKind.PAYMENT, WalletFacts.PAID,
          MovementKind.REFUND, WalletFacts.REFUNDED);

  private final WalletBooks books;
  private final Appender entries;
  private final Instant now;

  StagedWallets(WalletBooks books, Appender entries, Instant now) {
    this.books = requireNonNull(books);
    this.entries = requireNonNull(entries);
    this.now = requireNonNull(now);
  }

  @Override
  public Optional<Account> account(long id) {
    return books.accounts.staged(id);
  }

  @Override
  public Holdings holdings(BookAccount account) {
    return books.holdings.staged(account);
  }

  @Override
  public Optional<Transfer> transfer(long id) {
    return books.transfers.staged(id);
  }

  @Override
  public Optional<WalletMovement> movementOf(String reference) {
    return books.movements.stagedNamed(reference);
  }

  @Override
  public boolean isGivenUp(String reference) {
    return books.givenUp.isStaged(reference);
  }

  @Override
  public long nextTransfer() {
    return books.transfers.next();
  }

  @Override
  public long nextMovement() {
    return books.movements.next();
  }

  @Override
  public void put(Account account) {
    entries.add(account);
  }

  @Override
  public void put(Transfer transfer) {
    entries.add(transfer);
  }

  @Override
  public void put(WalletMovement movement) {
    entries.add(movement);
    Optional.ofNullable(KIND_TO_MESSAGE.get(movement.kind()))
        .ifPresent(type -> tell(type, facts(movement)));
  }

  private static WalletFacts facts(WalletMovement movement) {
    return new WalletFacts(
        movement.number(),
        movement.userId(),
        Rupiah.of(movement.minor()),
        Rupiah.of(movement.available()),
        movement.reference());
  }

  @Override
  public void put(GivenUpName name) {
    entries.add(name);
  }

  @Override
  public void tell(Transfer transfer) {
    boolean completed = transfer.status() == TransferStatus.COMPLETED;
    tell(
        completed ? TransferFacts.COMPLETED : TransferFacts.FAILED,
        new TransferFacts(
            transfer.id(),
            transfer.senderId(),
            transfer.receiverId(),
            Rupiah.of(transfer.minor()),
            transfer.description(),
            Optional.of(transfer.createdAt()),
            transfer.hidden()));
  }

  private void tell(String type, Record facts) {
    books.feed.begin(entries, () -> {});
    books.feed.tell(entries, type, now, facts);
  }
}
