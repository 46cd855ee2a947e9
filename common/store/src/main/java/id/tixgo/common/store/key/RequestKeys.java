package id.tixgo.common.store.key;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.scope.AnsweredBefore;
import id.tixgo.common.scope.KeptAnswer;
import id.tixgo.common.scope.Once;
import id.tixgo.common.scope.RequestKey;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.Retention;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.Store;
import id.tixgo.common.store.StorePart;
import id.tixgo.common.store.Transaction;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The answers of requests that had an {@code Idempotency-Key}, for a day. A key and its answer are
 * entries of the transaction that makes the change: there is never one without the other, and of
 * two requests at once the second sees the first one's.
 */
public final class RequestKeys implements StorePart {
  private final UsedKeys<KeyUsed> uses;
  private final Predicate<RequestKey> elsewhere;

  /** What a key stands for. */
  record KeyUsed(String caller, String key, String fingerprint, Instant at, KeptAnswer answer)
      implements UsedKeys.Use {
    static KeyUsed of(RequestKey key, KeptAnswer answer) {
      return new KeyUsed(key.caller(), key.key(), key.fingerprint(), key.at(), answer);
    }

    String id() {
      return UsedKeys.of(caller, key);
    }
  }

  /** Keys that stand for nothing any more. */
  record KeysForgotten(List<String> ids) {
    KeysForgotten {
      ids = List.copyOf(ids);
    }
  }

  /**
   * @param service whose map it is named after
   */
  public RequestKeys(StagedMaps maps, String service) {
    this(maps, service, key -> false);
  }

  /**
   * The same of a service that keeps keys elsewhere, too.
   *
   * @param elsewhere whether a key stands for a request there; for transactions
   */
  public RequestKeys(StagedMaps maps, String service, Predicate<RequestKey> elsewhere) {
    this.elsewhere = requireNonNull(elsewhere);
    this.uses = new UsedKeys<>(maps, service + ".request-keys");
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types
        .with("key_used", KeyUsed.class, use -> uses.put(use.id(), use))
        .with("keys_forgotten", KeysForgotten.class, old -> old.ids().forEach(uses::remove));
  }

  @Override
  public Stream<Record> snapshot() {
    return uses.all().stream().map(Record.class::cast);
  }

  @Override
  public long snapshotSize() {
    return uses.size();
  }

  /**
   * The transaction, made once for its key. Made again, it fails with {@link AnsweredBefore}; with
   * {@code KEY_REUSED} when the key stands for another request.
   */
  public <R> Transaction<R> once(Once<R> once, Transaction<R> transaction) {
    return once.key()
        .<Transaction<R>>map(key -> entries -> run(key, once, transaction, entries))
        .orElse(transaction);
  }

  /** For transactions: whether the caller's key stands for a request already. */
  public boolean isUsed(String caller, String key, Instant now) {
    return uses.find(UsedKeys.of(caller, key), now).isPresent();
  }

  /** Whether the key stands for a request that is stored; any thread may ask. */
  public boolean isStored(RequestKey key) {
    return uses.stored(UsedKeys.of(key.caller(), key.key()), key.at()).isPresent();
  }

  /** Forgets some of what is old; completes with whether there may be more. */
  public Future<Boolean> forget(Store store, Context context, Instant now) {
    return new Retention(store, context)
        .forget(uses.all().stream().filter(use -> use.isOver(now)), over -> forgotten(over, now));
  }

  public static Problem reused() {
    return Problem.of(
        ProblemKind.VALIDATION_ERROR,
        "KEY_REUSED",
        "This Idempotency-Key was used for another request.");
  }

  private <R> R run(RequestKey key, Once<R> once, Transaction<R> transaction, Appender entries) {
    Optional<KeyUsed> use = uses.find(UsedKeys.of(key.caller(), key.key()), key.at());
    if (use.isPresent()) {
      throw use.get().fingerprint().equals(key.fingerprint())
          ? new AnsweredBefore(use.get().answer())
          : reused();
    }
    if (elsewhere.test(key)) {
      throw reused();
    }
    R result = transaction.run(entries);
    once.answer().apply(result).ifPresent(answer -> entries.add(KeyUsed.of(key, answer)));
    return result;
  }

  /** A key that was used again meanwhile stays. */
  private KeysForgotten forgotten(List<KeyUsed> over, Instant now) {
    return new KeysForgotten(
        over.stream()
            .map(KeyUsed::id)
            .filter(id -> uses.kept(id).filter(use -> use.isOver(now)).isPresent())
            .toList());
  }
}
