package id.tixgo.common.store;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Forgets what a store has no use for any more, little at a time, so that nobody waits for it.
 *
 * @param context where answers are wanted
 */
public record Retention(Store store, Context context) {
  /** The most things that one transaction forgets. */
  public static final int STEP = 1000;

  public Retention {
    requireNonNull(store);
    requireNonNull(context);
  }

  /**
   * Forgets the first of what is over; completes with whether there was anything: then there may be
   * more.
   *
   * @param over as readers see it
   * @param forgotten the entry that forgets them; asked for in the transaction, where what was used
   *     again meanwhile can be seen
   */
  public <T> Future<Boolean> forget(Stream<T> over, Function<List<T>, ? extends Record> forgotten) {
    List<T> first = over.limit(STEP).toList();
    return first.isEmpty()
        ? Future.succeededFuture(false)
        : store.commit(
            context,
            entries -> {
              entries.add(forgotten.apply(first));
              return true;
            });
  }

  /** Completes with whether any of these has more to do. */
  public static Future<Boolean> any(List<Future<Boolean>> chores) {
    return Future.all(chores).map(done -> done.<Boolean>list().contains(true));
  }
}
