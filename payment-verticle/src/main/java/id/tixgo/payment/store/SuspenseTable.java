package id.tixgo.payment.store;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.MapGroup;
import id.tixgo.common.store.StagedCell;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import id.tixgo.payment.domain.Suspense;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody must look at: few at any time, and kept when they are resolved. */
final class SuspenseTable implements StorePart {
  private final StagedMap<Suspense> idToSuspense;
  private final StagedMap<Long> nameToSuspense;
  private final StagedMap<NumberedIds> paymentToSuspense;
  private final StagedCell<Long> last;

  SuspenseTable(StagedMaps maps, MapGroup group) {
    this.idToSuspense = maps.open("payment.suspense", group);
    this.nameToSuspense = maps.open("payment.suspended", group);
    this.paymentToSuspense = maps.open("payment.suspense-of-payments", group);
    this.last = maps.cell(group);
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types.with("suspense", Suspense.class, this::put);
  }

  @Override
  public Stream<Record> snapshot() {
    return all().stream().map(Record.class::cast);
  }

  @Override
  public long snapshotSize() {
    return idToSuspense.size();
  }

  /** In the order in which they came. */
  List<Suspense> all() {
    return idToSuspense.values().stream().sorted(Comparator.comparingLong(Suspense::id)).toList();
  }

  /** How many nobody has resolved; any thread may ask. */
  long open() {
    return idToSuspense.values().stream().filter(item -> item.resolution().isEmpty()).count();
  }

  /** For transactions, as what follows is. */
  Optional<Suspense> staged(long id) {
    return idToSuspense.staged(String.valueOf(id));
  }

  List<Suspense> stagedOf(long paymentId) {
    return ids(paymentId).all().stream().flatMap(id -> staged(id).stream()).toList();
  }

  boolean isNamed(String gateway, String reference) {
    return nameToSuspense.staged(gateway + ':' + reference).isPresent();
  }

  long next() {
    return last.staged().orElse(0L) + 1;
  }

  private NumberedIds ids(long paymentId) {
    return paymentToSuspense.staged(String.valueOf(paymentId)).orElse(NumberedIds.NONE);
  }

  private void put(Suspense item) {
    idToSuspense.put(String.valueOf(item.id()), item);
    nameToSuspense.put(item.gateway() + ':' + item.reference(), item.id());
    item.paymentId()
        .ifPresent(id -> paymentToSuspense.put(String.valueOf(id), ids(id).with(item.id())));
    if (item.id() >= next()) {
      last.set(item.id());
    }
  }
}
