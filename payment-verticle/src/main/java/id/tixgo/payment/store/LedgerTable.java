package id.tixgo.payment.store;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.MapGroup;
import id.tixgo.common.store.Series;
import id.tixgo.common.store.StagedCell;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import id.tixgo.payment.domain.Books.Balance;
import id.tixgo.payment.domain.Posting;
import java.util.List;
import java.util.stream.Stream;

/** Postings by their number, and what each account has. */
final class LedgerTable implements StorePart {
  private final Series<Posting> postings;
  private final StagedMap<Balance> nameToBalance;
  private final StagedCell<Long> last;

  LedgerTable(StagedMaps maps, MapGroup group) {
    this.postings = maps.series("payment.postings");
    this.nameToBalance = maps.open("payment.balances", group);
    this.last = maps.cell(group);
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types.with("posting", Posting.class, this::apply);
  }

  @Override
  public Stream<Record> snapshot() {
    return all().map(Record.class::cast);
  }

  @Override
  public long snapshotSize() {
    return last.get().orElse(0L);
  }

  /** In the order in which they were made. */
  Stream<Posting> all() {
    return postings.between(0, last.get().orElse(0L));
  }

  List<Balance> balances() {
    return List.copyOf(nameToBalance.values());
  }

  /** For transactions. */
  long next() {
    return last.staged().orElse(0L) + 1;
  }

  /** Each counts once, however often it is read. */
  private void apply(Posting posting) {
    postings.set(posting.number(), posting);
    if (posting.number() >= next()) {
      posting.lines().forEach(line -> add(line, posting.currency()));
      last.set(posting.number());
    }
  }

  private void add(Posting.Line line, String currency) {
    String account = line.account().name();
    String name = account + ' ' + currency;
    Balance before = nameToBalance.staged(name).orElseGet(() -> new Balance(account, currency, 0));
    nameToBalance.put(name, before.plus(line.minor()));
  }
}
