package id.tixgo.payment.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.MapGroup;
import id.tixgo.common.store.StagedCell;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import id.tixgo.payment.domain.Payment;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Attempts to pay, found by number, by order, and by both names at the gateway. */
final class PaymentTable implements StorePart {
  private final StagedMap<Payment> idToPayment;
  private final StagedMap<NumberedIds> orderToPayments;
  private final StagedMap<Long> nameToPayment;
  private final StagedCell<Long> last;
  private final Deadlines deadlines = new Deadlines();
  private final MoneyMeters meters;

  PaymentTable(StagedMaps maps, MapGroup group, MoneyMeters meters) {
    this.meters = requireNonNull(meters);
    this.idToPayment = maps.open("payment.payments", group);
    this.orderToPayments = maps.open("payment.payments-of-orders", group);
    this.nameToPayment = maps.open("payment.names", group);
    this.last = maps.cell(group);
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types.with(
        "payment",
        StoredPayment.class,
        stored -> put(stored.payment()),
        stored -> deadlines.see(stored.id(), stored.ask()));
  }

  @Override
  public Stream<Record> snapshot() {
    return idToPayment.values().stream()
        .sorted(Comparator.comparingLong(Payment::id))
        .map(StoredPayment::of);
  }

  @Override
  public long snapshotSize() {
    return idToPayment.size();
  }

  Optional<Payment> get(long id) {
    return idToPayment.get(String.valueOf(id));
  }

  /** All, in no order. */
  Collection<Payment> all() {
    return idToPayment.values();
  }

  List<Payment> ofOrder(long orderId) {
    return orderToPayments.get(String.valueOf(orderId)).orElse(NumberedIds.NONE).all().stream()
        .flatMap(id -> get(id).stream())
        .toList();
  }

  List<Long> due(Instant now) {
    return deadlines.due(now);
  }

  /** For transactions, as what follows is. */
  Optional<Payment> staged(long id) {
    return idToPayment.staged(String.valueOf(id));
  }

  Optional<Payment> stagedNamed(String reference) {
    return nameToPayment.staged(reference).flatMap(this::staged);
  }

  Optional<Payment> stagedNamed(String gateway, String gatewayId) {
    return nameToPayment.staged(name(gateway, gatewayId)).flatMap(this::staged);
  }

  List<Payment> stagedOfOrder(long orderId) {
    return stagedIds(orderId).all().stream().flatMap(id -> staged(id).stream()).toList();
  }

  long next() {
    return last.staged().orElse(0L) + 1;
  }

  private NumberedIds stagedIds(long orderId) {
    return orderToPayments.staged(String.valueOf(orderId)).orElse(NumberedIds.NONE);
  }

  private void put(Payment payment) {
    meters.see(staged(payment.id()), payment);
    if (staged(payment.id()).isEmpty()) {
      NumberedIds more = stagedIds(payment.orderId()).with(payment.id());
      orderToPayments.put(String.valueOf(payment.orderId()), more);
      nameToPayment.put(payment.reference(), payment.id());
    }
    payment
        .gatewayId()
        .ifPresent(id -> nameToPayment.put(name(payment.gateway(), id), payment.id()));
    idToPayment.put(String.valueOf(payment.id()), payment);
    if (payment.id() >= next()) {
      last.set(payment.id());
    }
  }

  /** None of our own references has a colon. */
  private static String name(String gateway, String gatewayId) {
    return gateway + ':' + gatewayId;
  }
}
