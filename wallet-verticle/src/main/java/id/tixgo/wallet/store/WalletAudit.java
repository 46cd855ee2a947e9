package id.tixgo.wallet.store;

import id.tixgo.common.store.audit.AuditRule;
import id.tixgo.common.store.feed.FeedPosition;
import id.tixgo.wallet.domain.Account;
import id.tixgo.wallet.domain.Transfer;
import id.tixgo.wallet.domain.WalletMovement;
import java.util.List;
import java.util.stream.Stream;

/** What the audit says of wallets: neither who has one nor what a transfer is for. */
final class WalletAudit {
  private WalletAudit() {}

  static List<AuditRule<?>> rules(WalletBooks books) {
    return List.of(
        AuditRule.of(Account.class, "wallet", account -> Stream.of(account.id()))
            .from(account -> books.accounts.staged(account.id()))
            .showing("open"),
        AuditRule.of(Transfer.class, "transfer", transfer -> Stream.of(transfer.id()))
            .from(transfer -> books.transfers.staged(transfer.id()))
            .showing("sender_id", "receiver_id", "minor", "status", "hidden"),
        AuditRule.of(
                WalletMovement.class,
                "movement",
                movement -> Stream.of(movement.number(), movement.userId()))
            .showing("kind", "minor", "user_id", "transfer_id", "reference", "by"),
        AuditRule.of(FeedPosition.class, "feed", position -> Stream.of(position.feed())));
  }
}
