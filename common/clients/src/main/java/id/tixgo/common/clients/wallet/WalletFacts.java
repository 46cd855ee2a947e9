package id.tixgo.common.clients.wallet;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import java.util.Optional;

/**
 * What Wallet's feed says of money that came into a user's account or went out of it; transfers are
 * told as {@link TransferFacts}.
 *
 * @param movement its number in the ledger
 * @param userId Identity's number of the user
 * @param available what he can spend after it
 * @param reference the name that the service which asked for it gave it
 */
public record WalletFacts(
    long movement, long userId, Money amount, Money available, Optional<String> reference) {
  public static final String TOPPED_UP = "wallet_topped_up";
  public static final String PAID = "wallet_paid";
  public static final String REFUNDED = "wallet_refunded";

  public WalletFacts {
    requireNonNull(amount);
    requireNonNull(available);
    requireNonNull(reference);
  }
}
