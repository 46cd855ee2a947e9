package id.tixgo.wallet.store;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import id.tixgo.wallet.domain.Account;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Users' accounts by their number. */
final class AccountTable implements StorePart {
  private final StagedMap<Account> idToAccount;

  AccountTable(StagedMaps maps) {
    this.idToAccount = maps.open("wallet.accounts");
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types.with(
        "account", Account.class, account -> idToAccount.put(key(account.id()), account));
  }

  @Override
  public Stream<Record> snapshot() {
    return all().map(Record.class::cast);
  }

  @Override
  public long snapshotSize() {
    return idToAccount.size();
  }

  Optional<Account> get(long id) {
    return idToAccount.get(key(id));
  }

  /** By their number. */
  Stream<Account> all() {
    return idToAccount.values().stream().sorted(Comparator.comparingLong(Account::id));
  }

  /** For transactions. */
  Optional<Account> staged(long id) {
    return idToAccount.staged(key(id));
  }

  private static String key(long id) {
    return String.valueOf(id);
  }
}
