package id.tixgo.wallet.domain;

import java.util.Optional;

/** What one transaction sees of the wallet, and changes in it. */
public interface WalletDesk {
  Optional<Account> account(long id);

  Holdings holdings(BookAccount account);

  Optional<Transfer> transfer(long id);

  /** The movement that has been named so. */
  Optional<WalletMovement> movementOf(String reference);

  /** Whether no movement is to be named so any more. */
  boolean isGivenUp(String reference);

  long nextTransfer();

  long nextMovement();

  void put(Account account);

  void put(Transfer transfer);

  /** Adds it to the ledger, and tells of it. */
  void put(WalletMovement movement);

  void put(GivenUpName name);

  /** Tells that a transfer is final. */
  void tell(Transfer transfer);
}
