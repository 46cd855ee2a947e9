package id.tixgo.wallet.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.scope.Once;
import id.tixgo.common.scope.RequestKey;
import id.tixgo.common.store.Store;
import id.tixgo.common.time.Timestamps;
import id.tixgo.wallet.domain.Account;
import id.tixgo.wallet.domain.BookAccount;
import id.tixgo.wallet.domain.Holdings;
import id.tixgo.wallet.domain.Transfer;
import id.tixgo.wallet.domain.WalletMovement;
import id.tixgo.wallet.domain.WalletStep;
import id.tixgo.wallet.domain.Wallets;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The wallet, changed through the store. */
public final class StoredWallets implements Wallets {
  /** The totals are of one moment: while money moves all the time, it waits for them then. */
  private static final int TRIES = 20;

  private final WalletBooks books;
  private final Store store;
  private final Context context;
  private final Runnable bell;
  private final Clock clock;

  /**
   * @param context where answers are wanted
   * @param bell tells those who follow the feed that there may be more of it
   */
  public StoredWallets(
      WalletBooks books, Store store, Context context, Runnable bell, Clock clock) {
    this.books = requireNonNull(books);
    this.store = requireNonNull(store);
    this.context = requireNonNull(context);
    this.bell = requireNonNull(bell);
    this.clock = requireNonNull(clock);
  }

  @Override
  public <R> Future<R> take(Once<R> once, WalletStep<R> step) {
    return store
        .commit(
            context,
            books.keys.once(
                once,
                entries -> {
                  Instant now = Timestamps.now(clock);
                  return step.take(new StagedWallets(books, entries, now), now);
                }))
        .onSuccess(taken -> bell.run());
  }

  @Override
  public boolean isUsed(RequestKey key) {
    return books.keys.isStored(key);
  }

  /** Begins the feed, if it hasn't. */
  public Future<Void> beginFeed() {
    return store.commit(
        context,
        entries -> {
          books.feed.begin(entries, () -> {});
          return null;
        });
  }

  @Override
  public Optional<Account> account(long id) {
    return books.accounts.get(id).filter(Account::open);
  }

  @Override
  public boolean isLeft(long id) {
    return books.accounts.get(id).filter(Account::isLeft).isPresent();
  }

  @Override
  public Holdings holdings(long userId) {
    return books.holdings.get(BookAccount.user(userId));
  }

  @Override
  public Optional<WalletMovement> movementOf(String reference) {
    return books.movements.named(reference);
  }

  @Override
  public Future<List<Account>> accounts() {
    return context.executeBlocking(
        () -> books.accounts.all().filter(Account::open).toList(), false);
  }

  @Override
  public Optional<Transfer> transfer(long id) {
    return books.transfers.get(id);
  }

  @Override
  public Future<List<Transfer>> transfers(Optional<Long> userId) {
    return context.executeBlocking(
        () ->
            userId
                .map(books.transfers::ofUser)
                .orElseGet(books.transfers::all)
                .filter(transfer -> !transfer.hidden())
                .toList(),
        false);
  }

  @Override
  public Future<Totals> totals() {
    return context.executeBlocking(() -> books.moment.read(TRIES, this::count), false);
  }

  private Totals count() {
    Collection<Holdings> all = books.holdings.all();
    long outside =
        books.holdings.get(BookAccount.TOPUPS).posted()
            + books.holdings.get(BookAccount.PAYMENTS).posted();
    long sum = all.stream().mapToLong(Holdings::posted).reduce(0, Math::addExact);
    return new Totals(
        books.accounts.all().filter(Account::open).count(),
        sum - outside,
        all.stream().mapToLong(Holdings::held).sum(),
        books.movements.last(),
        sum);
  }
}
