package id.tixgo.wallet.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.identity.UserFacts;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.store.feed.FeedSubscriber;
import id.tixgo.wallet.domain.Account;
import id.tixgo.wallet.domain.Openings;
import id.tixgo.wallet.domain.WalletStep;

/** What Identity tells of users: each has an account. */
public final class ToldUsers implements FeedSubscriber {
  private final WalletBooks books;

  public ToldUsers(WalletBooks books) {
    this.books = requireNonNull(books);
  }

  @Override
  public void apply(FeedMessage message, Appender entries) {
    switch (message.type()) {
      case UserFacts.CREATED, UserFacts.CHANGED -> take(told(message), message, entries);
      case UserFacts.DELETED -> take(gone(message), message, entries);
      default -> {}
    }
  }

  private void take(WalletStep<Account> step, FeedMessage message, Appender entries) {
    step.take(new StagedWallets(books, entries, message.at()), message.at());
  }

  private static WalletStep<Account> told(FeedMessage message) {
    UserFacts user = message.data(UserFacts.class);
    return Openings.told(user.id(), user.fullName().orElse(user.username()), user.email());
  }

  private static WalletStep<Account> gone(FeedMessage message) {
    UserFacts user = message.data(UserFacts.class);
    return Openings.gone(user.id(), user.username());
  }

  /** Users who are told again are no news, and their money stays. */
  @Override
  public void forget(Appender entries) {}
}
