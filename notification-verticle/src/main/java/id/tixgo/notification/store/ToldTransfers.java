package id.tixgo.notification.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.wallet.TransferFacts;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.store.feed.FeedSubscriber;
import id.tixgo.notification.domain.Letter;
import id.tixgo.notification.domain.LetterKind;
import java.time.Instant;
import java.util.Map;

/**
 * What Wallet tells of transfers: whoever gets money hears of it, and who gave it, too. No name and
 * none of the giver's words is in it, so that nobody has a stranger mailed something by a rupiah.
 */
public final class ToldTransfers implements FeedSubscriber {
  /** Wallet wasn't followed from the first on: what happened before that is no news. */
  static final String FEED = "wallet";

  private final NotificationState state;
  private final News news;

  public ToldTransfers(NotificationState state, News news) {
    this.state = requireNonNull(state);
    this.news = requireNonNull(news);
  }

  @Override
  public void apply(FeedMessage message, Appender entries) {
    if (message.type().equals(TransferFacts.COMPLETED)
        && state.facts.isFollowed(FEED, message.at())) {
      completed(message.data(TransferFacts.class), message.at(), entries);
    }
  }

  private void completed(TransferFacts transfer, Instant at, Appender entries) {
    String fact = "transfer:" + transfer.id();
    Map<String, String> values = values(transfer);
    Letter received = Letter.of(LetterKind.TRANSFER_RECEIVED, values);
    news.tell(entries, fact, transfer.receiverId(), received, at);
    Letter sent = Letter.of(LetterKind.TRANSFER_SENT, values);
    news.tell(entries, fact + ":sent", transfer.senderId(), sent, at);
  }

  private static Map<String, String> values(TransferFacts transfer) {
    return Map.of(
        Letter.MINOR,
        String.valueOf(transfer.amount().minor()),
        Letter.CURRENCY,
        transfer.amount().currency(),
        Letter.TRANSFER,
        String.valueOf(transfer.id()));
  }

  /** What was told stays told; what is told again is known by the same names. */
  @Override
  public void forget(Appender entries) {}
}
