package id.tixgo.ticketing.store;

import id.tixgo.common.clients.ticketing.RefusedPaymentFacts;
import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import java.util.stream.Stream;

/** The payments that were refused, so that one that is told of again is refused for good. */
final class RefusedPayments implements StorePart {
  private final StagedMap<RefusedPaymentFacts> keyToRefused;

  RefusedPayments(StagedMaps maps) {
    this.keyToRefused = maps.open("ticketing.refused-payments");
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types.with(
        "payment_refused",
        RefusedPaymentFacts.class,
        refused -> keyToRefused.put(key(refused.bookingId(), refused.paymentId()), refused));
  }

  @Override
  public Stream<Record> snapshot() {
    return keyToRefused.values().stream().map(Record.class::cast);
  }

  @Override
  public long snapshotSize() {
    return keyToRefused.size();
  }

  /** For transactions. */
  boolean has(String bookingId, long paymentId) {
    return keyToRefused.staged(key(bookingId, paymentId)).isPresent();
  }

  private static String key(String bookingId, long paymentId) {
    return paymentId + "\n" + bookingId;
  }
}
