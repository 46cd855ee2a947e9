package id.tixgo.wallet.domain;

import java.time.Instant;

/** What happens to the wallet in one transaction. Refuses before it changes anything. */
@FunctionalInterface
public interface WalletStep<R> {
  R take(WalletDesk desk, Instant now);
}
