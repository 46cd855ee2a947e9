package id.tixgo.payment.store;

import id.tixgo.common.metrics.Meters;
import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.MapGroup;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.Retention;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.Store;
import id.tixgo.common.store.StoreParts;
import id.tixgo.common.store.audit.Audit;
import id.tixgo.common.store.feed.FeedPositions;
import id.tixgo.common.store.feed.ServiceFeed;
import id.tixgo.common.store.key.RequestKeys;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Orders, payments, refunds and the ledger, in local maps that all instances share. */
public final class PaymentBooks implements Projection {
  private static final String DICTIONARY =
      "{\"payment\":{\"id\":1,\"order_id\":1,\"reference\":\"TIX-\",\"gateway\":\"midtrans\","
          + "\"method\":\"QRIS\",\"amount\":{\"minor\":0,\"currency\":\"IDR\"},\"state\":\"PENDING\","
          + "\"received\":{\"minor\":0,\"currency\":\"IDR\"},\"fee\":{\"minor\":0,\"currency\":\"IDR\"},"
          + "\"refunded\":{\"minor\":0,\"currency\":\"IDR\"},\"counted\":false,\"instructions\":"
          + "{\"redirect_url\":\"http\",\"va_numbers\":[]},\"cancel_wanted\":false,\"ask\":{\"asked\":0,"
          + "\"at\":\"2026-\"},\"created_at\":\"2026-\",\"updated_at\":\"2026-\"}}\n"
          + "{\"posting\":{\"number\":1,\"at\":\"2026-\",\"kind\":\"payment\",\"currency\":\"IDR\","
          + "\"lines\":[{\"account\":{\"name\":\"clearing:midtrans\"},\"minor\":0}],\"payment_id\":1}}\n";

  private final StagedMaps maps;
  private final StoreParts parts;
  private final EntryTypes types;
  final MapGroup moment = new MapGroup();
  final OrderTable orders;
  final PaymentTable payments;
  final RefundTable refunds;
  final LedgerTable ledger;
  final SuspenseTable suspense;
  final CancelledEvents cancelled;
  final BegunCheckouts begun;
  public final FeedPositions positions;
  public final ServiceFeed feed;
  public final RequestKeys keys;
  public final Audit audit;

  public PaymentBooks(Vertx vertx) {
    this.maps = new StagedMaps(vertx.sharedData());
    this.orders = new OrderTable(maps, moment);
    MoneyMeters meters = new MoneyMeters(Meters.of(vertx), maps);
    this.payments = new PaymentTable(maps, moment, meters);
    this.refunds = new RefundTable(maps, moment, meters);
    this.ledger = new LedgerTable(maps, moment);
    this.suspense = new SuspenseTable(maps, moment);
    meters.suspense(suspense::open);
    this.cancelled = new CancelledEvents(maps, moment);
    this.positions = new FeedPositions(maps, "payment");
    this.feed = new ServiceFeed(maps, "payment");
    this.begun = new BegunCheckouts(maps);
    this.keys = new RequestKeys(maps, "payment");
    this.audit = new Audit(maps, "payment", PaymentAudit.rules(this));
    this.parts =
        StoreParts.of(
            orders, payments, refunds, ledger, suspense, cancelled, begun, positions, feed, keys,
            audit);
    this.types = parts.register(new EntryTypes("payment", 2, DICTIONARY));
  }

  /** Forgets some of the keys that are old; completes with whether there may be more. */
  public Future<Boolean> forgetKeys(Store store, Context context, Instant now) {
    return Retention.any(
        List.of(
            keys.forget(store, context, now), begun.forget(new Retention(store, context), now)));
  }

  @Override
  public StagedMaps maps() {
    return maps;
  }

  @Override
  public EntryTypes types() {
    return types;
  }

  @Override
  public Optional<Audit> audit() {
    return Optional.of(audit);
  }

  @Override
  public Iterator<Record> snapshot() {
    return parts.snapshot().iterator();
  }

  @Override
  public long snapshotSize() {
    return parts.snapshotSize();
  }
}
