package id.tixgo.payment.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.MapGroup;
import id.tixgo.common.store.StagedCell;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import id.tixgo.payment.domain.Refund;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Refunds, found by number and by payment. */
final class RefundTable implements StorePart {
  private final StagedMap<Refund> idToRefund;
  private final StagedMap<NumberedIds> paymentToRefunds;
  private final StagedCell<Long> last;
  private final Deadlines deadlines = new Deadlines();
  private final MoneyMeters meters;

  RefundTable(StagedMaps maps, MapGroup group, MoneyMeters meters) {
    this.meters = requireNonNull(meters);
    this.idToRefund = maps.open("payment.refunds", group);
    this.paymentToRefunds = maps.open("payment.refunds-of-payments", group);
    this.last = maps.cell(group);
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types.with(
        "refund", Refund.class, this::put, refund -> deadlines.see(refund.id(), refund.ask()));
  }

  @Override
  public Stream<Record> snapshot() {
    return idToRefund.values().stream()
        .sorted(Comparator.comparingLong(Refund::id))
        .map(Record.class::cast);
  }

  @Override
  public long snapshotSize() {
    return idToRefund.size();
  }

  Optional<Refund> get(long id) {
    return idToRefund.get(String.valueOf(id));
  }

  /** All, in no order. */
  Collection<Refund> all() {
    return idToRefund.values();
  }

  List<Refund> ofPayment(long paymentId) {
    return paymentToRefunds.get(String.valueOf(paymentId)).orElse(NumberedIds.NONE).all().stream()
        .flatMap(id -> get(id).stream())
        .toList();
  }

  List<Long> due(Instant now) {
    return deadlines.due(now);
  }

  /** For transactions, as what follows is. */
  Optional<Refund> staged(long id) {
    return idToRefund.staged(String.valueOf(id));
  }

  List<Refund> stagedOfPayment(long paymentId) {
    return stagedIds(paymentId).all().stream().flatMap(id -> staged(id).stream()).toList();
  }

  long next() {
    return last.staged().orElse(0L) + 1;
  }

  private NumberedIds stagedIds(long paymentId) {
    return paymentToRefunds.staged(String.valueOf(paymentId)).orElse(NumberedIds.NONE);
  }

  private void put(Refund refund) {
    meters.see(staged(refund.id()), refund);
    String payment = String.valueOf(refund.paymentId());
    paymentToRefunds.put(payment, stagedIds(refund.paymentId()).with(refund.id()));
    idToRefund.put(String.valueOf(refund.id()), refund);
    if (refund.id() >= next()) {
      last.set(refund.id());
    }
  }
}
