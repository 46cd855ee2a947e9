package id.tixgo.payment.store;

import id.tixgo.common.scope.RequestKey;
import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.Retention;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import id.tixgo.common.store.key.RequestKeys;
import id.tixgo.common.store.key.UsedKeys;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which attempt to pay each {@code Idempotency-Key} has begun, for a day. A gateway is asked
 * between the attempt and the answer: whoever has lost the answer finds the attempt again.
 */
final class BegunCheckouts implements StorePart {
  private final UsedKeys<CheckoutBegun> uses;

  /** What a key has begun. */
  record CheckoutBegun(String caller, String key, String fingerprint, Instant at, long paymentId)
      implements UsedKeys.Use {
    static CheckoutBegun of(RequestKey key, long paymentId) {
      return new CheckoutBegun(key.caller(), key.key(), key.fingerprint(), key.at(), paymentId);
    }

    String id() {
      return UsedKeys.of(caller, key);
    }
  }

  /** Keys that stand for no attempt any more. */
  record CheckoutsForgotten(List<String> ids) {
    CheckoutsForgotten {
      ids = List.copyOf(ids);
    }
  }

  BegunCheckouts(StagedMaps maps) {
    this.uses = new UsedKeys<>(maps, "payment.begun-checkouts");
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types
        .with("checkout_begun", CheckoutBegun.class, use -> uses.put(use.id(), use))
        .with(
            "checkouts_forgotten",
            CheckoutsForgotten.class,
            old -> old.ids().forEach(uses::remove));
  }

  @Override
  public Stream<Record> snapshot() {
    return uses.all().stream().map(Record.class::cast);
  }

  @Override
  public long snapshotSize() {
    return uses.size();
  }

  /** The payment's number; fails with {@code KEY_REUSED} when the key has begun something else. */
  Optional<Long> find(RequestKey key) {
    return uses.stored(UsedKeys.of(key.caller(), key.key()), key.at())
        .map(use -> own(use, key).paymentId());
  }

  private static CheckoutBegun own(CheckoutBegun use, RequestKey key) {
    if (!use.fingerprint().equals(key.fingerprint())) {
      throw RequestKeys.reused();
    }
    return use;
  }

  /** Forgets some of what is old; completes with whether there may be more. */
  Future<Boolean> forget(Retention retention, Instant now) {
    return retention.forget(
        uses.all().stream().filter(use -> use.isOver(now)), over -> forgotten(over, now));
  }

  /** A key that was used again meanwhile stays. */
  private CheckoutsForgotten forgotten(List<CheckoutBegun> over, Instant now) {
    return new CheckoutsForgotten(
        over.stream()
            .map(CheckoutBegun::id)
            .filter(id -> uses.kept(id).filter(use -> use.isOver(now)).isPresent())
            .toList());
  }
}
