package id.tixgo.wallet.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.MapGroup;
import id.tixgo.common.store.Series;
import id.tixgo.common.store.StagedCell;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import id.tixgo.wallet.domain.WalletMovement;
import java.util.Optional;
import java.util.stream.Stream;

/** The ledger: movements by their number, and by the names that services gave them. */
final class MovementTable implements StorePart {
  private final Series<WalletMovement> movements;
  private final StagedMap<Long> referenceToNumber;
  private final StagedCell<Long> last;
  private final HoldingsTable holdings;

  MovementTable(StagedMaps maps, MapGroup group, HoldingsTable holdings) {
    this.movements = maps.series("wallet.movements");
    this.referenceToNumber = maps.open("wallet.references");
    this.last = maps.cell(group);
    this.holdings = requireNonNull(holdings);
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types.with("movement", WalletMovement.class, this::apply);
  }

  @Override
  public Stream<Record> snapshot() {
    return movements.between(0, last()).map(Record.class::cast);
  }

  @Override
  public long snapshotSize() {
    return last();
  }

  /** How many there are. */
  long last() {
    return last.get().orElse(0L);
  }

  Optional<WalletMovement> named(String reference) {
    return referenceToNumber.get(reference).map(movements::get);
  }

  /** For transactions, as what follows is. */
  long next() {
    return last.staged().orElse(0L) + 1;
  }

  Optional<WalletMovement> stagedNamed(String reference) {
    return referenceToNumber.staged(reference).map(movements::get);
  }

  /** Each counts once, however often it is read. */
  private void apply(WalletMovement movement) {
    movements.set(movement.number(), movement);
    if (movement.number() >= next()) {
      holdings.change(movement.from(), has -> has.plus(-movement.minor()));
      holdings.change(movement.to(), has -> has.plus(movement.minor()));
      movement.reference().ifPresent(name -> referenceToNumber.put(name, movement.number()));
      last.set(movement.number());
    }
  }
}
