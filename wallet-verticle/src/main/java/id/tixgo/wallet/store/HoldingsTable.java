package id.tixgo.wallet.store;

import id.tixgo.common.store.MapGroup;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.wallet.domain.BookAccount;
import id.tixgo.wallet.domain.Holdings;
import java.util.Collection;
import java.util.function.UnaryOperator;

/**
 * What each account of the ledger has: what movements have added up to, and what pending transfers
 * hold. A reader sees both of one moment.
 */
final class HoldingsTable {
  private final StagedMap<Holdings> nameToHoldings;

  HoldingsTable(StagedMaps maps, MapGroup group) {
    this.nameToHoldings = maps.open("wallet.holdings", group);
  }

  Holdings get(BookAccount account) {
    return nameToHoldings.get(account.name()).orElse(Holdings.NONE);
  }

  /** Those that have or had anything, in no order. */
  Collection<Holdings> all() {
    return nameToHoldings.values();
  }

  /** For transactions. */
  Holdings staged(BookAccount account) {
    return nameToHoldings.staged(account.name()).orElse(Holdings.NONE);
  }

  /** For projections. */
  void change(BookAccount account, UnaryOperator<Holdings> change) {
    nameToHoldings.put(account.name(), change.apply(staged(account)));
  }
}
