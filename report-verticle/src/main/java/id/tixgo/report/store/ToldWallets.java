package id.tixgo.report.store;

import id.tixgo.common.clients.wallet.TransferFacts;
import id.tixgo.common.clients.wallet.WalletFacts;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.report.domain.FactDesk;
import id.tixgo.report.domain.MoneyChange;
import id.tixgo.report.domain.ReportedStatus;
import id.tixgo.report.domain.ReportedTransfer;
import id.tixgo.report.domain.UserFact;
import id.tixgo.report.domain.UserMovement;
import java.time.Instant;

/** What Wallet tells: transfers that are final, and what else came in and went out. */
final class ToldWallets implements Teller {
  @Override
  public String feed() {
    return UserFact.FEED;
  }

  @Override
  public void tell(FeedMessage message, FactDesk desk) {
    switch (message.type()) {
      case WalletFacts.TOPPED_UP -> moved(message, MoneyChange.Kind.TOPPED_UP, desk);
      case WalletFacts.PAID -> moved(message, MoneyChange.Kind.SPENT, desk);
      case WalletFacts.REFUNDED -> moved(message, MoneyChange.Kind.RECEIVED, desk);
      case TransferFacts.COMPLETED, TransferFacts.FAILED -> transferred(message, desk);
      default -> {}
    }
  }

  private static void moved(FeedMessage message, MoneyChange.Kind kind, FactDesk desk) {
    WalletFacts told = message.data(WalletFacts.class);
    desk.put(new UserMovement(told.movement(), told.userId(), kind, told.amount(), message.at()));
  }

  private static void transferred(FeedMessage message, FactDesk desk) {
    TransferFacts told = message.data(TransferFacts.class);
    desk.put(
        new ReportedTransfer(
            told.id(),
            told.senderId(),
            told.receiverId(),
            told.amount(),
            status(message, told),
            begun(message, told, desk),
            message.at()));
  }

  private static ReportedStatus status(FeedMessage message, TransferFacts told) {
    if (told.takenBack()) {
      return ReportedStatus.TAKEN_BACK;
    }
    return message.type().equals(TransferFacts.COMPLETED)
        ? ReportedStatus.COMPLETED
        : ReportedStatus.FAILED;
  }

  /** Older messages don't say it. */
  private static Instant begun(FeedMessage message, TransferFacts told, FactDesk desk) {
    return told.createdAt()
        .or(
            () ->
                desk.known(UserFact.FEED, ReportedTransfer.key(told.id()))
                    .map(ReportedTransfer.class::cast)
                    .map(ReportedTransfer::createdAt))
        .orElse(message.at());
  }
}
